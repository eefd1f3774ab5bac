import type { Client } from 'pg'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { HubMigration } from '../migrations/hub-migrations.ts'

interface Clock {
  now(): Instant
  newId(): Id
}

export type MigratedHub =
  /** `upgradedFrom`: 0 for a database that was made now, null for one that was as it should be. */
  | { readonly ok: true; readonly hubId: Id; readonly upgradedFrom: number | null }
  | { readonly ok: false; readonly code: 'newer'; readonly detail: { readonly found: number; readonly known: number } }
  | { readonly ok: false; readonly code: 'not_earshots'; readonly detail: { readonly table: string } }

/** Any number that no other program is likely to lock by. */
const MIGRATING = 7_277_468

/** A step over a large archive may take longer than any question, and so may the wait for another hub that takes it. */
const UNHURRIED = 'SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0'

/** Our mark: no other program's table of this name has this column. */
const IS_OURS = `SELECT 1 FROM information_schema.columns
  WHERE table_schema = current_schema AND table_name = 'hub' AND column_name = 'schema_version'`

const FOREIGN = `SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema::regnamespace
  ORDER BY relname LIMIT 1`

/** Makes a hub's tables, or takes the steps that are due: all of them in one transaction, and at one hub at a time. */
export async function migrateHub(client: Client, steps: readonly HubMigration[], clock: Clock): Promise<MigratedHub> {
  await client.query('BEGIN')
  try {
    await client.query(UNHURRIED)
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATING])
    const done = await steppedUp(client, steps, clock)
    await client.query(done.ok ? 'COMMIT' : 'ROLLBACK')
    return done
  } catch (error) {
    // The connection goes afterwards, and everything with it.
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

async function steppedUp(client: Client, steps: readonly HubMigration[], clock: Clock): Promise<MigratedHub> {
  const known = steps.at(-1)?.version ?? 0
  const found = await versionOf(client)
  if (typeof found === 'string') return { ok: false, code: 'not_earshots', detail: { table: found } }
  if (found > known) return { ok: false, code: 'newer', detail: { found, known } }
  for (const { sql } of steps.filter(({ version }) => version > found)) await client.query(sql)
  if (found === 0) {
    const mark = 'INSERT INTO hub (only_row, id, schema_version, made_at) VALUES (1, $1, $2, $3)'
    await client.query(mark, [clock.newId(), known, clock.now()])
  } else if (found < known) await client.query('UPDATE hub SET schema_version = $1', [known])
  const { rows } = await client.query<{ id: Id }>('SELECT id FROM hub')
  return { ok: true, hubId: rows[0]?.id ?? '', upgradedFrom: found === known ? null : found }
}

/** 0 for an empty database; the name of a table for one in which somebody else keeps something. */
async function versionOf(client: Client): Promise<number | string> {
  if ((await client.query(IS_OURS)).rowCount === 1) {
    const { rows } = await client.query<{ version: string }>('SELECT schema_version AS version FROM hub')
    return Number(rows[0]?.version)
  }
  const { rows } = await client.query<{ relname: string }>(FOREIGN)
  return rows[0]?.relname ?? 0
}
