import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Acknowledged, MOST_ACKNOWLEDGED } from '../../team/wire.ts'
import { countAsUnimportant, type ReadableDb, statement, type WritableDb } from '../database.ts'

/** Only in a member's database, for the same reason as the journal: the last lots that the hub laid down, by its marks, the newest last. */
export const LOT_MARKS = `CREATE TABLE IF NOT EXISTS lot_mark (number INTEGER PRIMARY KEY, mark TEXT NOT NULL UNIQUE) STRICT;`

const KEEP = 'INSERT INTO lot_mark (mark) VALUES (?) ON CONFLICT DO NOTHING'
const FORGET_OLDER = `DELETE FROM lot_mark WHERE number <= (SELECT max(number) FROM lot_mark) - ${MOST_ACKNOWLEDGED}`

/** In the transaction that takes the lot off. */
export function keepLotMark(db: WritableDb, mark: string): void {
  const kept = statement(db, KEEP).run(mark).changes
  countAsUnimportant(db, kept + statement(db, FORGET_OLDER).run().changes)
}

const COMMANDS = `SELECT id FROM changed_here WHERE is_lost = 0 AND at >= ? ORDER BY number DESC, id DESC LIMIT ${MOST_ACKNOWLEDGED}`
const MARKS = 'SELECT mark FROM lot_mark'

/**
 * The last of what the hub acknowledged and is not known to have lost, but for `known`. Whatever of it the feed was read past: only the hub can tell
 * whether it went back to between two changes. `since`: the hub forgets older commands, and lacks those without having lost them.
 */
export function acknowledgedHere(db: ReadableDb, known: ReadonlySet<string>, since: Instant): Acknowledged {
  const commands = statement(db, COMMANDS).pluck().all(since) as Id[]
  const lots = statement(db, MARKS).pluck().all() as string[]
  return { commands: commands.filter((id) => !known.has(id)), lots: lots.filter((mark) => !known.has(mark)) }
}

const FORGET = 'DELETE FROM lot_mark WHERE mark IN (SELECT value FROM json_each(?))'

/** The hub does not have all of them, or is of another history. */
export const forgetLotMarks = (db: WritableDb, marks: readonly string[]): void =>
  void statement(db, FORGET).run(JSON.stringify(marks))
