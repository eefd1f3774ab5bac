import type { Asker } from '../../../shared/contract/services.ts'
import type { ArrivingTicket, TicketArrival } from '../../../shared/contract/team/arrivals.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { maskBesideStaff } from '../../../shared/domain/listening/masking/names-of-staff.ts'
import { ticketName } from '../../../shared/domain/tickets/ticket-name.ts'
import type { Query } from '../../storage/engine/query.ts'
import { everEvents, ticketsKnown } from '../../storage/hub/arrived.ts'
import { findIssueType } from '../../storage/tickets/issue-types.ts'
import { appendTicketEvent } from '../../storage/tickets/ticket-events.ts'
import { notesToQuote } from '../../storage/tickets/ticket-quotes.ts'
import { refreshTicketSearch } from '../../storage/tickets/ticket-search.ts'
import { insertTicket, ticketNumber } from '../../storage/tickets/tickets.ts'
import type { HouseParts } from '../parts.ts'
import { recordEvent } from '../tickets/ticket-history.ts'

/**
 * Lays a ticket of a desk down as it is there: dates, state, owner, deadline and story are kept, and masked once more. It gets the next number; the
 * old one stands in its story, where it says who brought it. What was done to it before cannot be taken back here.
 */
export function* layTicket(parts: HouseParts, arriving: ArrivingTicket, asker: Asker): Query<TicketArrival> {
  const { id } = arriving
  const [known] = yield* ticketsKnown([id])
  if (known !== undefined) return { id, how: 'there', number: known.number }
  if ((yield* findIssueType(arriving.issueTypeId)) === null) return { id, how: 'unknown_issue_type' }
  const noteIds = [...new Set(arriving.noteIds)]
  const notes = yield* notesToQuote(noteIds)
  if (notes.length < noteIds.length) return { id, how: 'notes_missing' }

  const { number: old, noteIds: _, events, ...ticket } = arriving
  const number = yield* insertTicket(
    {
      ...ticket,
      title: masked(ticket.title),
      department: masked(ticket.department),
      ownerName: ticket.ownerName && maskBesideStaff(ticket.ownerName),
    },
    noteIds,
  )
  if (number === 'already_quoted') {
    const quoting = (yield* notesToQuote(noteIds)).find(({ ticketId }) => ticketId !== null)?.ticketId
    if (quoting == null) throw new Error('a note was refused that no ticket quotes')
    return { id, how: number, number: yield* ticketNumber(quoting) }
  }
  // Whatever a desk says: an event is of one ticket, and taken back once.
  const taken = new Set(yield* everEvents(events.map((event) => event.id)))
  const undone = new Set<Id | null>([null])
  const laid = new Set<Id | null>()
  for (const event of events) {
    if (taken.has(event.id)) continue
    const undoesEventId = laid.has(event.undoesEventId) && !undone.has(event.undoesEventId) ? event.undoesEventId : null
    yield* appendTicketEvent(id, { ...event, undoesEventId, remark: orNull(event.remark), before: null })
    taken.add(event.id)
    laid.add(event.id)
    undone.add(undoesEventId)
  }
  yield* recordEvent(parts, asker, id, parts.clock.now(), {
    what: 'brought',
    // One that kept its number has no other to tell.
    remark: old === number ? null : ticketName(old),
  })
  yield* refreshTicketSearch(id)
  return { id, how: 'laid', number }
}

const masked = (text: string): string => maskText(text).text
const orNull = (text: string | null): string | null => (text === null ? null : masked(text))
