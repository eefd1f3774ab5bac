import { type Query, rows, write } from '../../electron/storage/engine/query.ts'
import { type TableOfWords, wordsOfCalls } from '../../electron/storage/words-of-calls.ts'
import type { Id } from '../../shared/contract/values.ts'
import { isOnPostgres } from './engine.ts'

interface Column {
  readonly name: string
  readonly type: string
  readonly isNeeded: number
}

const TABLES = {
  sqlite: `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite%' ORDER BY name`,
  postgres: `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
}
const COLUMNS = {
  sqlite: `SELECT name, lower(type) AS type, CASE WHEN "notnull" = 1 AND dflt_value IS NULL THEN 1 ELSE 0 END AS isNeeded FROM pragma_table_xinfo(:table)
    WHERE hidden < 2 AND name <> :table`,
  postgres: `SELECT column_name AS name, data_type AS type, CASE WHEN is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO' THEN 1 ELSE 0 END
    AS isNeeded FROM information_schema.columns WHERE table_schema = 'public' AND table_name = :table`,
}

/** The tables of this engine. */
export function* tablesHere(): Query<string[]> {
  return (yield* rows<{ name: string }>(TABLES)).map(({ name }) => name)
}
const columnsOf = (table: string): Query<Column[]> => rows<Column>(COLUMNS, { table })

export function* columnNames(table: string): Query<string[]> {
  return (yield* columnsOf(table)).map(({ name }) => name)
}

/** Columns that hold text of whatever form, as `table.column`; but for what names a row or a moment. */
export function* textColumns(table: string): Query<string[]> {
  const columns = yield* columnsOf(table)
  return columns
    .filter(({ name, type }) => /^(text|json|tsvector|)$/.test(type) && !/^(id|at|rank)$|_(id|at|by|on)$/.test(name))
    .map(({ name }) => `${table}.${name}`)
}

/** How words stand in a column that is JSON. */
const SAYS: Readonly<Record<string, (mark: string) => string>> = {
  attendees_json: (mark) => JSON.stringify([mark]),
  lines_json: (mark) => JSON.stringify([{ atMs: 0, speaker: 'customer', text: mark }]),
  before_json: (text) => JSON.stringify({ kind: 'voice', text, offsetMs: 0, issueTypeId: null }),
}
const USUAL: Readonly<Record<string, string>> = { kind: 'voice', what: 'edited', pace: 'recorded' }
const AT = '2026-09-18T01:00:00.000Z'

interface OfCall {
  readonly callId: Id
  newId(): Id
}

/** Words in every declared column of these tables, each its own: as `table.column`. */
export function* wordsEverywhere(
  tables: readonly TableOfWords[],
  { callId, newId }: OfCall,
  say = markOf,
): Query<void> {
  const ids: Record<string, Id> = { call_id: callId }
  for (const table of tables) {
    const marks = new Map(wordsOfCalls[table].columns.map((name): [string, string] => [name, say(`${table}.${name}`)]))
    const said = (name: string) => {
      const mark = marks.get(name)
      return mark === undefined ? undefined : (SAYS[name] ?? ((each: string) => each))(mark)
    }
    if (table === 'call') {
      yield* write('UPDATE call SET reference = ? WHERE id = ?', [said('reference') ?? null, callId])
      continue
    }
    const id = newId()
    ids[`${table}_id`] = id
    const filled = ({ name, type }: Column): string | number =>
      said(name) ??
      (name === 'id' ? id : (ids[name] ?? (/int/.test(type) ? 0 : name.endsWith('_json') ? '[]' : (USUAL[name] ?? AT))))
    const wanted = (yield* columnsOf(table)).filter(({ name, isNeeded }) => isNeeded === 1 || marks.has(name))
    const names = wanted.map(({ name }) => name)
    yield* write(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`,
      Object.fromEntries(wanted.map((column) => [column.name, filled(column)])),
    )
  }
}

/** All that stands in each table of this engine, as text; but for what the search makes of it. */
export function* textsOfTables(): Query<[table: string, text: string][]> {
  const texts: [string, string][] = []
  for (const table of yield* tablesHere())
    if (!/_search_|_tally$/.test(table)) texts.push([table, JSON.stringify(yield* rows(`SELECT * FROM ${table}`))])
  return texts
}

/** What stands in a column of these tables, if nothing else was said. */
export const markOf = (place: string): string => `言${place}`

/** The columns of these tables, as `table.column`. */
export const placesOf = (tables: readonly TableOfWords[]): string[] =>
  tables.flatMap((table) => wordsOfCalls[table].columns.map((column) => `${table}.${column}`))

/** Where words stand now: of each `table.column` the tables in which its words are found. */
export function* whereTheyStand(tables: readonly TableOfWords[]): Query<Record<string, string[]>> {
  const texts = yield* textsOfTables()
  const standing = (place: string) => texts.flatMap(([table, text]) => (text.includes(markOf(place)) ? [table] : []))
  return Object.fromEntries(placesOf(tables).map((place) => [place, standing(place)]))
}

/** Those that there are at this engine: what is half done stays at a desk. */
export const heardHere = (): TableOfWords[] =>
  (Object.keys(wordsOfCalls) as TableOfWords[]).filter(
    (table) => wordsOfCalls[table].kind === 'heard' || (wordsOfCalls[table].kind === 'half_done' && !isOnPostgres()),
  )
