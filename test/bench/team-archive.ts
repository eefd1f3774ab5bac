import { Client } from 'pg'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../electron/demo/embedded-postgres.ts'
import { openHubDatabase } from '../../electron/storage/hub/open-hub.ts'
import { systemClock } from '../../electron/system-clock.ts'
import { LONGEST_MS } from './bounded.ts'

/** Notes that a company has after three years, and a tenth of it. */
const sizes = { whole: 1_000_000, tenth: 100_000 } as const
export type Size = keyof typeof sizes

export const PEOPLE = 25_000
export const SEATS = 60
export const DESKS = 200
/** The product's figures: fifteen notes a session in nine calls, ten notes a ticket. */
export const NOTES_A_SESSION = 15
export const CALLS_A_SESSION = 9
const NOTES_A_TICKET = 10

/** The smallest part of a company that is worth measuring. */
export const LEAST_SCALE = 0.1
/** Sessions that every archive has. */
export const LEAST_SESSIONS = Math.floor((sizes.tenth * LEAST_SCALE) / NOTES_A_SESSION)

/** A PostgreSQL that writes to the disk as a company's does. Nothing of it is left when this program has ended. */
export async function aServer(): Promise<EmbeddedPostgres> {
  const settings = { max_connections: '150', shared_buffers: '512MB', max_wal_size: '4GB', deadlock_timeout: '100ms' }
  const server = await startEmbeddedPostgres({ settings, endsByCaller: false })
  if (server === null) throw new Error('embedded-postgres is not installed')
  return server
}

export async function asked<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url, query_timeout: LONGEST_MS })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

export function databaseOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = name
  return url.href
}

/** One table, or one index, of the whole archive. */
const LONGEST_LAYING_MS = 600_000

/** Every index that no constraint stands on: made once all is there, it takes a fraction of the time. */
const INDEXES = `SELECT indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS sql FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
  WHERE relnamespace = current_schema::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)`

