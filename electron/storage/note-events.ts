import type { NoteKind } from '../../shared/contract/notes.ts'
import type { Id, Instant } from '../../shared/contract/values.ts'
import { type ReadableDb, statement, type WritableDb } from './database.ts'

/** What a note said before an event, so that the event can be taken back. */
export interface NoteBefore {
  readonly kind: NoteKind
  readonly text: string
  readonly issueTypeId: string | null
  readonly editedAt: Instant | null
}

export interface NoteEvent {
  readonly id: Id
  readonly noteId: Id
  readonly callId: Id
  readonly at: Instant
  readonly actorId: Id | null
  readonly what: 'added' | 'edited' | 'removed' | 'undone'
  readonly before: NoteBefore | null
  /** Only of `undone`. */
  readonly undoesEventId: Id | null
}

/** An event that can still be taken back. */
export type UndoableEvent = NoteEvent & { readonly what: 'added' | 'edited' | 'removed' }

const INSERT = `INSERT INTO note_event (id, note_id, call_id, at, actor_id, what, before_json, undoes_event_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

// By rowid, not by id or time: the order of happening must survive a clock that is set back.
const LAST_NOT_UNDONE = `SELECT id, note_id, call_id, at, actor_id, what, before_json FROM note_event event
  WHERE call_id = ? AND what <> 'undone'
    AND NOT EXISTS (SELECT 1 FROM note_event undoing WHERE undoing.undoes_event_id = event.id)
  ORDER BY rowid DESC LIMIT 1`

interface EventRow {
  id: string
  note_id: string
  call_id: string
  at: string
  actor_id: string | null
  what: 'added' | 'edited' | 'removed'
  before_json: string | null
}

/** Append-only: an event is never changed or deleted. */
export function appendNoteEvent(db: WritableDb, event: NoteEvent): void {
  statement(db, INSERT).run(
    event.id,
    event.noteId,
    event.callId,
    event.at,
    event.actorId,
    event.what,
    event.before === null ? null : JSON.stringify(event.before),
    event.undoesEventId,
  )
}

/** The last thing done to the notes of this call that was not taken back. */
export function lastUndoable(db: ReadableDb, callId: Id): UndoableEvent | null {
  const row = statement(db, LAST_NOT_UNDONE).get(callId) as EventRow | undefined
  if (row === undefined) return null
  return {
    id: row.id,
    noteId: row.note_id,
    callId: row.call_id,
    at: row.at,
    actorId: row.actor_id,
    what: row.what,
    before: row.before_json === null ? null : (JSON.parse(row.before_json) as NoteBefore),
    undoesEventId: null,
  }
}
