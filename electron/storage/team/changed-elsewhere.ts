import type { ChangedNote } from '../../../shared/contract/team/arrivals.ts'
import type { Row } from '../../team/wire.ts'
import { inTransaction, type ReadableDb, statement, type WritableDb } from '../database.ts'
import { isSealed } from '../listening/sealed-calls.ts'

/** Only in a member's database, and only as it leaves filled, until the desk is alone again: what others made of its notes at the hub. */
const TABLE = `CREATE TABLE IF NOT EXISTS changed_elsewhere (note_id TEXT PRIMARY KEY, note_json TEXT NOT NULL) STRICT, WITHOUT ROWID`

export const makeElsewhereTable = (db: WritableDb): void => void db.exec(TABLE)

/** A hub may know nothing of a seal, or not take it; and it may have been set since. Asked of one note at a time: a desk may have noted for years. */
const isOfSealed = (noteId: string): string =>
  `EXISTS (SELECT 1 FROM note WHERE note.id = ${noteId} AND ${isSealed('note.call_id')})`
const KEEP = `INSERT INTO changed_elsewhere (note_id, note_json) SELECT :noteId, :json WHERE NOT ${isOfSealed(':noteId')}
  ON CONFLICT (note_id) DO UPDATE SET note_json = excluded.note_json`

/** Of calls that are sealed here, none. */
export function keepChangedElsewhere(db: WritableDb, notes: readonly ChangedNote[]): void {
  inTransaction(db, () => {
    for (const note of notes) statement(db, KEEP).run({ noteId: note.noteId, json: JSON.stringify(note) })
  })
}

const MOST = 50
const SOME = `SELECT note_json FROM changed_elsewhere WHERE NOT ${isOfSealed('changed_elsewhere.note_id')} ORDER BY note_id LIMIT ${MOST}`
const CAME = 'DELETE FROM changed_elsewhere WHERE note_id IN (SELECT value FROM json_each(?))'

/** The next of them. */
export const changedElsewhere = (db: ReadableDb): ChangedNote[] =>
  (statement(db, SOME).pluck().all() as string[]).map((json) => JSON.parse(json) as ChangedNote)

/** These stand where they belong. */
export const cameHome = (db: WritableDb, notes: readonly ChangedNote[]): void =>
  void statement(db, CAME).run(JSON.stringify(notes.map(({ noteId }) => noteId)))

/** All stand where they belong, or nothing is to come home. */
export const forgetChangedElsewhere = (db: WritableDb): void => void db.exec('DELETE FROM changed_elsewhere')

const SEALED = `DELETE FROM changed_elsewhere WHERE ${isOfSealed('changed_elsewhere.note_id')}`

/** Of calls that were sealed since it was fetched. Asked at each cry, and whenever the hub tells of one. */
export const forgetSealedElsewhere = (db: WritableDb): void => void statement(db, SEALED).run()

/** Named so that a test can ask SQLite how it runs them. */
export const elsewhereQueries = { keep: KEEP, some: SOME, sealed: SEALED } as const

/** A column that this desk does not know is left out. */
export function known(db: ReadableDb, table: string, row: Row): Row {
  const names = new Set(statement(db, 'SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[])
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name)))
}
