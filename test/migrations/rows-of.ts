import type { ReadableDb } from '../../electron/storage/database.ts'

/** Every table with rows of ours; what SQLite and a virtual table keep for themselves is left out. */
export const tablesOf = (db: ReadableDb): string[] =>
  db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all() as string[]

/** `rowid` first, where the table has one: the order of happening is read from it. */
export const columnsOf = (db: ReadableDb, table: string): string[] => [
  ...(db.prepare('SELECT wr FROM pragma_table_list WHERE name = ?').pluck().get(table) === 1 ? [] : ['rowid']),
  ...(db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]),
]

/** Each value with its type, byte by byte, so that 1 and '1' and two spellings of one character differ. */
export function rowsOf(db: ReadableDb, table: string, columns: readonly string[]): unknown[][] {
  const exact = columns.map((column) => `typeof("${column}") || ' ' || hex("${column}")`)
  return db
    .prepare(`SELECT ${exact.join(', ')} FROM ${table} ORDER BY 1, 2`)
    .raw()
    .all() as unknown[][]
}
