import type { Note, NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { inEach } from '../engine/in-each.ts'
import { type Query, row, rows, write } from '../engine/query.ts'
import { pointsNowhere } from '../engine/refused-by.ts'
import { type By, guarded } from '../versions.ts'
import { notSealed } from './sealed-calls.ts'
import { MOST_BESIDE, type WordsBeside, wordsAround } from './words-beside.ts'

/** A note with whether it was removed; removed notes stay for undo and never leave the service. */
export type StoredNote = Note & { readonly removedAt: Instant | null }

/** What a `Note` is read from. */
export const NOTE_COLUMNS = `note.id, note.call_id AS callId, note.kind, note.text, note.offset_ms AS offsetMs,
  note.issue_type_id AS issueTypeId, note.created_at AS createdAt, note.edited_at AS editedAt, note.version,
  ticket_quote.ticket_id AS ticketId FROM note LEFT JOIN ticket_quote ON ticket_quote.note_id = note.id`

const SELECT = `SELECT ${NOTE_COLUMNS}`

const BY_ID = `SELECT note.removed_at AS removedAt, ${NOTE_COLUMNS} WHERE note.id = ?`

/** Undo decides on all that was done in the call, so whoever does something there waits for it. */
const HOLD_ITS_CALL = {
  sqlite: null,
  postgres: 'SELECT 1 FROM call WHERE id = (SELECT call_id FROM note WHERE id = ?) FOR NO KEY UPDATE',
}

/** Waits for a ticket that is about to quote it, and keeps others from doing so. */
const HOLD = { sqlite: null, postgres: 'SELECT 1 FROM note WHERE id = ? FOR UPDATE' }

/** The seat goes on with the notes of a call that is sealed while it is heard; to a company nothing tells of it. */
const IS_TOLD = {
  sqlite: 'note.removed_at IS NULL',
  postgres: `note.removed_at IS NULL AND ${notSealed('note.call_id')}`,
}

const OF_CALL = inEach((say) => `${SELECT} WHERE note.call_id = ? AND ${say(IS_TOLD)} ORDER BY note.offset_ms, note.id`)

const OF_SESSION = inEach(
  (say) => `${SELECT} JOIN call ON call.id = note.call_id
  WHERE call.session_id = ? AND ${say(IS_TOLD)} ORDER BY call.number, note.offset_ms, note.id`,
)

const INTO = 'INSERT INTO note (id, call_id, kind, text, offset_ms, issue_type_id, created_at)'

/** PostgreSQL looks for the call rather than refuse: after a refusal it gives up the whole transaction. */
const INSERT = {
  sqlite: `${INTO} VALUES (:id, :callId, :kind, :text, :offsetMs, :issueTypeId, :createdAt) ON CONFLICT (id) DO NOTHING`,
  postgres: `${INTO} SELECT :id, id, :kind, :text, CAST(:offsetMs AS bigint), :issueTypeId, :createdAt
    FROM call WHERE id = :callId ON CONFLICT (id) DO NOTHING`,
}

const REWRITE = `UPDATE note SET kind = ?, text = ?, issue_type_id = ?, edited_at = ?, version = version + 1
  WHERE id = ? AND version = ?`

const MOVE_MARK = 'UPDATE note SET offset_ms = ?, version = version + 1 WHERE id = ? AND version = ?'

const SET_REMOVED = 'UPDATE note SET removed_at = ?, version = version + 1 WHERE id = ? AND version = ?'

const IN_CALL = 'SELECT text AS value FROM note WHERE call_id = ? AND removed_at IS NULL'
const BEFORE = `${IN_CALL} AND (created_at < ? OR (created_at = ? AND id < ?)) ORDER BY created_at DESC, id DESC LIMIT ${MOST_BESIDE}`
const AFTER = `${IN_CALL} AND (created_at > ? OR (created_at = ? AND id > ?)) ORDER BY created_at, id LIMIT ${MOST_BESIDE}`

/** `already_there`: a note with this id is stored, whatever it says. Part of the live path: one statement, no reading, no step. */
export function* insertNote(note: Note): Query<'saved' | 'already_there' | 'call_not_found'> {
  const { id, callId, kind, text, offsetMs, issueTypeId, createdAt } = note
  try {
    const count = yield* write(INSERT, { id, callId, kind, text, offsetMs, issueTypeId, createdAt })
    if (count === 1) return 'saved'
    return (yield* findNote(id)) === null ? 'call_not_found' : 'already_there'
  } catch (error) {
    if (pointsNowhere(error)) return 'call_not_found'
    throw error
  }
}

/** Removed ones too. */
export const findNote = (noteId: Id): Query<StoredNote | null> => row<StoredNote>(BY_ID, [noteId])

/** The note, which nobody else changes or quotes before the transaction that asked is over. */
export function* noteToChange(noteId: Id): Query<StoredNote | null> {
  yield* rows(HOLD_ITS_CALL, [noteId])
  yield* rows(HOLD, [noteId])
  return yield* findNote(noteId)
}

/** What was noted in its call right before it and right after, as it stands. */
export const wordsBeside = ({ id, callId, createdAt }: Note): Query<WordsBeside> =>
  wordsAround(BEFORE, AFTER, [callId, createdAt, createdAt, id])

/** By offset, without removed ones. */
export const notesOfCall = (callId: Id): Query<Note[]> => rows<Note>(OF_CALL, [callId])

/** By call and offset, without removed ones. */
export const notesOfSession = (sessionId: Id): Query<Note[]> => rows<Note>(OF_SESSION, [sessionId])

/** Inside a transaction. Throws `StaleChange`. */
export function* rewriteNote(
  note: StoredNote,
  words: { kind: NoteKind; text: string; issueTypeId: string | null; editedAt: Instant | null },
  by: By,
): Query<void> {
  const { kind, text, issueTypeId, editedAt } = words
  const update = write(REWRITE, [kind, text, issueTypeId, editedAt, note.id, note.version])
  yield* guarded(note.id, [note, words], by, update)
}

export function* moveMark(note: StoredNote, offsetMs: number, by: By): Query<void> {
  yield* guarded(note.id, [note, { offsetMs }], by, write(MOVE_MARK, [offsetMs, note.id, note.version]))
}

/** `removedAt` null puts the note back. Inside a transaction. Throws `StaleChange`. */
export function* setRemoved(note: StoredNote, removedAt: Instant | null, by: By): Query<void> {
  yield* guarded(note.id, [note, { removedAt }], by, write(SET_REMOVED, [removedAt, note.id, note.version]))
}
