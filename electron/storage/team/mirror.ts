import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { Role } from '../../../shared/contract/who.ts'
import { type Changes, type KeptTable, keptTables, type Row } from '../../team/wire.ts'
import {
  countAsUnimportant,
  inTransaction,
  type ReadableDb,
  statement,
  type WritableDb,
  writtenRows,
} from '../database.ts'
import { makeElsewhereTable } from './changed-elsewhere.ts'
import { makeChangedTable } from './changed-here.ts'
import { isOfOthers, KEYS, layDown, mustWait, takeAway } from './mirror-rows.ts'
import { makeOwedTable } from './told-again.ts'

/** Only in a member's database, for the same reason as the journal. What a copy that was restored lacks comes again from its own cursor. */
const TABLES = `
CREATE TABLE IF NOT EXISTS mirror (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  cursor TEXT NOT NULL,
  -- Everything is being read anew, in lots: what none of them brings is gone at the last.
  is_anew INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS mirror_sent (
  what TEXT NOT NULL,
  row_id TEXT NOT NULL,
  PRIMARY KEY (what, row_id)
) STRICT, WITHOUT ROWID;
-- Rows that cannot stand here yet.
CREATE TABLE IF NOT EXISTS mirror_later (
  what TEXT NOT NULL,
  row_id TEXT NOT NULL,
  row_json TEXT NOT NULL,
  PRIMARY KEY (what, row_id)
) STRICT, WITHOUT ROWID;
-- Cases of others: an older Earshot kept them.
DELETE FROM mirror_later WHERE what = 'raised_elsewhere';
`

/** After `makeJournal`, whose entries it respects. */
export function makeMirrorTables(db: WritableDb): void {
  db.exec(TABLES)
  makeChangedTable(db)
  makeElsewhereTable(db)
  makeOwedTable(db)
}

const PERSON = `SELECT person.id AS personId, person.name, person.role FROM person named
  JOIN person ON person.id = coalesce(named.merged_into, named.id) WHERE named.id = ? AND person.removed_at IS NULL`

/** Somebody as the list of people has them here; null: it does not. */
export const personHere = (db: ReadableDb, personId: Id): { personId: Id; name: string; role: Role } | null =>
  (statement(db, PERSON).get(personId) as { personId: Id; name: string; role: Role } | undefined) ?? null

/** Where to go on; null: nothing came yet. */
export const mirrorCursor = (db: ReadableDb): string | null =>
  (statement(db, 'SELECT cursor FROM mirror').pluck().get() as string | undefined) ?? null

/** Everything came once, and nothing is just being read anew. */
export const isMirrorWhole = (db: ReadableDb): boolean =>
  statement(db, 'SELECT is_anew FROM mirror').pluck().get() === 0

const SET_CURSOR = `INSERT INTO mirror (only_row, cursor, is_anew) VALUES (1, ?, ?)
  ON CONFLICT (only_row) DO UPDATE SET cursor = excluded.cursor, is_anew = excluded.is_anew`
const KEEP = `INSERT INTO mirror_later (what, row_id, row_json) VALUES (?, ?, ?)
  ON CONFLICT (what, row_id) DO UPDATE SET row_json = excluded.row_json`
const FORGET = 'DELETE FROM mirror_later WHERE what = ? AND row_id = ?'
const LATER = 'SELECT what, row_id AS rowId, row_json AS json FROM mirror_later'
const SENT = 'INSERT INTO mirror_sent (what, row_id) VALUES (?, ?) ON CONFLICT DO NOTHING'
const NOT_SENT = (table: KeptTable) => `SELECT CAST(${KEYS[table]} AS TEXT) FROM ${table}
  WHERE CAST(${KEYS[table]} AS TEXT) NOT IN (SELECT row_id FROM mirror_sent WHERE what = '${table}')`

/**
 * Takes one lot over, as a whole, with the cursor: rows in whatever order they come, and in the end the same as on the hub. Tells which tables
 * are different now.
 */
export function takeOver(db: WritableDb, changes: Changes, at: Instant): ReadonlySet<KeptTable> {
  const before = writtenRows(db)
  const changed = new Set<KeptTable>()
  inTransaction(db, () => {
    const wasAnew = statement(db, 'SELECT is_anew FROM mirror').pluck().get() === 1
    const isAnew = changes.isAnew || wasAnew
    if (changes.isAnew) db.exec('DELETE FROM mirror_sent; DELETE FROM mirror_later')
    for (const { table, row } of inOrder(changes.rows)) {
      if (isOfOthers(db, table, row)) continue
      const key = String(row[KEYS[table]])
      if (isAnew) statement(db, SENT).run(table, key)
      const waits = mustWait(db, table, row)
      // Others name them: they are there at once, and stand for the other record once that is.
      if (waits && table === 'person') layDown(db, table, { ...row, merged_into: null })
      if (waits) statement(db, KEEP).run(table, key, JSON.stringify(row))
      else lay(db, table, key, row)
      changed.add(table)
    }
    for (const table of layWaiting(db)) changed.add(table)
    for (const { table, key } of [...changes.gone].reverse()) remove(table, key)
    if (isAnew && !changes.hasMore) {
      for (const table of [...keptTables].reverse())
        for (const key of statement(db, NOT_SENT(table)).pluck().all() as string[]) remove(table, key)
      db.exec('DELETE FROM mirror_sent')
    }
    statement(db, SET_CURSOR).run(changes.cursor, isAnew && changes.hasMore ? 1 : 0)
  })
  countAsUnimportant(db, writtenRows(db) - before)
  return changed

  function remove(table: KeptTable, key: string): void {
    statement(db, FORGET).run(table, key)
    takeAway(db, table, key, at)
    changed.add(table)
  }
}

/** Rows that could not stand here when they came, and can now. */
function layWaiting(db: WritableDb): KeptTable[] {
  const waiting = statement(db, LATER).all() as { what: KeptTable; rowId: string; json: string }[]
  return waiting.flatMap(({ what, rowId, json }) => {
    const row = JSON.parse(json) as Row
    if (mustWait(db, what, row)) return []
    lay(db, what, rowId, row)
    return [what]
  })
}

function lay(db: WritableDb, table: KeptTable, key: string, row: Row): void {
  statement(db, FORGET).run(table, key)
  layDown(db, table, row)
}

/** Parents first; else as they came. */
const inOrder = (rows: Changes['rows']): Changes['rows'] =>
  keptTables.flatMap((table) => rows.filter((one) => one.table === table))
