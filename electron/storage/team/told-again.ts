import type { Id } from '../../../shared/contract/values.ts'
import {
  countAsUnimportant,
  inTransaction,
  type ReadableDb,
  statement,
  type WritableDb,
  writtenRows,
} from '../database.ts'
import { enterAnew, enterCasesAnew } from './journal-tables.ts'

const GIVEN_AWAY = 'SELECT session_id FROM handed_over WHERE session_id > ? ORDER BY session_id LIMIT ?'

/** Sessions that are the hub's by what is known here, after one of them. */
export const sessionsGivenAway = (db: ReadableDb, after: Id | '', most: number): Id[] =>
  statement(db, GIVEN_AWAY).pluck().all(after, most) as Id[]

/** Of these the hub knows nothing, or not all: this desk is in charge of them again, and tells of them as if they had just been heard. */
export const takeBack = (db: WritableDb, sessionIds: readonly Id[]): void =>
  unimportant(db, () => enterAnew(db, sessionIds))

const OWN = 'SELECT id FROM session WHERE id NOT IN (SELECT session_id FROM handed_over) ORDER BY rowid'

/**
 * Whatever the hub has of it by now: sessions that are this desk's still are told of once more, as part of each may have been up; and so are all cases, as a
 * call that was sealed after its session was given away lies there with its words. `given`: sessions that were given away when it may have been of that
 * history already, which has them whole by what it knows.
 */
export function takeBackOwn(db: WritableDb, given: readonly Id[]): void {
  unimportant(db, () => {
    enterAnew(db, [...given, ...(statement(db, OWN).pluck().all() as Id[])])
    enterCasesAnew(db)
  })
}

/** No work of anybody's: a copy of the database need not be made for it. */
function unimportant(db: WritableDb, work: () => void): void {
  const before = writtenRows(db)
  inTransaction(db, work)
  countAsUnimportant(db, writtenRows(db) - before)
}
