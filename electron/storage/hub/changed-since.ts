import type { ChangedNote } from '../../../shared/contract/team/arrivals.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type Query, rows, type Value } from '../engine/query.ts'
import { notSealed } from '../listening/sealed-calls.ts'

type Stored = Readonly<Record<string, Value>>

const PAGE = 50
/** A note may have a long history: whoever waits for the next of them waits for no message that fills a wire. */
const MOST_BYTES = 1_000_000

const FROM = 'FROM note JOIN call ON call.id = note.call_id JOIN session ON session.id = call.session_id'
const HERE = `note.id > :after AND ${notSealed('call.id')} AND EXISTS (SELECT 1 FROM note_event WHERE note_id = note.id AND at > session.handed_over_at)`
/** A desk's own file has no desks. */
const CHANGED = {
  sqlite: 'SELECT note.* FROM note WHERE note.id > :after AND :deskId IS NULL AND 1 = 0',
  postgres: `SELECT note.* ${FROM} WHERE session.desk_id = :deskId AND session.handed_over_at IS NOT NULL AND ${HERE} ORDER BY note.id LIMIT ${PAGE}`,
}
const EVENTS = 'SELECT * FROM note_event WHERE note_id = ? ORDER BY rowid'
const CHANGES = 'SELECT * FROM row_change WHERE row_id = ? ORDER BY version'

/** Notes of this desk that somebody changed at the hub since their session was handed over, the next after one of them; of sealed calls none. */
export function* notesChangedSince(deskId: Id, after: Id | ''): Query<ChangedNote[]> {
  const told: ChangedNote[] = []
  let bytes = 0
  for (const note of yield* rows<Stored>(CHANGED, { deskId, after })) {
    const noteId = String(note.id) as Id
    const events = yield* rows<Stored>(EVENTS, [noteId])
    const changes = yield* rows<Stored>(CHANGES, [noteId])
    const one = { noteId, note: plain(note), events: events.map(plain), changes: changes.map(plain) }
    bytes += Buffer.byteLength(JSON.stringify(one))
    if (told.length > 0 && bytes > MOST_BYTES) return told
    told.push(one)
  }
  return told
}

/** Where it lies here is nobody else's. */
function plain({ rowid: _, ...row }: Stored): ChangedNote['note'] {
  return row as ChangedNote['note']
}
