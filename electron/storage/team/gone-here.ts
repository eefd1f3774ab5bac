import type { RetentionKind } from '../../../shared/contract/retention/rules.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { inTransaction, type ReadableDb, statement, type WritableDb } from '../database.ts'
import { lastNumber } from './journal.ts'

/** What the hub deleted, and this desk still holds a copy of. */
export interface GoneAtHub {
  readonly kind: RetentionKind
  readonly subjectId: Id
  readonly sessionId: Id | null
}

const GONE = `SELECT kind, substr(id, instr(id, ':') + 1) AS subjectId, session_id AS sessionId FROM words_gone ORDER BY gone_at, id`

/** By the copies of the hub's table. */
export const goneAtHub = (db: ReadableDb): GoneAtHub[] => statement(db, GONE).all() as GoneAtHub[]

const WAITS = 'SELECT EXISTS (SELECT 1 FROM journal WHERE group_id = ?)'

/** Something of it has not gone up yet: until it has, nothing of it goes. */
export const waitsToGoUp = (db: ReadableDb, { sessionId, subjectId }: GoneAtHub): boolean =>
  statement(db, WAITS)
    .pluck()
    .get(sessionId ?? subjectId) === 1

const TAKE_OFF = 'DELETE FROM journal WHERE number > ?'

/** Done here because the hub did it: it is told of nothing. */
export function untold<T>(db: WritableDb, work: () => T): T {
  return inTransaction(db, () => {
    const before = lastNumber(db)
    const done = work()
    statement(db, TAKE_OFF).run(before)
    return done
  })
}
