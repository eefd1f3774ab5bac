import type { Id } from '../../../shared/contract/values.ts'
import {
  countAsUnimportant,
  inTransaction,
  type ReadableDb,
  statement,
  type WritableDb,
  writtenRows,
} from '../database.ts'
import { enterAnew } from './journal-tables.ts'

const GIVEN_AWAY = 'SELECT session_id FROM handed_over WHERE session_id > ? ORDER BY session_id LIMIT ?'

/** Sessions that are the hub's by what is known here, after one of them. */
export const sessionsGivenAway = (db: ReadableDb, after: Id | '', most: number): Id[] =>
  statement(db, GIVEN_AWAY).pluck().all(after, most) as Id[]

/** Of these the hub knows nothing, or not all: this desk is in charge of them again, and tells of them as if they had just been heard. */
export function takeBack(db: WritableDb, sessionIds: readonly Id[]): void {
  const before = writtenRows(db)
  inTransaction(db, () => enterAnew(db, sessionIds))
  countAsUnimportant(db, writtenRows(db) - before)
}
