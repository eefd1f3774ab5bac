import type { Note } from '../../contract/listening/notes.ts'
import type { Priority, Ticket, TicketAction, TicketState, TimeLimit } from '../../contract/tickets/tickets.ts'
import { addWorkingMs, resumeDeadline, type WorkCalendar } from '../house/work-calendar.ts'
import type { Instant } from '../instants.ts'
import { isVoice } from '../listening/voices.ts'
import { answerBy, resolveBy } from './deadlines.ts'
import { needsOwner, needsRemark } from './move-needs.ts'
import { isPaused, nextState } from './ticket-states.ts'

/** The parts of a ticket that its clock depends on. */
type Clocked = Pick<Ticket, 'openedAt' | 'dueAt' | 'pausedAt' | 'pausedWorkingMs'>

/** Null, or not there in what was stored before meetings could: the time limit of its type gives the deadline. */
type Agreed = { readonly agreedDueAt?: Instant | null }

export type OpenRefusal = 'note_not_found' | 'already_quoted' | 'no_voice'

/**
 * Whether these notes make a ticket; null means yes. `found`: those of the wished notes that exist. A ticket speaks with the
 * customer's words, so one voice note at least; and one voice counts once, so none that another ticket quotes.
 */
export function decideOpen(
  wishedIds: readonly string[],
  found: readonly Pick<Note, 'id' | 'kind' | 'text' | 'ticketId'>[],
): OpenRefusal | null {
  const foundIds = new Set(found.map((note) => note.id))
  if (wishedIds.some((id) => !foundIds.has(id))) return 'note_not_found'
  if (found.some((note) => note.ticketId !== null)) return 'already_quoted'
  return found.some(isVoice) ? null : 'no_voice'
}

/** Both deadlines of a ticket opened then. */
export function deadlinesOf(limit: TimeLimit, priority: Priority, openedAt: Instant, calendar: WorkCalendar) {
  const { at, unknownYears } = resolveBy(limit, openedAt, calendar)
  return { dueAt: at, answerBy: answerBy(priority, openedAt), unknownYears }
}

/**
 * A new time limit for an old ticket: counted from its opening, with the credit of its pauses kept. What a meeting agreed on stays agreed, later by
 * that credit.
 */
export const reclassify = (ticket: Clocked & Agreed, limit: TimeLimit, calendar: WorkCalendar): Instant =>
  ticket.agreedDueAt == null
    ? resolveBy(limit, ticket.openedAt, calendar, ticket.pausedWorkingMs).at
    : addWorkingMs(calendar, ticket.agreedDueAt, ticket.pausedWorkingMs).at

export type Move = { action: TicketAction; ownerName: string | null; remark: string | null }
export type MoveRefusal = 'not_from_here' | 'owner_missing' | 'remark_missing'
export type Moved = Pick<Ticket, 'state' | 'ownerName' | 'dueAt' | 'pausedAt' | 'pausedWorkingMs' | 'closedAt'>

/** What the move still asks for; null when it is said. */
export function missingWords({ action, ownerName, remark }: Move): 'owner_missing' | 'remark_missing' | null {
  if (needsOwner(action) && !ownerName) return 'owner_missing'
  return needsRemark(action) && !remark ? 'remark_missing' : null
}

/** What the move makes of the ticket, or why it is refused. */
export function decideMove(
  ticket: Clocked & Pick<Ticket, 'state' | 'ownerName'>,
  move: Move,
  now: Instant,
  calendar: WorkCalendar,
): { ok: true; moved: Moved } | { ok: false; code: MoveRefusal } {
  const state = nextState(ticket.state, move.action)
  if (state === null) return { ok: false, code: 'not_from_here' }
  const missing = missingWords(move)
  if (missing !== null) return { ok: false, code: missing }
  const ownerName = needsOwner(move.action) ? move.ownerName : ticket.ownerName
  const closedAt = state === 'closed' || state === 'rejected' ? now : null
  return { ok: true, moved: { state, ownerName, closedAt, ...clockAfter(ticket, state, now, calendar) } }
}

/** The clock stops when the ticket comes into a pause, and goes on, later by the working time passed, when it leaves the last one. */
function clockAfter(
  ticket: Clocked,
  state: TicketState,
  now: Instant,
  calendar: WorkCalendar,
): Pick<Ticket, 'dueAt' | 'pausedAt' | 'pausedWorkingMs'> {
  const { dueAt, pausedAt, pausedWorkingMs } = ticket
  if (isPaused(state)) return { dueAt, pausedAt: pausedAt ?? now, pausedWorkingMs }
  if (pausedAt === null) return { dueAt, pausedAt, pausedWorkingMs }
  const resumed = resumeDeadline(calendar, dueAt, pausedAt, now)
  return { dueAt: resumed.dueAt, pausedAt: null, pausedWorkingMs: pausedWorkingMs + resumed.creditMs }
}

/**
 * Why the deadline is when it is: the working time of limit and pause credit, block by block, up to `dueAt`. Where a meeting agreed on it, that day, and
 * the credit of pauses since.
 */
export function explainDeadline(ticket: Clocked & Agreed & { limit: TimeLimit }, calendar: WorkCalendar) {
  const { limit, openedAt, pausedWorkingMs, dueAt, agreedDueAt: agreedAt = null } = ticket
  const { at, blocks, unknownYears } =
    agreedAt === null
      ? resolveBy(limit, openedAt, calendar, pausedWorkingMs)
      : addWorkingMs(calendar, agreedAt, pausedWorkingMs)
  return { limit, agreedAt, blocks, unknownYears, isOfThisCalendar: at === dueAt }
}
