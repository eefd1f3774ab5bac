import type { LostAbout, LostKind } from '../../../shared/contract/team/lost.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import {
  countAsUnimportant,
  inTransaction,
  type ReadableDb,
  statement,
  type WritableDb,
  writtenRows,
} from '../database.ts'

/** What a command did that the hub accepted. */
export interface ChangeOfHere {
  readonly id: Id
  readonly at: Instant
  readonly kind: LostKind
  readonly about: LostAbout
  readonly sessionId: Id | null
}

/**
 * Only in a member's database, for the same reason as the journal: what the hub accepted from this desk, by the id of the command, so that it can be told what of it a
 * hub lost that was put back from a copy. No words of callers are in it.
 */
const TABLE = `
CREATE TABLE IF NOT EXISTS changed_here (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  change_json TEXT NOT NULL,
  -- 2: somebody has seen to it.
  is_lost INTEGER NOT NULL,
  -- In the order in which they were done, whatever the clock was set to.
  number INTEGER
) STRICT, WITHOUT ROWID;
-- The hub was told once that this desk has something which it has not.
CREATE TABLE IF NOT EXISTS troubles_told (only_row INTEGER PRIMARY KEY CHECK (only_row = 1)) STRICT;
`

const HAS_NUMBERS = `SELECT 1 FROM pragma_table_info('changed_here') WHERE name = 'number'`
const NUMBERED = 'CREATE INDEX IF NOT EXISTS changed_here_by_number ON changed_here (number)'

/** What an earlier version kept has no number, and is older than whatever has one. */
export function makeChangedTable(db: WritableDb): void {
  db.exec(TABLE)
  if (statement(db, HAS_NUMBERS).get() === undefined) db.exec('ALTER TABLE changed_here ADD COLUMN number INTEGER')
  db.exec(NUMBERED)
}

const KEEP = `INSERT INTO changed_here (id, at, change_json, is_lost, number)
  VALUES (?, ?, ?, 0, (SELECT coalesce(max(number), 0) + 1 FROM changed_here))
  ON CONFLICT (id) DO UPDATE SET change_json = excluded.change_json`
const FORGET = 'DELETE FROM changed_here WHERE at < ?'

/** And forgets what was changed before `since`. */
export function keepChange(db: WritableDb, change: ChangeOfHere, since: Instant): void {
  const before = writtenRows(db)
  inTransaction(db, () => {
    statement(db, FORGET).run(since)
    statement(db, KEEP).run(change.id, change.at, JSON.stringify(change))
  })
  countAsUnimportant(db, writtenRows(db) - before)
}

const IDS = 'SELECT id FROM changed_here WHERE at >= ? AND id > ? ORDER BY id LIMIT ?'

/** Of what was changed since then, after one of them. */
export const changesAfter = (db: ReadableDb, since: Instant, after: Id | '', most: number): Id[] =>
  statement(db, IDS).pluck().all(since, after, most) as Id[]

const MARK = `UPDATE changed_here SET is_lost = id NOT IN (SELECT value FROM json_each(:known))
  WHERE id IN (SELECT value FROM json_each(:asked)) AND (is_lost > 0) <> (id NOT IN (SELECT value FROM json_each(:known)))`

/** The hub knows these of those that it was asked about. Answers whether that is news. */
export function markLost(db: WritableDb, asked: readonly Id[], known: readonly Id[]): boolean {
  const said = { asked: JSON.stringify(asked), known: JSON.stringify(known) }
  return inTransaction(db, () => statement(db, MARK).run(said).changes) > 0
}

const LOST = 'SELECT change_json FROM changed_here WHERE is_lost = 1 ORDER BY at, id'

/** In the order in which they were done. */
export const lostChanges = (db: ReadableDb): ChangeOfHere[] =>
  (statement(db, LOST).pluck().all() as string[]).map((json) => JSON.parse(json) as ChangeOfHere)

const PLACE = `SELECT room.name AS roomName, room.only_row IS NOT NULL AS isFirstRoom FROM seat JOIN room ON room.id = seat.room_id WHERE seat.id = ?`

/** The room of a seat, as the hub told it; null: it has no such seat any more. */
export function roomOfSeat(db: ReadableDb, seatId: Id): { roomName: string; isFirstRoom: boolean } | null {
  const found = statement(db, PLACE).get(seatId) as { roomName: string; isFirstRoom: number } | undefined
  return found === undefined ? null : { roomName: found.roomName, isFirstRoom: found.isFirstRoom === 1 }
}

const PUT = `UPDATE changed_here SET is_lost = :next WHERE is_lost = 3 - :next AND id IN (SELECT value FROM json_each(:ids))`
const put = (db: WritableDb, ids: readonly Id[], next: 1 | 2): void =>
  void statement(db, PUT).run({ next, ids: JSON.stringify(ids) })

/** Somebody has seen to these. */
export const putLostAway = (db: WritableDb, ids: readonly Id[]): void => put(db, ids, 2)

const FORGET_LOST = 'DELETE FROM changed_here WHERE is_lost > 0 AND id IN (SELECT value FROM json_each(?))'

/** They are at the hub again. */
export const forgetLost = (db: WritableDb, ids: readonly Id[]): void =>
  void statement(db, FORGET_LOST).run(JSON.stringify(ids))

/** Takes `putLostAway` back. */
export const tellLostAgain = (db: WritableDb, ids: readonly Id[]): void => put(db, ids, 1)

/** Whether the hub was ever told of something that it does not have. It may have gone back to then, and is told once a greeting how it stands. */
export const hasToldTroubles = (db: ReadableDb): boolean =>
  statement(db, 'SELECT 1 FROM troubles_told').get() !== undefined

export function keepToldTroubles(db: WritableDb): void {
  const sql = 'INSERT INTO troubles_told (only_row) VALUES (1) ON CONFLICT DO NOTHING'
  const { changes } = inTransaction(db, () => statement(db, sql).run())
  countAsUnimportant(db, changes)
}
