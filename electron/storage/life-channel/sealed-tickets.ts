import type { Id } from '../../../shared/contract/values.ts'
import { voiceTitle } from '../../../shared/domain/tickets/voice-title.ts'
import { type Query, rows, write } from '../engine/query.ts'
import { NO_WORDS } from '../no-words.ts'
import { appendTicketEvent } from '../tickets/ticket-events.ts'
import { quotesOfTicket } from '../tickets/ticket-quotes.ts'
import { refreshTicketSearch, removeFromTicketSearch } from '../tickets/ticket-search.ts'
import { findTicket, ticketToChange, updateTicket, withdrawTicket } from '../tickets/tickets.ts'
import type { By } from '../versions.ts'

const QUOTING = `SELECT DISTINCT ticket_quote.ticket_id AS id FROM ticket_quote JOIN note ON note.id = ticket_quote.note_id
  WHERE note.call_id = ? ORDER BY ticket_quote.ticket_id`
const UNQUOTE = `DELETE FROM ticket_quote WHERE ticket_id = ? AND note_id IN (SELECT id FROM note WHERE call_id = ?)`
const FORGET_EARLIER = 'UPDATE ticket_event SET before_json = NULL WHERE ticket_id = ?'

/**
 * Tickets that quote a call lose what it said: one that says nothing else is withdrawn; of another the title is made
 * anew of the words that are left, and its earlier forms are forgotten.
 */
export function* sealTicketsOf(callId: Id, by: By, newId: () => Id): Query<void> {
  for (const { id } of yield* rows<{ id: Id }>(QUOTING, [callId])) {
    const ticket = yield* ticketToChange(id)
    yield* write(UNQUOTE, [id, callId])
    yield* write(FORGET_EARLIER, [id])
    if (ticket === null) throw new Error('a ticket that quotes was not found')
    const left = (yield* quotesOfTicket(id)).filter(({ kind }) => kind === 'voice')
    if (left.length === 0) {
      yield* withdrawTicket(ticket, by)
      yield* removeFromTicketSearch(ticket.number)
      const nothing = { actorName: null, action: null, from: null, to: null, remark: null, undoesEventId: null }
      yield* appendTicketEvent(id, { id: newId(), at: by.at, what: 'withdrawn', ...nothing, before: null })
      continue
    }
    const title = left.map(({ text }) => voiceTitle(text)).find((each) => each !== '') ?? NO_WORDS
    const now = (yield* findTicket(id)) ?? ticket
    yield* updateTicket(now, { ...now, title }, by)
    yield* refreshTicketSearch(id)
  }
}
