import type { NoteAct, NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement, type WritableDb } from '../database.ts'

/** What a note said before an event, so that the event can be taken back. */
export interface NoteBefore {
  readonly kind: NoteKind
  readonly text: string
  readonly issueTypeId: string | null
  readonly editedAt: Instant | null
  /** Missing in what was written before marks could be moved. */
  readonly offsetMs?: number
}

export interface NoteEvent {
  readonly id: Id
  readonly noteId: Id
  readonly callId: Id
  readonly at: Instant
  readonly actorId: Id | null
  readonly what: NoteAct | 'undone'
  readonly before: NoteBefore | null
  /** Only of `undone`. */
  readonly undoesEventId: Id | null
}

/**
 * Something done to a note, with the newest link of its chain: the event itself, the `undone` that took it back, the `undone` that
 * took that back (it is done again), and so on. Taking back the newest link turns it over once more.
 */
export interface NoteStep {
  readonly done: NoteAct
  readonly noteId: Id
  readonly newestEventId: Id
  /** Of the newest link: what the note goes back to. */
  readonly before: NoteBefore | null
}

const INSERT = `INSERT INTO note_event (id, note_id, call_id, at, actor_id, what, before_json, undoes_event_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

// By rowid, not by id or time: the order of happening must survive a clock that is set back.
const STEPS = `WITH RECURSIVE link (first, event_id, times_taken_back) AS (
    SELECT rowid, id, 0 FROM note_event WHERE call_id = ? AND what <> 'undone'
    UNION ALL
    SELECT link.first, undoing.id, link.times_taken_back + 1
      FROM link JOIN note_event undoing ON undoing.undoes_event_id = link.event_id
  )
  SELECT begun.what, newest.note_id, newest.id, newest.before_json
    FROM link JOIN note_event begun ON begun.rowid = link.first JOIN note_event newest ON newest.id = link.event_id
    WHERE NOT EXISTS (SELECT 1 FROM note_event later WHERE later.undoes_event_id = newest.id)`

const LAST_DONE = `${STEPS} AND times_taken_back % 2 = 0 ORDER BY link.first DESC LIMIT 1`

const LAST_TAKEN_BACK = `${STEPS} AND times_taken_back % 2 = 1 AND newest.rowid > (SELECT max(first) FROM link)
  ORDER BY newest.rowid DESC LIMIT 1`

interface StepRow {
  what: NoteAct
  note_id: string
  id: string
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

/** The last thing done to the notes of this call that stands. */
export const lastDone = (db: ReadableDb, callId: Id): NoteStep | null => stepOf(db, LAST_DONE, callId)

/** What was taken back last; null when something was done since. */
export const lastTakenBack = (db: ReadableDb, callId: Id): NoteStep | null => stepOf(db, LAST_TAKEN_BACK, callId)

function stepOf(db: ReadableDb, sql: string, callId: Id): NoteStep | null {
  const row = statement(db, sql).get(callId) as StepRow | undefined
  if (row === undefined) return null
  const before = row.before_json === null ? null : (JSON.parse(row.before_json) as NoteBefore)
  return { done: row.what, noteId: row.note_id, newestEventId: row.id, before }
}
