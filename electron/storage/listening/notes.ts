import type { Note, NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement, type WritableDb } from '../database.ts'
import { write } from '../engine/query.ts'
import { isRefusedBy } from '../engine/refused-by.ts'
import { runOn } from '../engine/sqlite.ts'
import { type By, guarded } from '../versions.ts'

export interface NoteRow {
  id: string
  call_id: string
  kind: NoteKind
  text: string
  offset_ms: number
  issue_type_id: string | null
  created_at: string
  edited_at: string | null
  removed_at: string | null
  ticket_id: string | null
  version: number
}

/** A note with whether it was removed; removed notes stay for undo and never leave the service. */
export type StoredNote = Note & { readonly removedAt: Instant | null }

export const noteFromRow = (row: NoteRow): Note => ({
  id: row.id,
  callId: row.call_id,
  kind: row.kind,
  text: row.text,
  offsetMs: row.offset_ms,
  issueTypeId: row.issue_type_id,
  createdAt: row.created_at,
  editedAt: row.edited_at,
  ticketId: row.ticket_id,
  version: row.version,
})

/** What a `NoteRow` is read from. */
export const NOTE_COLUMNS = `note.id, note.call_id, note.kind, note.text, note.offset_ms, note.issue_type_id, note.created_at,
  note.edited_at, note.removed_at, note.version, ticket_quote.ticket_id
  FROM note LEFT JOIN ticket_quote ON ticket_quote.note_id = note.id`

const BY_ID = `SELECT ${NOTE_COLUMNS} WHERE note.id = ?`

const OF_CALL = `SELECT ${NOTE_COLUMNS} WHERE note.call_id = ? AND note.removed_at IS NULL ORDER BY note.offset_ms, note.id`

const OF_SESSION = `SELECT ${NOTE_COLUMNS} JOIN call ON call.id = note.call_id
  WHERE call.session_id = ? AND note.removed_at IS NULL ORDER BY call.number, note.offset_ms, note.id`

const INSERT = `INSERT INTO note (id, call_id, kind, text, offset_ms, issue_type_id, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`

const REWRITE = `UPDATE note SET kind = ?, text = ?, issue_type_id = ?, edited_at = ?, version = version + 1
  WHERE id = ? AND version = ?`

const MOVE_MARK = 'UPDATE note SET offset_ms = ?, version = version + 1 WHERE id = ? AND version = ?'

const SET_REMOVED = 'UPDATE note SET removed_at = ?, version = version + 1 WHERE id = ? AND version = ?'

/** `already_there`: a note with this id is stored, whatever it says. Part of the live path: one statement, no reading. */
export function insertNote(db: WritableDb, note: Note): 'saved' | 'already_there' | 'call_not_found' {
  try {
    const { changes } = statement(db, INSERT).run(
      note.id,
      note.callId,
      note.kind,
      note.text,
      note.offsetMs,
      note.issueTypeId,
      note.createdAt,
    )
    return changes === 1 ? 'saved' : 'already_there'
  } catch (error) {
    if (isRefusedBy(error, 'FOREIGN KEY')) return 'call_not_found'
    throw error
  }
}

/** Removed ones too. */
export function findNote(db: ReadableDb, noteId: Id): StoredNote | null {
  const row = statement(db, BY_ID).get(noteId) as NoteRow | undefined
  return row === undefined ? null : { ...noteFromRow(row), removedAt: row.removed_at }
}

/** By offset, without removed ones. */
export const notesOfCall = (db: ReadableDb, callId: Id): Note[] =>
  (statement(db, OF_CALL).all(callId) as NoteRow[]).map(noteFromRow)

/** By call and offset, without removed ones. */
export const notesOfSession = (db: ReadableDb, sessionId: Id): Note[] =>
  (statement(db, OF_SESSION).all(sessionId) as NoteRow[]).map(noteFromRow)

/** Inside a transaction. Throws `StaleChange`. */
export function rewriteNote(
  db: WritableDb,
  note: StoredNote,
  words: { kind: NoteKind; text: string; issueTypeId: string | null; editedAt: Instant | null },
  by: By,
): void {
  const { kind, text, issueTypeId, editedAt } = words
  const update = write(REWRITE, [kind, text, issueTypeId, editedAt, note.id, note.version])
  runOn(db, guarded(note.id, [note, words], by, update))
}

export function moveMark(db: WritableDb, note: StoredNote, offsetMs: number, by: By): void {
  const update = write(MOVE_MARK, [offsetMs, note.id, note.version])
  runOn(db, guarded(note.id, [note, { offsetMs }], by, update))
}

/** `removedAt` null puts the note back. Inside a transaction. Throws `StaleChange`. */
export function setRemoved(db: WritableDb, note: StoredNote, removedAt: Instant | null, by: By): void {
  const update = write(SET_REMOVED, [removedAt, note.id, note.version])
  runOn(db, guarded(note.id, [note, { removedAt }], by, update))
}
