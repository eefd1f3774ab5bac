import type { Outcome } from '../../../shared/contract/entry.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Ticket, tickets } from '../../../shared/contract/tickets/tickets.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { deadlinesOf, decideOpen } from '../../../shared/domain/tickets/tickets.ts'
import type { Query } from '../../storage/engine/query.ts'
import { calendarToRelyOn } from '../../storage/house/calendar.ts'
import { findIssueType } from '../../storage/tickets/issue-types.ts'
import { notesToQuote } from '../../storage/tickets/ticket-quotes.ts'
import { refreshTicketSearch } from '../../storage/tickets/ticket-search.ts'
import { insertTicket, ticketNumber } from '../../storage/tickets/tickets.ts'
import type { HouseParts } from '../parts.ts'
import { refuse } from '../refuse.ts'
import { recordEvent } from './ticket-history.ts'

/** What a meeting says of a ticket beside its wish. */
interface Agreed {
  /** Instead of the deadline that the time limit gives. */
  readonly dueAt: Instant | null
  /** The line in which it was agreed, masked: stands with the opening. */
  readonly remark: string
}

/** Makes a ticket of notes, with its deadline, its first event and its place in the search. Inside a transaction. */
export function* openTicket(
  parts: HouseParts,
  wish: Parameters<Service<'tickets'>['open']>[0],
  asker: Asker,
  agreed: Agreed | null = null,
): Query<Outcome<typeof tickets.open>> {
  const { clock } = parts
  const calendar = yield* calendarToRelyOn()
  const wanted = [...new Set(wish.noteIds)]
  const refusal = yield* refusalOf(wanted)
  if (refusal !== null) return refusal
  // Praise is no issue: it goes to the agent, as thanks.
  const noteIds = (yield* notesToQuote(wanted)).filter(({ kind }) => kind !== 'praise').map(({ id }) => id)
  const type = yield* findIssueType(wish.issueTypeId)
  if (type === null) return { ok: false, code: 'unknown_issue_type', detail: {} }

  const openedAt = clock.now()
  const { dueAt, answerBy } = deadlinesOf(type.limit, wish.priority, openedAt, calendar)
  const fresh: Omit<Ticket, 'number' | 'quoteCount' | 'version'> = {
    id: clock.newId(),
    title: maskText(wish.title).text,
    issueTypeId: type.id,
    priority: wish.priority,
    state: 'unclaimed',
    department: maskText(wish.department).text,
    ownerName: null,
    openedAt,
    dueAt: agreed?.dueAt ?? dueAt,
    answerBy,
    pausedAt: null,
    pausedWorkingMs: 0,
    closedAt: null,
  }
  const kept = { limit: type.limit, openedBy: asker.personId, agreedDueAt: agreed?.dueAt ?? null }
  const number = yield* insertTicket({ ...fresh, ...kept }, noteIds)
  if (number === 'already_quoted') {
    const quoted = yield* refusalOf(noteIds)
    if (quoted === null) throw new Error('a note was refused that no ticket quotes')
    return quoted
  }
  yield* recordEvent(parts, asker, fresh.id, openedAt, {
    what: 'opened',
    to: 'unclaimed',
    remark: agreed?.remark ?? null,
  })
  yield* refreshTicketSearch(fresh.id)
  return { ok: true, value: { ...fresh, number, quoteCount: noteIds.length, version: 0 } }
}

/** Why there can be no ticket of these notes; null when there can. */
function* refusalOf(noteIds: readonly Id[]) {
  const notes = yield* notesToQuote(noteIds)
  const refusal = decideOpen(noteIds, notes)
  if (refusal !== 'already_quoted') return refusal === null ? null : refuse(refusal)
  const quotedIn = notes.find((note) => note.ticketId !== null)?.ticketId ?? ''
  return { ok: false, code: refusal, detail: { ticketNumber: yield* ticketNumber(quotedIn) } } as const
}
