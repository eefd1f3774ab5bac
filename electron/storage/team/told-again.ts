import type { Id } from '../../../shared/contract/values.ts'
import {
  countAsUnimportant,
  inTransaction,
  type ReadableDb,
  statement,
  type WritableDb,
  writtenRows,
} from '../database.ts'
import { forgetLotMarks } from './acknowledged.ts'
import { enterAnew, enterCasesAnew } from './journal-tables.ts'

/** What is still to be asked of a hub of another history: what it has whole of the sessions that were given to it, and which changes of this desk it knows. */
export type Owed = 'sessions' | 'changes'

/** Only in a member's database, for the same reason as the journal. */
const TABLE = 'CREATE TABLE IF NOT EXISTS mirror_owed (what TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;'

export const makeOwedTable = (db: WritableDb): void => void db.exec(TABLE)

/** A desk that is closed before the hub said so asks as it starts. */
export const isOwed = (db: ReadableDb, what: Owed): boolean =>
  statement(db, 'SELECT 1 FROM mirror_owed WHERE what = ?').get(what) !== undefined

const OWE = `INSERT INTO mirror_owed (what) VALUES ('sessions'), ('changes') ON CONFLICT DO NOTHING`

export const isOwedNoMore = (db: WritableDb, what: Owed): void =>
  unimportant(db, () => void statement(db, 'DELETE FROM mirror_owed WHERE what = ?').run(what))

const GIVEN_AWAY = 'SELECT session_id FROM handed_over WHERE session_id > ? ORDER BY session_id LIMIT ?'

/** Sessions that are the hub's by what is known here, after one of them. */
export const sessionsGivenAway = (db: ReadableDb, after: Id | '', most: number): Id[] =>
  statement(db, GIVEN_AWAY).pluck().all(after, most) as Id[]

/** Of these the hub knows nothing, or not all: this desk is in charge of them again, and tells of them as if they had just been heard. */
export const takeBack = (db: WritableDb, sessionIds: readonly Id[]): void =>
  unimportant(db, () => enterAnew(db, sessionIds))

const OWN = 'SELECT id FROM session WHERE id NOT IN (SELECT session_id FROM handed_over) ORDER BY rowid'

/**
 * The hub is of another history, and what it has of what was given to it is to be asked. Whatever the hub has of it by now: sessions that are this desk's still are told of once more, as part of each may have been up; and so are all cases, as a
 * call that was sealed after its session was given away lies there with its words. `given`: sessions that were given away when it may have been of that
 * history already, which has them whole by what it knows. `marks`: of lots about which it was asked.
 */
export function takeBackOwn(db: WritableDb, given: readonly Id[], marks: readonly string[]): void {
  unimportant(db, () => {
    enterAnew(db, [...given, ...(statement(db, OWN).pluck().all() as Id[])])
    enterCasesAnew(db)
    statement(db, OWE).run()
    forgetLotMarks(db, marks)
  })
}

/** No work of anybody's: a copy of the database need not be made for it. */
function unimportant(db: WritableDb, work: () => void): void {
  const before = writtenRows(db)
  inTransaction(db, work)
  countAsUnimportant(db, writtenRows(db) - before)
}
