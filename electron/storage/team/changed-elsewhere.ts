import type { ChangedNote } from '../../../shared/contract/team/arrivals.ts'
import type { Row } from '../../team/wire.ts'
import { inTransaction, type ReadableDb, statement, type WritableDb } from '../database.ts'
import { isSealed } from '../listening/sealed-calls.ts'

/** Only in a member's database, and only as it leaves filled, until the desk is alone again: what others made of its notes at the hub. */
const TABLE = `CREATE TABLE IF NOT EXISTS changed_elsewhere (note_id TEXT PRIMARY KEY, note_json TEXT NOT NULL) STRICT, WITHOUT ROWID`

export const makeElsewhereTable = (db: WritableDb): void => void db.exec(TABLE)

/** A hub may know nothing of a seal, or not take it; and it may have been set since. */
const OF_SEALED = `IN (SELECT note.id FROM note WHERE ${isSealed('note.call_id')})`
const KEEP = `INSERT INTO changed_elsewhere (note_id, note_json) SELECT :noteId, :json WHERE :noteId NOT ${OF_SEALED}
  ON CONFLICT (note_id) DO UPDATE SET note_json = excluded.note_json`

/** Of calls that are sealed here, none. */
export function keepChangedElsewhere(db: WritableDb, notes: readonly ChangedNote[]): void {
  inTransaction(db, () => {
    for (const note of notes) statement(db, KEEP).run({ noteId: note.noteId, json: JSON.stringify(note) })
  })
}

const MOST = 50
const SOME = `SELECT note_json FROM changed_elsewhere WHERE note_id NOT ${OF_SEALED} ORDER BY note_id LIMIT ${MOST}`
const CAME = 'DELETE FROM changed_elsewhere WHERE note_id IN (SELECT value FROM json_each(?))'

/** The next of them. */
export const changedElsewhere = (db: ReadableDb): ChangedNote[] =>
  (statement(db, SOME).pluck().all() as string[]).map((json) => JSON.parse(json) as ChangedNote)

/** These stand where they belong. */
export const cameHome = (db: WritableDb, notes: readonly ChangedNote[]): void =>
  void statement(db, CAME).run(JSON.stringify(notes.map(({ noteId }) => noteId)))

/** All stand where they belong, or nothing is to come home. */
export const forgetChangedElsewhere = (db: WritableDb): void => void db.exec('DELETE FROM changed_elsewhere')

const SEALED = `DELETE FROM changed_elsewhere WHERE note_id ${OF_SEALED}`

/** Of calls that were sealed since it was fetched. */
export const forgetSealedElsewhere = (db: WritableDb): void => void db.exec(SEALED)

/** A column that this desk does not know is left out. */
export function known(db: ReadableDb, table: string, row: Row): Row {
  const names = new Set(statement(db, 'SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[])
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name)))
}
