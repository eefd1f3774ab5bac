import type { Asker } from '../../../shared/contract/services.ts'
import type { Ticket, TicketState } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { WorkCalendar } from '../../../shared/domain/house/work-calendar.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { maskBesideStaff } from '../../../shared/domain/listening/masking/names-of-staff.ts'
import { answerBy } from '../../../shared/domain/tickets/deadlines.ts'
import { changesToTakeBack } from '../../../shared/domain/tickets/taking-back.ts'
import { isOpen } from '../../../shared/domain/tickets/ticket-states.ts'
import { decideMove, type Move, type MoveRefusal, reclassify } from '../../../shared/domain/tickets/tickets.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personName } from '../../storage/house/people.ts'
import { allIssueTypes, findIssueType } from '../../storage/tickets/issue-types.ts'
import {
  changesOfTicket,
  type EarlierTicket,
  ticketBefore,
  wasRecountedSince,
} from '../../storage/tickets/ticket-events.ts'
import { refreshTicketSearch } from '../../storage/tickets/ticket-search.ts'
import { type StoredTicket, updateTicket } from '../../storage/tickets/tickets.ts'
import type { HouseParts } from '../parts.ts'
import { describeChange, describeClaim } from './ticket-change.ts'
import { recordEvent } from './ticket-history.ts'

/** What an edit says anew; whatever it leaves out stays. */
export type TicketEdit = Partial<Pick<Ticket, 'title' | 'issueTypeId' | 'priority' | 'department'>> & {
  readonly ownerName?: string | undefined
}

/** `eventId` names the change; null when nothing was different. */
export type Changed<Refusal extends string> =
  | { readonly ok: true; readonly after: StoredTicket; readonly eventId: Id | null }
  | { readonly ok: false; readonly code: Refusal }

const refused = <Refusal extends string>(code: Refusal) => ({ ok: false, code }) as const

/** Who changes tickets, and what their deadlines are counted with. */
export interface Changing {
  readonly parts: HouseParts
  readonly asker: Asker
  readonly calendar: WorkCalendar
}

// Each of these runs inside the transaction of its call, which holds calendar and ticket as they are in there.

export function* editTicket(
  { parts, asker, calendar }: Changing,
  before: StoredTicket,
  wish: TicketEdit,
): Query<Changed<'unknown_issue_type' | 'not_claimed'>> {
  const issueTypeId = wish.issueTypeId ?? before.issueTypeId
  const type = yield* findIssueType(issueTypeId)
  if (type === null) return refused('unknown_issue_type')
  const ownerName = wish.ownerName === undefined ? before.ownerName : maskBesideStaff(wish.ownerName)
  // Nobody owns a ticket until somebody claims it.
  if (before.ownerName === null && ownerName !== null) return refused('not_claimed')
  const isReclassified = issueTypeId !== before.issueTypeId
  const priority = wish.priority ?? before.priority
  const wanted: StoredTicket = {
    ...before,
    title: maskText(wish.title ?? before.title).text,
    issueTypeId,
    priority,
    department: maskText(wish.department ?? before.department).text,
    ownerName,
    limit: isReclassified ? type.limit : before.limit,
    dueAt: isReclassified ? reclassify(before, type.limit, calendar) : before.dueAt,
    answerBy: answerBy(priority, before.openedAt),
  }
  const remark = describeChange(before, wanted, yield* allIssueTypes(), parts.settings.read().language)
  if (remark === null) return { ok: true, after: before, eventId: null }
  const after = yield* save(parts, asker, before, wanted)
  const eventId = yield* recordEvent(parts, asker, before.id, parts.clock.now(), { what: 'edited', remark, before })
  return { ok: true, after, eventId }
}

export function* moveTicket(
  { parts, asker, calendar }: Changing,
  before: StoredTicket,
  wish: Move,
): Query<Changed<MoveRefusal>> {
  const at = parts.clock.now()
  const move = {
    action: wish.action,
    ownerName: wish.ownerName && maskBesideStaff(wish.ownerName),
    remark: masked(wish.remark),
  }
  const decision = decideMove(before, move, at, calendar)
  if (!decision.ok) return refused(decision.code)
  const after = yield* save(parts, asker, before, { ...before, ...decision.moved })
  const { action, ownerName } = move
  const actorName = yield* personName(asker.personId)
  const remark =
    action === 'claim'
      ? describeClaim({ ownerName, actorName, remark: move.remark }, parts.settings.read().language)
      : move.remark
  const states = { from: before.state, to: after.state }
  return {
    ok: true,
    after,
    eventId: yield* recordEvent(parts, asker, before.id, at, { what: 'moved', action, ...states, remark, before }),
  }
}

/** The ticket as it was before this change, when it is still as the change left it. */
export function* undoChange(
  { parts, asker, calendar }: Changing,
  now: StoredTicket,
  eventId: Id,
): Query<Changed<'changed_since' | 'unknown_issue_type'>> {
  const change = changesToTakeBack(yield* changesOfTicket(now.id)).find(({ id }) => id === eventId)
  const before = change === undefined ? null : yield* ticketBefore(eventId)
  if (change === undefined || before === null) return refused('changed_since')
  if ((yield* findIssueType(before.issueTypeId)) === null) return refused('unknown_issue_type')
  // Quotes come and go by themselves, and the calendar is not the ticket's own; everything else is what it was.
  const isRecounted = isOpen(before.state) && (yield* wasRecountedSince(now.id, eventId))
  const dueAt = isRecounted ? reclassify(before, before.limit, calendar) : before.dueAt
  const after = yield* save(parts, asker, now, { ...before, dueAt, quoteCount: now.quoteCount })
  const isMove = change.what === 'moved'
  const noStates: { from: TicketState | null; to: TicketState | null } = { from: null, to: null }
  const undoing = yield* recordEvent(parts, asker, now.id, parts.clock.now(), {
    what: change.what,
    ...(isMove ? { from: now.state, to: after.state } : noStates),
    remark: isMove ? null : describeChange(now, after, yield* allIssueTypes(), parts.settings.read().language),
    undoesEventId: eventId,
    before: now,
  })
  return { ok: true, after, eventId: undoing }
}

function* save({ clock }: HouseParts, asker: Asker, before: StoredTicket, wanted: EarlierTicket): Query<StoredTicket> {
  const after = yield* updateTicket(before, wanted, { at: clock.now(), actorId: asker.personId })
  if (after.title !== before.title) yield* refreshTicketSearch(after.id)
  return after
}

/** Null for what was left empty. */
const masked = (text: string | null): string | null => (text ? maskText(text).text : null)
