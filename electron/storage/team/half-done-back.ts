import type { Id } from '../../../shared/contract/values.ts'
import type { Row } from '../../team/wire.ts'
import { inTransaction, type ReadableDb, statement, type WritableDb } from '../database.ts'
import { isSealed } from '../listening/sealed-calls.ts'
import { type HalfDoneTable, tablesOfWords } from '../words-of-calls.ts'
import { cameAlong, keepCame } from './brought.ts'
import { fitted, insert } from './brought-back.ts'

/** Words of one session that somebody is not done with. */
const HALF_DONE = {
  draft: 'SELECT draft.* FROM draft JOIN call ON call.id = draft.call_id WHERE call.session_id = ?',
  meeting_draft: `SELECT meeting_draft.* FROM meeting_draft JOIN meeting ON meeting.id = meeting_draft.meeting_id
    JOIN call ON call.id = meeting.call_id WHERE call.session_id = ?`,
} as const satisfies Readonly<Record<HalfDoneTable, string>>
const NEWEST = `(id) DO UPDATE SET text = excluded.text, caret = excluded.caret, stored_at = excluded.stored_at
  WHERE excluded.stored_at > stored_at`

/**
 * What is half done in a session of a member's database comes back into the one the desk held alone. What both have had is followed: finished or thrown away in one, it does not come
 * back in the other; half done in both, the words written last stay. The member's database remembers what both have had.
 */
export function bringBackHalfDone(from: WritableDb, to: WritableDb, sessionId: Id): void {
  const both = cameAlong(from, 'half_done')
  const ofBoth: Id[] = []
  inTransaction(to, () => {
    for (const table of tablesOfWords('half_done')) {
      const [there, here] = [halfDone(from, table, sessionId), halfDone(to, table, sessionId)]
      for (const [id, row] of there) if (here.has(id) || !both.has(id)) insert(to, table, fitted(from, to, row), NEWEST)
      ofBoth.push(...there.keys())
      for (const [id, row] of here)
        if (both.has(id) && !there.has(id) && !isWithLifeChannel(from, row)) drop(to, table, id)
    }
  })
  // Afterwards: what is not remembered comes once more, and finds itself there.
  keepCame(from, 'half_done', ofBoth)
}

const halfDone = (db: ReadableDb, table: HalfDoneTable, sessionId: Id): ReadonlyMap<Id, Row> =>
  new Map((statement(db, HALF_DONE[table]).all(sessionId) as Row[]).map((row) => [String(row.id), row]))

const drop = (db: WritableDb, table: HalfDoneTable, id: Id): void =>
  void statement(db, `DELETE FROM ${table} WHERE id = ?`).run(id)

/** A line half typed is of its meeting's call. */
const IS_SEALED = `SELECT ${isSealed('call.id')} FROM call
  WHERE id = coalesce(:call, (SELECT call_id FROM meeting WHERE meeting.id = :meeting))`

/** Its words are sealed, out of where they were: nobody is done with them. */
const isWithLifeChannel = (db: ReadableDb, row: Row): boolean =>
  statement(db, IS_SEALED)
    .pluck()
    .get({ call: row.call_id ?? null, meeting: row.meeting_id ?? null }) === 1
