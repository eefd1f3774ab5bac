import type { Note, NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { Quote } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, value } from '../engine/query.ts'
import { notSealed } from '../listening/sealed-calls.ts'

interface QuoteRow {
  note_id: string
  kind: NoteKind
  text: string
  offset_ms: number
  call_id: string
  number: number
  reference: string | null
  started_at: string
  heard_by: string | null
}

/** A condition: a ticket is of one call or two, so nothing is told in it of how an agent was. Praise goes to the agent, as thanks. */
const ABOUT_NO_AGENT = `note.kind <> 'praise'`

const OF_TICKET = `SELECT note.id AS note_id, note.kind, note.text, note.offset_ms, call.id AS call_id, call.number,
  call.reference, call.started_at, person.name AS heard_by
  FROM ticket_quote JOIN note ON note.id = ticket_quote.note_id JOIN call ON call.id = note.call_id
  JOIN session ON session.id = call.session_id LEFT JOIN person ON person.id = session.listener_id
  WHERE ticket_quote.ticket_id = ? AND ${ABOUT_NO_AGENT} ORDER BY call.started_at, call.number, note.offset_ms, note.id`

const OTHER_VOICE = `SELECT EXISTS (SELECT 1 FROM ticket_quote JOIN note ON note.id = ticket_quote.note_id
  WHERE ticket_quote.ticket_id = ? AND note.kind = 'voice' AND note.id <> ?) AS value`

/** Else two notes, each the other's other voice, could be changed in one moment. */
const HOLD_TICKET = { sqlite: null, postgres: 'SELECT 1 FROM ticket WHERE id = ? FOR NO KEY UPDATE' }

/** Whether the ticket would still quote a voice without this note; it stays so until the transaction that asked is over. */
export function* hasOtherVoice(ticketId: Id, noteId: Id): Query<boolean> {
  yield* rows(HOLD_TICKET, [ticketId])
  return (yield* value<number>(OTHER_VOICE, [ticketId, noteId])) === 1
}

/** In the order in which they were heard: by call, then by offset. */
export function* quotesOfTicket(ticketId: Id): Query<Quote[]> {
  return (yield* rows<QuoteRow>(OF_TICKET, [ticketId])).map((quote) => ({
    noteId: quote.note_id,
    kind: quote.kind,
    text: quote.text,
    offsetMs: quote.offset_ms,
    callId: quote.call_id,
    callNumber: quote.number,
    callReference: quote.reference,
    heardAt: addMs(quote.started_at, quote.offset_ms),
    heardBy: quote.heard_by,
  }))
}

const TO_QUOTE = inEach(
  (say) => `SELECT note.id, note.kind, note.text, ticket_quote.ticket_id AS ticketId
  FROM note LEFT JOIN ticket_quote ON ticket_quote.note_id = note.id
  WHERE ${say(among('note.id'))} AND note.removed_at IS NULL AND ${notSealed('note.call_id')} ORDER BY note.id`,
)
const TO_HOLD = inEach((say) => say(TO_QUOTE) + say({ sqlite: '', postgres: ' FOR SHARE OF note' }))

/** What is asked of a note that is to become part of a ticket. */
export type QuotableNote = Pick<Note, 'id' | 'kind' | 'text' | 'ticketId'>

/** Which of these notes there are, and which tickets quote them; nobody takes one off before the transaction that asked is over. */
export const notesToQuote = (noteIds: readonly Id[]): Query<QuotableNote[]> =>
  rows<QuotableNote>(TO_HOLD, [JSON.stringify(noteIds)])
