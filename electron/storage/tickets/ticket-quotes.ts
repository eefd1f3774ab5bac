import type { NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { Quote } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { type ReadableDb, statement } from '../database.ts'

interface QuoteRow {
  note_id: string
  kind: NoteKind
  text: string
  offset_ms: number
  call_id: string
  number: number
  reference: string | null
  started_at: string
}

const OF_TICKET = `SELECT note.id AS note_id, note.kind, note.text, note.offset_ms, call.id AS call_id, call.number,
  call.reference, call.started_at
  FROM ticket_quote JOIN note ON note.id = ticket_quote.note_id JOIN call ON call.id = note.call_id
  WHERE ticket_quote.ticket_id = ? ORDER BY call.started_at, call.number, note.offset_ms, note.id`

const OTHER_VOICE = `SELECT EXISTS (SELECT 1 FROM ticket_quote JOIN note ON note.id = ticket_quote.note_id
  WHERE ticket_quote.ticket_id = ? AND note.kind = 'voice' AND note.id <> ?) AS found`

/** Whether the ticket would still quote a voice without this note. */
export const hasOtherVoice = (db: ReadableDb, ticketId: Id, noteId: Id): boolean =>
  (statement(db, OTHER_VOICE).get(ticketId, noteId) as { found: number }).found === 1

/** In the order in which they were heard: by call, then by offset. */
export const quotesOfTicket = (db: ReadableDb, ticketId: Id): Quote[] =>
  (statement(db, OF_TICKET).all(ticketId) as QuoteRow[]).map((row) => ({
    noteId: row.note_id,
    kind: row.kind,
    text: row.text,
    offsetMs: row.offset_ms,
    callId: row.call_id,
    callNumber: row.number,
    callReference: row.reference,
    heardAt: addMs(row.started_at, row.offset_ms),
  }))