/** A database to work on, with everything the archive has. */
export async function anArchive(server: string, size: Size, scale: number): Promise<string> {
  const notes = Math.round(sizes[size] * scale)
  const startedMs = performance.now()
  await asked(server, `CREATE DATABASE ${size}`)
  const url = databaseOf(server, size)
  const opened = await openHubDatabase(url, systemClock)
  if (!opened.ok) throw new Error(opened.code)
  await opened.engine.close()
  const client = new Client({ connectionString: url, query_timeout: LONGEST_LAYING_MS })
  await client.connect()
  try {
    await client.query(
      `SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '256MB'`,
    )
    const { rows: indexes } = await client.query<{ name: string; sql: string }>(INDEXES)
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
    for (const sql of laying(notes)) await client.query(sql)
    for (const { sql } of indexes) await client.query(sql)
    await client.query('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
  const tookS = ((performance.now() - startedMs) / 1_000).toFixed(0)
  console.error(`Laid ${notes.toLocaleString('en')} notes on PostgreSQL in ${tookS} s.`)
  return url
}

/** By its place in its table; sorted as it is counted. */
const id = (table: string, number: string) => `'019${table}000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0')`
export const idOf = (table: string, number: number) =>
  `019${table}000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
const at = (ms: string) =>
  `to_char(timestamptz '2023-11-01 01:00Z' + (${ms}) * interval '1 ms', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Everything since three years ago, seventy sessions a day. */
const SESSION_EVERY_MS = 1_200_000

function laying(notes: number): string[] {
  const sessions = Math.ceil(notes / NOTES_A_SESSION)
  const calls = sessions * CALLS_A_SESSION
  const tickets = notes / NOTES_A_TICKET
  const ofNote = `(n * ${CALLS_A_SESSION} / ${NOTES_A_SESSION})`
  const callAt = (n: string, late: number) =>
    at(`(${n} / ${CALLS_A_SESSION})::bigint * ${SESSION_EVERY_MS} + (${n} % ${CALLS_A_SESSION}) * 90000 + ${late}`)
  const words = (
    n: string,
  ) => `(ARRAY['优惠券用不了','电视送来是坏的','洗衣机漏水没人管','纸尿裤降价差价不退','客服答应的没有办','送到小区门口就走了','说明书上找不到'])[1 + ${n} % 7]
    || '，' || (ARRAY['你们到底管不管','我就想知道什么时候能解决','下次不敢再买了','麻烦记一下'])[1 + ${n} / 7 % 4] || '，单号' || ${n}`
  return [
    `INSERT INTO person (id, name, department, role, employee_number)
      SELECT ${id('a0', 'n')}, substr('王李张刘陈杨黄赵周吴', n % 10 + 1, 1) || substr('敏静强涛芳军磊洋艳勇', n / 10 % 10 + 1, 1) || substr('一二三四五六七八九十', n / 100 % 10 + 1, 1),
        '部门' || n % 40, CASE WHEN n % 50 = 0 THEN 'coordinator' WHEN n % 3 = 0 THEN 'note_taker' ELSE 'listener' END, (100000 + n)::text
      FROM generate_series(0, ${PEOPLE - 1}) AS n`,
    `INSERT INTO seat (id, number) SELECT ${id('b0', 'n')}, n FROM generate_series(1, ${SEATS}) AS n WHERE n NOT IN (SELECT number FROM seat)`,
    `UPDATE room SET opens_at = '00:00', closes_at = '24:00', slot_minutes = 30`,
    `INSERT INTO session (id, seat_number, listener_id, purpose, started_at, ended_at)
      SELECT ${id('c0', 'n')}, n % ${SEATS} + 1, ${id('a0', `n % ${PEOPLE}`)}, 'listen', ${callAt(`(n * ${CALLS_A_SESSION})`, 0)}, ${callAt(`(n * ${CALLS_A_SESSION})`, 900_000)}
      FROM generate_series(0, ${sessions - 1}) AS n`,
    `INSERT INTO session_tally SELECT listener_id, count(*) FROM session GROUP BY listener_id`,
    `INSERT INTO call (id, session_id, number, reference, started_at, ended_at, session_ms)
      SELECT ${id('d0', 'n')}, ${id('c0', `n / ${CALLS_A_SESSION}`)}, n % ${CALLS_A_SESSION} + 1, '3301001' || n, ${callAt('n', 0)}, ${callAt('n', 80_000)}, n % ${CALLS_A_SESSION} * 90000
      FROM generate_series(0, ${calls - 1}) AS n`,
    `INSERT INTO note (id, call_id, kind, text, offset_ms, issue_type_id, created_at)
      SELECT ${id('e0', 'n')}, ${id('d0', ofNote)}, (ARRAY['voice','view','praise','risk'])[1 + n % 4], ${words('n')}, n % 60 * 1000, 'coupon', ${callAt(ofNote, 30_000)}
      FROM generate_series(0, ${notes - 1}) AS n`,
    `INSERT INTO note_event (id, note_id, call_id, at, what) SELECT ${id('e1', 'rowid')}, id, call_id, created_at, 'added' FROM note ORDER BY rowid`,
    `INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, owner_name, opened_at, due_at, closed_at)
      SELECT ${id('f0', 'n')}, ${words('n')}, (ARRAY['coupon','delivery','packaging','service_policy'])[1 + n % 4], 2, 'days', 1 + n % 4, state,
        (ARRAY['营销部','物流部','包装中心','服务政策部'])[1 + n % 4], CASE WHEN state = 'unclaimed' THEN NULL ELSE '王敏一' END, opened, opened, CASE WHEN state = 'closed' THEN opened END
      FROM (SELECT n, CASE WHEN n > ${tickets} - 500 THEN (ARRAY['unclaimed','in_progress'])[1 + n % 2] ELSE 'closed' END AS state,
        ${callAt(`(n * ${NOTES_A_TICKET * CALLS_A_SESSION} / ${NOTES_A_SESSION})`, 60_000)} AS opened FROM generate_series(0, ${tickets - 1}) AS n) AS each`,
    `INSERT INTO ticket_quote (ticket_id, note_id, position) SELECT ${id('f0', 'n')}, ${id('e0', `n * ${NOTES_A_TICKET}`)}, 0 FROM generate_series(0, ${tickets - 1}) AS n`,
    `INSERT INTO ticket_tally SELECT state, priority, issue_type_id, department, 0, count(*) FROM ticket GROUP BY 1, 2, 3, 4`,
    `INSERT INTO ticket_search (rowid, characters) SELECT number, regexp_replace(title, '(.)', '\\1 ', 'g') FROM ticket`,
  ]
}
