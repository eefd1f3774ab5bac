import type {
  BroughtCounts,
  BroughtKind,
  BroughtRow,
  PersonDecision,
} from '../../../shared/contract/team/bring-along.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import {
  countAsUnimportant,
  inTransaction,
  type ReadableDb,
  statement,
  type WritableDb,
  writtenRows,
} from '../database.ts'

/**
 * Only in a member's database, for the same reason as the journal: what became of the offer to bring along what the desk held alone. Nothing of it is
 * relied on to do a thing once, as the hub knows what it has.
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS bring_along (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  put_off_at TEXT,
  begun_at TEXT,
  done_at TEXT,
  counts_json TEXT
) STRICT;
INSERT INTO bring_along (only_row) VALUES (1) ON CONFLICT DO NOTHING;
-- What a person said: of somebody, or of an issue type.
CREATE TABLE IF NOT EXISTS bring_decision (
  what TEXT NOT NULL,
  row_id TEXT NOT NULL,
  decision_json TEXT NOT NULL,
  PRIMARY KEY (what, row_id)
) STRICT, WITHOUT ROWID;
-- What was sent from here, so that it is not taken for what the hub had before.
CREATE TABLE IF NOT EXISTS brought (
  what TEXT NOT NULL,
  row_id TEXT NOT NULL,
  PRIMARY KEY (what, row_id)
) STRICT, WITHOUT ROWID;
-- How it all stood at the end, to be read whenever somebody wants to.
CREATE TABLE IF NOT EXISTS brought_row (
  what TEXT NOT NULL,
  place INTEGER NOT NULL,
  row_json TEXT NOT NULL,
  PRIMARY KEY (what, place)
) STRICT, WITHOUT ROWID;
`

export const makeBroughtTables = (db: WritableDb): void => void db.exec(TABLES)

export interface BringStage {
  readonly putOffAt: Instant | null
  readonly begunAt: Instant | null
  readonly doneAt: Instant | null
  readonly counts: BroughtCounts | null
}

const STAGE =
  'SELECT put_off_at AS putOffAt, begun_at AS begunAt, done_at AS doneAt, counts_json AS counts FROM bring_along'

export function bringStage(db: ReadableDb): BringStage {
  const { counts, ...stage } = statement(db, STAGE).get() as Omit<BringStage, 'counts'> & { counts: string | null }
  return { ...stage, counts: counts === null ? null : (JSON.parse(counts) as BroughtCounts) }
}

export const putOff = (db: WritableDb, at: Instant): void =>
  void statement(db, 'UPDATE bring_along SET put_off_at = ?').run(at)

export const markBegun = (db: WritableDb, at: Instant): void =>
  void statement(db, 'UPDATE bring_along SET begun_at = ?, done_at = NULL').run(at)

const DECIDE = `INSERT INTO bring_decision (what, row_id, decision_json) VALUES (?, ?, ?)
  ON CONFLICT (what, row_id) DO UPDATE SET decision_json = excluded.decision_json`

/** Null: as the rule proposes. */
export function keepDecision(db: WritableDb, what: 'person' | 'type', id: string, decision: unknown): void {
  if (decision === null) statement(db, 'DELETE FROM bring_decision WHERE what = ? AND row_id = ?').run(what, id)
  else statement(db, DECIDE).run(what, id, JSON.stringify(decision))
}

export interface Decisions {
  readonly people: ReadonlyMap<string, PersonDecision>
  readonly types: ReadonlyMap<string, string>
}

export function decisionsKept(db: ReadableDb): Decisions {
  const of = <T>(what: string) =>
    new Map(
      (
        statement(db, 'SELECT row_id AS id, decision_json AS json FROM bring_decision WHERE what = ?').all(what) as {
          id: string
          json: string
        }[]
      ).map(({ id, json }) => [id, JSON.parse(json) as T] as const),
    )
  return { people: of<PersonDecision>('person'), types: of<string>('type') }
}

const CAME = `INSERT INTO brought (what, row_id) SELECT ?, value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`

/** `half_done`: this file and the desk's own have both had it. `conversation_home`: what was said of a conversation, as it came into the desk's own. `booking_sent`: is on its way. The others that were sent are told from those that came by what the hub knows; of bookings it is asked no more. */
type Brought = BroughtKind | 'booking_sent' | 'half_done' | 'conversation_home'

export function keepCame(db: WritableDb, what: Brought, ids: readonly string[]): void {
  if (ids.length > 0) statement(db, CAME).run(what, JSON.stringify(ids))
}

export const cameAlong = (db: ReadableDb, what: Brought): ReadonlySet<string> =>
  new Set(statement(db, 'SELECT row_id FROM brought WHERE what = ?').pluck().all(what) as string[])

const KEEP_ROWS = 'INSERT INTO brought_row (what, place, row_json) SELECT ?, key, value FROM json_each(?)'

/** All of it as it came to an end, in the order in which it is shown. */
export function keepEnd(
  db: WritableDb,
  rows: ReadonlyMap<BroughtKind, readonly BroughtRow[]>,
  counts: BroughtCounts,
  at: Instant,
): void {
  const before = writtenRows(db)
  inTransaction(db, () => {
    db.exec('DELETE FROM brought_row')
    for (const [what, all] of rows) statement(db, KEEP_ROWS).run(what, JSON.stringify(all))
    statement(db, 'UPDATE bring_along SET done_at = ?, counts_json = ?').run(at, JSON.stringify(counts))
  })
  countAsUnimportant(db, writtenRows(db) - before)
}

const PAGE = 'SELECT row_json FROM brought_row WHERE what = ? AND place >= ? ORDER BY place LIMIT ?'
const TOTAL = 'SELECT count(*) FROM brought_row WHERE what = ?'

export function rowsAtEnd(db: ReadableDb, what: BroughtKind, offset: number, limit: number) {
  const rows = statement(db, PAGE).pluck().all(what, offset, limit) as string[]
  return {
    rows: rows.map((json) => JSON.parse(json) as BroughtRow),
    total: Number(statement(db, TOTAL).pluck().get(what)),
  }
}
