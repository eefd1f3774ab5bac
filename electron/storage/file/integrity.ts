import { isDamage } from '../../system-faults.ts'
import { onOneState, type ReadableDb } from '../database.ts'
import { searchAgrees } from '../tickets/ticket-search.ts'
import { talliesAgree } from '../tickets/ticket-tally.ts'
import { checkSchema } from './schema-check.ts'

/** `indexes`: tables are whole, what finds things in them is not. */
export type Integrity = 'ok' | 'indexes' | 'broken'

/**
 * Up to this size every start reads all pages: quick_check took 0.35 s for 376 MB here, so 60 ms at most. Above it only a
 * start after an unclean end does, or after a broken page was met; a five-year company archive would otherwise cost
 * seconds each morning.
 */
export const ALWAYS_CHECKED_BYTES = 64 * 1024 * 1024

/** Reads every page, without comparing indexes with their tables: quick, and blind to an index that lies. */
export function passesQuickCheck(db: ReadableDb): boolean {
  try {
    return db.pragma('quick_check(1)', { simple: true }) === 'ok'
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  }
}

const OF_AN_INDEX =
  /^(row \d+ missing from index|wrong # of entries in index|non-unique entry in index|rowid not at end-of-record for row|index \S+ stores an imprecise|(malformed|unable to validate the) inverted index|fts5: )/
const OF_A_TREE = /^Tree (\d+) /

/**
 * Reads every page, compares each index with its table and each reference with what it refers to. Several times as long as
 * the quick check: in a worker, or where something is known to be wrong. All of it is read as it stands at one moment: whoever
 * stores something meanwhile would make counts and what is counted differ, and a sound database would be closed as damaged.
 */
export function checkIntegrity(db: ReadableDb): Integrity {
  try {
    return onOneState(db, () => integrityOf(db))
  } catch (error) {
    if (isDamage(error)) return 'broken'
    throw error
  }
}

function integrityOf(db: ReadableDb): Integrity {
  const messages = (db.pragma('integrity_check(200)') as { integrity_check: string }[]).map(
    (row) => row.integrity_check,
  )
  if (messages.length !== 1 || messages[0] !== 'ok') {
    const indexTrees = db.prepare(`SELECT rootpage FROM sqlite_schema WHERE type = 'index'`).pluck().all() as number[]
    const isOfAnIndex = (message: string) =>
      OF_AN_INDEX.test(message) || indexTrees.includes(Number(OF_A_TREE.exec(message)?.[1]))
    return messages.every(isOfAnIndex) ? 'indexes' : 'broken'
  }
  if (db.prepare('SELECT 1 FROM pragma_foreign_key_check LIMIT 1').get() !== undefined) return 'broken'
  return checkSchema(db) !== 'ours' || (talliesAgree(db) && searchAgrees(db)) ? 'ok' : 'indexes'
}
