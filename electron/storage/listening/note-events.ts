import type { NoteAct, NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { PersonalDataKind } from '../../../shared/domain/listening/masking/span.ts'
import { type Query, row, write } from '../engine/query.ts'

/** What a note said before an event, so that the event can be taken back. */
export interface NoteBefore {
  readonly kind: NoteKind
  readonly text: string
  readonly issueTypeId: string | null
  readonly editedAt: Instant | null
  /** Missing in what was written before marks could be moved. */
  readonly offsetMs?: number
  /** Only of `unmasked`: what its mask took it for. */
  readonly takenFor?: PersonalDataKind
}

export interface NoteEvent {
  readonly id: Id
  readonly noteId: Id
  readonly callId: Id
  readonly at: Instant
  readonly actorId: Id | null
  readonly what: NoteAct | 'undone'
  readonly before: NoteBefore | null
  /** Only of `undone`; null there: a seal put the words away, or gave them back. */
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
// What came before a seal has lost its words: steps begin after it.
const STEPS = `WITH RECURSIVE link (first, event_id, times_taken_back) AS (
    SELECT rowid, id, 0 FROM note_event WHERE call_id = :callId AND what <> 'undone' AND rowid > (
      SELECT coalesce(max(rowid), 0) FROM note_event WHERE call_id = :callId AND ((what = 'undone' AND undoes_event_id IS NULL)
        OR (what IN ('edited', 'restamped', 'unmasked') AND before_json IS NULL)))
    UNION ALL
    SELECT link.first, undoing.id, link.times_taken_back + 1
      FROM link JOIN note_event undoing ON undoing.undoes_event_id = link.event_id
  )
  SELECT begun.what AS done, newest.note_id AS noteId, newest.id AS newestEventId, newest.before_json AS before
    FROM link JOIN note_event begun ON begun.rowid = link.first JOIN note_event newest ON newest.id = link.event_id
    WHERE NOT EXISTS (SELECT 1 FROM note_event later WHERE later.undoes_event_id = newest.id)`

const LAST_DONE = `${STEPS} AND times_taken_back % 2 = 0 ORDER BY link.first DESC LIMIT 1`

const LAST_TAKEN_BACK = `${STEPS} AND times_taken_back % 2 = 1 AND newest.rowid > (SELECT max(first) FROM link)
  ORDER BY newest.rowid DESC LIMIT 1`

/** Append-only: an event is never changed or deleted. */
export function appendNoteEvent(event: NoteEvent): Query<number> {
  const { id, noteId, callId, at, actorId, what, undoesEventId } = event
  const before = event.before === null ? null : JSON.stringify(event.before)
  return write(INSERT, [id, noteId, callId, at, actorId, what, before, undoesEventId])
}

/** The last thing done to the notes of this call that stands. */
export const lastDone = (callId: Id): Query<NoteStep | null> => stepOf(LAST_DONE, callId)

/** What was taken back last; null when something was done since. */
export const lastTakenBack = (callId: Id): Query<NoteStep | null> => stepOf(LAST_TAKEN_BACK, callId)

function* stepOf(sql: string, callId: Id): Query<NoteStep | null> {
  const found = yield* row<Omit<NoteStep, 'before'> & { before: string | null }>(sql, { callId })
  if (found === null) return null
  return { ...found, before: found.before === null ? null : (JSON.parse(found.before) as NoteBefore) }
}
