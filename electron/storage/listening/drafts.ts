import type { Draft, HalfDone, NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement, type WritableDb } from '../database.ts'
import { type Query, write } from '../engine/query.ts'
import { pointsNowhere } from '../engine/refused-by.ts'
import { HEARD_ZONE } from './calls.ts'
import { isEmptied, notSealed } from './sealed-calls.ts'

interface DraftRow {
  id: string
  call_id: string
  note_id: string | null
  seen_version: number | null
  kind: NoteKind
  text: string
  caret: number
  offset_ms: number
  issue_type_id: string | null
  stored_at: string
}

type HalfDoneRow = DraftRow & {
  session_id: string
  session_started_at: string
  listener_name: string | null
  heardZone: string | null
  number: number
  reference: string | null
}

/**
 * Half a character (one code unit of an emoji, as a cut leaves it) has no UTF-8, and a half-done note is kept whatever is in it. It is
 * stored as a code point that is no character, and its number.
 */
const NO_CHARACTER = '\u{10ffff}'
export const asStored = (text: string): string =>
  text.replace(
    /[\p{Cs}\u{10ffff}]/gu,
    (half) => NO_CHARACTER + (half.codePointAt(0) ?? 0).toString(16).padStart(6, '0'),
  )
export const fromStored = (stored: string): string =>
  stored.replace(/\u{10ffff}([0-9a-f]{6})/gu, (_, number) => String.fromCodePoint(Number.parseInt(number, 16)))

const fromRow = (row: DraftRow): Draft => ({
  draftId: row.id,
  callId: row.call_id,
  noteId: row.note_id,
  // A change begun before versions were kept with it: from the oldest, so that nothing newer is overwritten unasked.
  seenVersion: row.seen_version ?? (row.note_id === null ? null : 0),
  kind: row.kind,
  text: fromStored(row.text),
  caret: row.caret,
  offsetMs: row.offset_ms,
  issueTypeId: row.issue_type_id,
  storedAt: row.stored_at,
})

const STORE = `INSERT INTO draft (id, call_id, note_id, seen_version, kind, text, caret, offset_ms, issue_type_id, stored_at, actor_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET note_id = excluded.note_id, seen_version = excluded.seen_version,
    kind = excluded.kind, text = excluded.text, caret = excluded.caret, offset_ms = excluded.offset_ms, issue_type_id = excluded.issue_type_id, stored_at = excluded.stored_at`

const COLUMNS = `draft.id, draft.call_id, draft.note_id, draft.seen_version, draft.kind, draft.text, draft.caret, draft.offset_ms,
  draft.issue_type_id, draft.stored_at`

const OF_CALL = `SELECT ${COLUMNS} FROM draft WHERE call_id = ?
  AND NOT ${isEmptied('draft.call_id')} ORDER BY note_id IS NULL, id DESC`

const HALF_DONE = `SELECT ${COLUMNS}, call.session_id, call.number, call.reference,
    session.started_at AS session_started_at, person.name AS listener_name, ${HEARD_ZONE}
  FROM draft JOIN call ON call.id = draft.call_id JOIN session ON session.id = call.session_id
  LEFT JOIN person ON person.id = session.listener_id WHERE ${notSealed('call.id')} ORDER BY draft.stored_at DESC, call.number DESC`

/** What is half done stays on the desk where it is typed: a company's database holds none. */
const DROP = { sqlite: 'DELETE FROM draft WHERE id = ?', postgres: null }

const DROP_OF_NOTE = { sqlite: 'DELETE FROM draft WHERE call_id = ? AND note_id = ?', postgres: null }

/** Replaces the draft with this id; whoever began it stays. `not_found`: the call, or the note being edited. */
export function storeDraft(db: WritableDb, draft: Draft & { actorId: Id | null }): 'saved' | 'not_found' {
  try {
    statement(db, STORE).run(
      draft.draftId,
      draft.callId,
      draft.noteId,
      draft.seenVersion,
      draft.kind,
      asStored(draft.text),
      draft.caret,
      draft.offsetMs,
      draft.issueTypeId,
      draft.storedAt,
      draft.actorId,
    )
    return 'saved'
  } catch (error) {
    if (pointsNowhere(error)) return 'not_found'
    throw error
  }
}

/** In the transaction that stores what was half done, so that no kill leaves both. */
export const dropDraft = (draftId: Id): Query<number> => write(DROP, [draftId])

/** Drops the draft only when it is an edit of this note. */
export const dropDraftOfNote = (callId: Id, noteId: Id): Query<number> => write(DROP_OF_NOTE, [callId, noteId])

/** The change of a note first, then the newest begun. */
export const draftsOfCall = (db: ReadableDb, callId: Id): Draft[] =>
  (statement(db, OF_CALL).all(callId) as DraftRow[]).map(fromRow)

/** Newest first, of all sessions. */
export const halfDoneNotes = (db: ReadableDb): HalfDone[] =>
  (statement(db, HALF_DONE).all() as HalfDoneRow[]).map((row) => ({
    ...fromRow(row),
    sessionId: row.session_id,
    sessionStartedAt: row.session_started_at,
    listenerName: row.listener_name,
    heardZone: row.heardZone,
    callNumber: row.number,
    callReference: row.reference,
  }))

/** A condition: it is praise, or shall become of praise what it says. */
export const IS_PRAISE = `(draft.kind = 'praise' OR EXISTS (SELECT 1 FROM note WHERE note.id = draft.note_id AND note.kind = 'praise'))`
