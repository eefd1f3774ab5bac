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

const COLUMNS = `words_gone.kind, substr(words_gone.id, instr(words_gone.id, ':') + 1) AS subjectId, words_gone.session_id AS sessionId`
/** From the few sessions of this desk to what went of them, not through all that went in a company. */
const GONE = `SELECT ${COLUMNS} FROM session CROSS JOIN words_gone ON words_gone.session_id = session.id
  UNION ALL SELECT ${COLUMNS} FROM life_case CROSS JOIN words_gone ON words_gone.id = 'sealed:' || life_case.id
    WHERE words_gone.session_id IS NULL`

/** By the copies of the hub's table: of what was heard here. */
export const goneAtHub = (db: ReadableDb): GoneAtHub[] => statement(db, GONE).all() as GoneAtHub[]

const WAITS = 'SELECT EXISTS (SELECT 1 FROM journal WHERE group_id = ?)'

/** Something of it has not gone up yet: until it has, nothing of it goes. */
export const waitsToGoUp = (db: ReadableDb, { sessionId, subjectId }: Omit<GoneAtHub, 'kind'>): boolean =>
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
