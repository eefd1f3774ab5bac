import type { LineFault, MeetingLine } from '../../../shared/contract/meetings/meetings.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Ticket } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { agreedDeadline } from '../../../shared/domain/meetings/agreed-deadline.ts'
import { lineAsTyped, sentenceOf } from '../../../shared/domain/meetings/said-line.ts'
import { voiceTitle } from '../../../shared/domain/tickets/voice-title.ts'
import { type Query, step } from '../../storage/engine/query.ts'
import { calendarToRelyOn } from '../../storage/house/calendar.ts'
import { roomToRelyOn } from '../../storage/house/room.ts'
import { notesOfCall } from '../../storage/listening/notes.ts'
import {
  findClose,
  insertClose,
  insertOutcome,
  lastClose,
  takeCloseBack,
  ticketsOfClose,
} from '../../storage/meetings/meeting-closes.ts'
import { linesOfMeeting } from '../../storage/meetings/meeting-lines.ts'
import { meetingToChange } from '../../storage/meetings/meetings.ts'
import { findIssueType } from '../../storage/tickets/issue-types.ts'
import { eventsOfTicket } from '../../storage/tickets/ticket-events.ts'
import { quotesOfTicket } from '../../storage/tickets/ticket-quotes.ts'
import { removeFromTicketSearch } from '../../storage/tickets/ticket-search.ts'
import { findTicket, ticketNumber, ticketsToChange, withdrawTicket } from '../../storage/tickets/tickets.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { moveTicket } from '../tickets/ticket-changes.ts'
import { recordEvent } from '../tickets/ticket-history.ts'
import { openTicket } from '../tickets/ticket-opening.ts'

type CloseWish = Parameters<Service<'meetings'>['close']>[0]
type LineWish = CloseWish['lines'][number]
type TicketWish = Extract<LineWish, { as: 'ticket' }>
type Chosen = { wish: LineWish; line: MeetingLine }
type Opened = { ticket: Ticket; noteIds: Id[] }

/** Somebody quoted its notes a moment before: what was made of the others is taken back. */
class LineRefused extends Error {
  readonly line: LineFault
  constructor(line: LineFault) {
    super('a line was refused')
    this.line = line
  }
}

/**
 * Each line becomes what was chosen for it: all of them, or none. Where all of it is done by now (by somebody else, or by a closing whose answer was lost) that is what
 * came of it. Inside a transaction.
 */
export function* closeMeeting(parts: HouseParts, wish: CloseWish, asker: Asker) {
  const meeting = yield* meetingToChange(wish)
  if (meeting === null) return refuse('not_found')
  // It was closed, and the answer was lost on the way.
  const earlier = yield* findClose(wish.closeId)
  if (earlier !== null)
    return earlier.meetingId === meeting.id ? accept(yield* openedBy(earlier.id)) : refuse('not_found')
  const lines = new Map((yield* linesOfMeeting(meeting.id)).map((line) => [line.id, line]))
  if (isDone(wish, lines) && (yield* lastClose(meeting.id)) !== null) return accept(yield* madeOf(wish, lines))
  const chosen = wish.lines.flatMap((each) => {
    const line = lines.get(each.lineId)
    return line === undefined || line.outcome !== null ? [] : [{ wish: each, line }]
  })
  if (chosen.length < wish.lines.length) return refuse('lines_changed')
  const faults = yield* faultsOf(chosen, meeting.callId)
  if (faults.length > 0) return linesRefused(faults)

  try {
    return accept(yield* step(close(parts, { ...wish, meetingId: meeting.id }, chosen, asker)))
  } catch (error) {
    if (error instanceof LineRefused) return linesRefused([error.line])
    throw error
  }
}

function* close(parts: HouseParts, wish: CloseWish, chosen: readonly Chosen[], asker: Asker): Query<Opened[]> {
  const { closeId, meetingId, ranMs } = wish
  yield* insertClose({ id: closeId, meetingId, closedAt: parts.clock.now(), closedBy: asker.personId, ranMs })
  const opened: Opened[] = []
  for (const { wish: each, line } of chosen) {
    const made = each.as === 'ticket' ? yield* ticketOf(parts, each, line, asker) : null
    if (made !== null) opened.push(made)
    const ticketVersion = made?.ticket.version ?? null
    yield* insertOutcome({ lineId: line.id, closeId, what: each.as, ticketId: made?.ticket.id ?? null, ticketVersion })
  }
  return opened
}

const linesRefused = (lines: LineFault[]) => ({ ok: false, code: 'lines_refused', detail: { lines } }) as const

