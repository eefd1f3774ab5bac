import type { Id } from '../../../shared/contract/values.ts'
import { voiceTitle } from '../../../shared/domain/tickets/voice-title.ts'
import { type Query, rows, write } from '../engine/query.ts'
import { NO_WORDS } from '../no-words.ts'
import { appendTicketEvent } from '../tickets/ticket-events.ts'
import { quotesOfTicket } from '../tickets/ticket-quotes.ts'
import { refreshTicketSearch, removeFromTicketSearch } from '../tickets/ticket-search.ts'
import { findTicket, forgetSaid, ticketToChange, updateTicket, withdrawTicket } from '../tickets/tickets.ts'
import type { By } from '../versions.ts'

/** What a ticket lost as a call of its was sealed. */
export interface TicketWords {
  readonly id: Id
  /** As which it was found. */
  readonly version: number
  readonly title: string
  /** What it quotes says it; else a person wrote it, or what it quoted was put away before it was looked at. */
  readonly isMade: boolean
  /** The titles that seals left to it. Not in what was sealed before these were kept. */
  readonly leftTitles?: readonly string[] | undefined
  readonly ownerName: string | null
  /** What it quoted then: its title and what was said of it may speak of each of these. */
  readonly callIds: readonly Id[]
  readonly quotes: readonly { readonly noteId: Id; readonly position: number; readonly callId: Id }[]
  readonly events: readonly { readonly id: Id; readonly remark: string | null; readonly before: string | null }[]
  /** The event by which it was withdrawn; null: it said something else. */
  readonly withdrawnBy: Id | null
}

const QUOTING = `SELECT DISTINCT ticket_quote.ticket_id AS id FROM ticket_quote JOIN note ON note.id = ticket_quote.note_id
  WHERE note.call_id = ? ORDER BY ticket_quote.ticket_id`
const QUOTES = `SELECT ticket_quote.note_id AS noteId, position, note.call_id AS callId
  FROM ticket_quote JOIN note ON note.id = ticket_quote.note_id WHERE ticket_id = ? ORDER BY position, note_id`
const SAID = `SELECT id, remark, before_json AS before FROM ticket_event
  WHERE ticket_id = ? AND (remark IS NOT NULL OR before_json IS NOT NULL) ORDER BY id`
const UNQUOTE = `DELETE FROM ticket_quote WHERE ticket_id = ? AND note_id IN (SELECT id FROM note WHERE call_id = ?)`

/** What the customers' words in it make of it; null: it quotes none. */
export function* madeTitle(ticketId: Id): Query<string | null> {
  const voices = (yield* quotesOfTicket(ticketId)).filter(({ kind }) => kind === 'voice')
  if (voices.length === 0) return null
  return voices.map(({ text }) => voiceTitle(text)).find((each) => each !== '') ?? NO_WORDS
}

/**
 * Tickets that quote a call lose what it said: one that says nothing else is withdrawn; of another the title is made
 * anew of the words that are left, and its remarks and earlier forms are put away, as they may speak of either. Answers what they lost.
 */
export function* sealTicketsOf(callId: Id, by: By, newId: () => Id): Query<TicketWords[]> {
  const lost: TicketWords[] = []
  for (const { id } of yield* rows<{ id: Id }>(QUOTING, [callId])) {
    const ticket = yield* ticketToChange(id)
    if (ticket === null) throw new Error('a ticket that quotes was not found')
    const { title, ownerName, version } = ticket
    const quotes = yield* rows<TicketWords['quotes'][number]>(QUOTES, [id])
    const events = yield* rows<TicketWords['events'][number]>(SAID, [id])
    const isMade = title === (yield* madeTitle(id))
    yield* write(UNQUOTE, [id, callId])
    yield* forgetSaid(id)
    const left = yield* madeTitle(id)
    const withdrawnBy = left === null ? newId() : null
    if (withdrawnBy !== null) {
      yield* withdrawTicket(ticket, by)
      yield* removeFromTicketSearch(ticket.number)
      const nothing = { actorName: null, action: null, from: null, to: null, remark: null, undoesEventId: null }
      yield* appendTicketEvent(id, { id: withdrawnBy, at: by.at, what: 'withdrawn', ...nothing, before: null })
    } else {
      const now = (yield* findTicket(id)) ?? ticket
      yield* updateTicket(now, { ...now, title: left ?? NO_WORDS }, by)
      yield* refreshTicketSearch(id)
    }
    lost.push({
      ...{ id, version, title, isMade, ownerName, events, withdrawnBy },
      leftTitles: [left ?? NO_WORDS],
      callIds: [...new Set(quotes.map((quote) => quote.callId))],
      quotes: withdrawnBy === null ? quotes.filter((quote) => quote.callId === callId) : quotes,
    })
  }
  return lost
}
