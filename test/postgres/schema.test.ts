import { afterAll, beforeAll, expect, test } from 'vitest'
import { rows } from '../../electron/storage/engine/query.ts'
import { hubMigrations } from '../../electron/storage/migrations/hub-migrations.ts'
import { migrations } from '../../electron/storage/migrations/migrations.ts'
import { anOpenRoom } from '../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeAll(async () => {
  house = await anOpenRoom()
})
afterAll(() => house.close())

/** What one engine has and the other has not, and why it may be so. */
const OWN: readonly (readonly [RegExp, why: string])[] = [
  [/^desk: table (draft|meeting_draft|stopwatch)$/, 'what is half done, and what measures, stays where somebody sits'],
  [/^desk: table export_folder$/, 'a folder is one desk’s'],
  [/^(desk|hub): table \w*search\w*$/, 'each looks for words by means of its own'],
  [/^desk: unique session\.$/, 'one session is open in a desk’s own file; a hub has those of all desks'],
  [/^hub: (column|not-null|unique) \w+\.rowid( number)?$/, 'the order of happening, which SQLite keeps by itself'],
  [/^(desk|hub): .* ticket_tally\b/, 'a hub counts in slots, so that two who open tickets do not wait for each other'],
  [/^hub: table booking_of_person$/, 'a referee by EXCLUDE, where SQLite has a trigger'],
  [
    /^hub: table (hub|desk|join_code|hub_command|hub_feed|hub_trouble|known_gone)$/,
    'a desk alone has nobody to let in, to answer, to tell or to hear from',
  ],
  [/^desk: (not-null|primary-key) raised_elsewhere\b/, 'a copy of what a hub has as a view'],
  [/^hub: (column|reference) session\.(desk_id|handed_over_at)\b/, 'at a desk every session is its own'],
  [/^hub: column export_record\.desk_id\b/, 'a file is made by the desk that was asked for it'],
]

test('both engines end at the same tables, columns and keys, but for what is one engine’s own', async () => {
  const [desk, hub] = [deskFacts(), await hubFacts()]
  const isTable = (fact: string) => fact.startsWith('table ')
  const tableOf = (fact: string) => fact.split(/[ .]/)[1] ?? ''
  /** Of a table that is not there nothing is, and that is one difference. */
  const only = (here: readonly string[], there: readonly string[]) =>
    here.filter((fact) => !there.includes(fact) && (isTable(fact) || there.includes(`table ${tableOf(fact)}`)))
  const differences = [
    ...only(desk, hub).map((fact) => `desk: ${fact}`),
    ...only(hub, desk).map((fact) => `hub: ${fact}`),
  ]
  expect(differences.filter((fact) => !OWN.some(([own]) => own.test(fact)))).toEqual([])
  expect(OWN.filter(([own]) => !differences.some((fact) => own.test(fact)))).toEqual([])
  expect(desk.length).toBeGreaterThan(200)
})

test('each step of the desk has its twin, by number and name', () => {
  const first = hubMigrations[0]?.version ?? 0
  const names = (steps: readonly { version: number; name: string }[]) =>
    steps.filter(({ version }) => version >= first).map(({ version, name }) => `${version} ${name}`)
  expect(names(hubMigrations)).toEqual(names(migrations))
})

/** As `table t`, `column t.c text`, `not null t.c`, `primary key t.a,b`, `unique t.a,b`, `reference t.a u.b`. */
function deskFacts(): string[] {
  const asked = <Row>(sql: string, ...values: string[]) => house.db.prepare(sql).all(...values) as Row[]
  const tables = asked<{ name: string }>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'`,
  )
  return tables.flatMap(({ name: table }) => {
    const columns = asked<{ name: string; type: string; notnull: number; pk: number }>(
      'SELECT name, type, "notnull", pk FROM pragma_table_info(?)',
      table,
    )
    const keys = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
    const unique = asked<{ name: string }>(
      `SELECT name FROM pragma_index_list(?) WHERE "unique" AND origin <> 'pk'`,
      table,
    ).map(({ name }) => asked<{ name: string }>('SELECT name FROM pragma_index_info(?) ORDER BY seqno', name))
    const references = asked<{ from: string; table: string; to: string }>(
      'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)',
      table,
    )
    return [
      `table ${table}`,
      ...columns.map(
        ({ name, type }) => `column ${table}.${name} ${type === 'INTEGER' ? 'number' : type.toLowerCase()}`,
      ),
      ...columns.filter(({ notnull, pk }) => notnull === 1 || pk > 0).map(({ name }) => `not-null ${table}.${name}`),
      `primary-key ${table}.${keys.map(({ name }) => name).join()}`,
      ...unique.map((names) => `unique ${table}.${names.map(({ name }) => name).join()}`),
      ...references.map(({ from, table: other, to }) => `reference ${table}.${from} ${other}.${to}`),
    ]
  })
}

const COLUMNS = `SELECT table_name AS "table", column_name AS name, data_type AS type, is_nullable AS nullable
  FROM information_schema.columns WHERE table_schema = 'public'`
const NAMES = (owner: string, numbers: string) =>
  `(SELECT string_agg(attname, ',' ORDER BY place) FROM unnest(${numbers}) WITH ORDINALITY AS one (number, place)
    JOIN pg_attribute ON attrelid = ${owner} AND attnum = one.number)`
const INDEXES = `SELECT indrelid::regclass::text AS "table", indisprimary AS is_primary, ${NAMES('indrelid', 'indkey::int2[]')} AS names
  FROM pg_index JOIN pg_class ON pg_class.oid = indrelid WHERE indisunique AND relnamespace = 'public'::regnamespace`
const REFERENCES = `SELECT conrelid::regclass::text AS "table", confrelid::regclass::text AS other,
  ${NAMES('conrelid', 'conkey')} AS names, ${NAMES('confrelid', 'confkey')} AS others
  FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`

async function hubFacts(): Promise<string[]> {
  const asked = <Row>(sql: string) => house.engine.read(() => rows<Row>(sql))
  const columns = await asked<{ table: string; name: string; type: string; nullable: string }>(COLUMNS)
  const indexes = await asked<{ table: string; is_primary: number; names: string }>(INDEXES)
  const references = await asked<{ table: string; other: string; names: string; others: string }>(REFERENCES)
  return [
    ...new Set(columns.map(({ table }) => `table ${table}`)),
    ...columns.map(({ table, name, type }) => `column ${table}.${name} ${SAME[type] ?? type}`),
    ...columns.filter(({ nullable }) => nullable === 'NO').map(({ table, name }) => `not-null ${table}.${name}`),
    ...indexes.map(({ table, is_primary, names }) => `${is_primary ? 'primary-key' : 'unique'} ${table}.${names}`),
    ...references.map(({ table, names, other, others }) => `reference ${table}.${names} ${other}.${others}`),
  ]
}

const SAME: Readonly<Record<string, string>> = { bigint: 'number', json: 'text' }