/** What keeps lines from being tickets: all of it is said at once, before anything is made. */
function* faultsOf(chosen: readonly Chosen[], callId: Id): Query<LineFault[]> {
  const notes = new Map((yield* notesOfCall(callId)).map((note) => [note.id, note]))
  const used = new Set<Id>()
  const faults: LineFault[] = []
  for (const { wish, line } of chosen) {
    if (wish.as === 'decision') continue
    const fault = (why: LineFault['why'], number: number | null = null) =>
      faults.push({ lineId: line.id, why, ticketNumber: number })
    const quoted = wish.noteIds.map((id) => notes.get(id))
    const taken = quoted.find((note) => note != null && note.ticketId !== null)
    if (quoted.includes(undefined)) fault('not_of_this_call')
    else if (taken?.ticketId != null) fault('quoted', yield* ticketNumber(taken.ticketId))
    else if (wish.noteIds.some((id) => used.has(id))) fault('quoted')
    else if (!quoted.some((note) => note?.kind === 'voice')) fault('no_voice')
    else if ((yield* findIssueType(wish.issueTypeId)) === null) fault('unknown_issue_type')
    else if (wish.department.trim() === '') fault('no_department')
    for (const id of wish.noteIds) used.add(id)
  }
  return faults
}

/** Opened with the line in its story, and claimed by whoever the line names. */
function* ticketOf(parts: HouseParts, wish: TicketWish, line: MeetingLine, asker: Asker): Query<Opened> {
  const calendar = yield* calendarToRelyOn()
  const dueAt = line.dueOn === null ? null : agreedDeadline(line.dueOn, parts.clock.now(), calendar)
  const { noteIds, issueTypeId, priority, department } = wish
  const said = sentenceOf(line)
  const title = voiceTitle(said) || [...said].slice(0, 40).join('')
  const agreed = { dueAt, remark: lineAsTyped(line) }
  const opened = yield* openTicket(parts, { title, noteIds, issueTypeId, priority, department }, asker, agreed)
  if (!opened.ok) throw new LineRefused({ lineId: line.id, why: 'quoted', ticketNumber: null })
  if (line.ownerName === null) return { ticket: opened.value, noteIds }
  const before = yield* findTicket(opened.value.id)
  if (before === null) throw new Error('a ticket that was opened is gone')
  const claim = { action: 'claim', ownerName: line.ownerName, remark: null } as const
  const moved = yield* moveTicket({ parts, asker, calendar }, before, claim)
  if (!moved.ok) throw new Error(`a ticket could not be claimed: ${moved.code}`)
  const { limit: _, agreedDueAt: __, ...ticket } = moved.after
  return { ticket, noteIds }
}

type Lines = ReadonlyMap<Id, MeetingLine>

/** Each line that is named; where none is, each that there is. */
const isDone = ({ lines: named }: CloseWish, lines: Lines): boolean =>
  (named.length > 0 ? named.map(({ lineId }) => lines.get(lineId)) : [...lines.values()]).every(
    (line) => line !== undefined && line.outcome !== null,
  )

const madeOf = ({ lines: named }: CloseWish, lines: Lines): Query<Opened[]> =>
  ticketsNow(named.flatMap(({ lineId }) => lines.get(lineId)?.outcome?.ticket?.id ?? []))

function* openedBy(closeId: Id): Query<Opened[]> {
  return yield* ticketsNow((yield* ticketsOfClose(closeId)).map(({ ticketId }) => ticketId))
}

function* ticketsNow(ticketIds: readonly Id[]): Query<Opened[]> {
  const opened: Opened[] = []
  for (const ticketId of ticketIds) {
    const found = yield* findTicket(ticketId)
    if (found === null) continue
    const { limit: _, agreedDueAt: __, ...ticket } = found
    opened.push({ ticket, noteIds: (yield* quotesOfTicket(ticketId)).map(({ noteId }) => noteId) })
  }
  return opened
}

/** Its tickets are withdrawn, as long as nobody touched one; its lines are open again. Inside a transaction. */
export function* reopenMeeting(parts: HouseParts, wish: Parameters<Service<'meetings'>['reopen']>[0], asker: Asker) {
  // Whoever counts deadlines anew holds the room: no ticket may come or go meanwhile.
  yield* roomToRelyOn()
  const meeting = yield* meetingToChange(wish)
  const close = meeting === null ? null : yield* findClose(wish.closeId)
  if (close === null || close.meetingId !== meeting?.id) return refuse('not_found')
  const made = yield* ticketsOfClose(close.id)
  const tickets = yield* ticketsToChange(made.map(({ ticketId }) => ticketId))
  const at = parts.clock.now()
  for (const ticket of tickets) {
    const left = made.find(({ ticketId }) => ticketId === ticket.id)
    const events = yield* eventsOfTicket(ticket.id)
    if (ticket.version !== left?.ticketVersion || events.some(({ what }) => what === 'exported'))
      return { ok: false, code: 'already_touched', detail: { ticketNumber: ticket.number } } as const
  }
  for (const ticket of tickets) {
    yield* withdrawTicket(ticket, { at, actorId: asker.personId })
    yield* removeFromTicketSearch(ticket.number)
    yield* recordEvent(parts, asker, ticket.id, at, { what: 'withdrawn' })
  }
  yield* takeCloseBack(close.id)
  return accept(tickets.map(({ id }) => id))
}
