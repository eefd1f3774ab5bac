import { Client } from 'pg'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { errorCode } from '../../error-code.ts'
import { type PostgresEngine, postgresEngine } from '../engine/postgres.ts'
import { addressesOf, onAny, type ServersConfig, serversOf, takesNoWrites } from '../engine/servers.ts'
import type { Patience } from '../engine/turns.ts'
import { ensureRoom } from '../house/room.ts'
import { hubMigrations } from '../migrations/hub-migrations.ts'
import { databaseFault } from './database-faults.ts'
import { type MigratedHub, migrateHub } from './migrate-hub.ts'

/** Why a hub does not begin its work. `said` is PostgreSQL's own sentence, for whoever looks after it; never the address with its password. */
export type HubFault =
  | Extract<MigratedHub, { ok: false }>
  | {
      readonly ok: false
      readonly code:
        | 'bad_address'
        /** Nobody answers there, or not yet: worth another try. */
        | 'unreachable'
        | 'login_refused'
        | 'no_such_database'
        /** May not make tables there, or the extension they need. */
        | 'not_allowed'
        /** A standby, which takes no writes. */
        | 'read_only'
        /** Its disk is full, or broken. */
        | 'cannot_store'
        /** An extension it needs (`btree_gist`) is not installed with the server. */
        | 'extension_missing'
      readonly detail: { readonly said: string }
    }
  | {
      readonly ok: false
      readonly code: 'server_too_old'
      readonly detail: { readonly found: number; readonly needed: number }
    }
  | { readonly ok: false; readonly code: 'wrong_encoding'; readonly detail: { readonly found: string } }

export interface OpenHub {
  readonly ok: true
  readonly engine: PostgresEngine
  /** Made at the first start, and the same at every hub over this database. */
  readonly hubId: Id
  readonly upgradedFrom: number | null
}

const OLDEST_SERVER = 14

/** For one question, its answer over the network included: whoever asks has given up long before. */
const LONGEST_QUESTION_MS = 30_000

/**
 * How a hub is connected with its database. Nothing waits for ever: not for a connection, a lock, an answer, nor for a transaction that was
 * left open. What stands in the address outranks these, and `connect_timeout` (in seconds) is read as PostgreSQL's own programs do.
 */
export const hubPoolConfig = (address: string): ServersConfig => {
  const addresses = addressesOf(address) ?? []
  const [first = address] = addresses
  return {
    ...{ connectionString: first, addresses },
    application_name: 'earshot-hub',
    max: 16,
    keepAlive: true,
    connectionTimeoutMillis: connectTimeoutMs(first),
    lock_timeout: 10_000,
    statement_timeout: LONGEST_QUESTION_MS,
    // The server ends what takes too long; this is for a server that is gone without a word.
    query_timeout: LONGEST_QUESTION_MS + 5_000,
    idle_in_transaction_session_timeout: 60_000,
  }
}

function connectTimeoutMs(address: string): number {
  const seconds = Number(URL.parse(address)?.searchParams.get('connect_timeout'))
  return seconds > 0 ? seconds * 1_000 : 5_000
}

/** Opens a hub's database: makes it where there is nothing yet, brings it up to date, and refuses what is somebody else's or newer. */
export async function openHubDatabase(
  address: string,
  clock: { now(): Instant; newId(): Id },
  { steps = hubMigrations, patience }: { steps?: typeof hubMigrations; patience?: Patience | undefined } = {},
): Promise<OpenHub | HubFault> {
  const addresses = addressesOf(address)
  if (addresses === null) return { ok: false, code: 'bad_address', detail: { said: '' } }
  const config = hubPoolConfig(address)
  try {
    const servers = serversOf(config)
    const migrated = await onAny(servers, () =>
      alone({ ...config, connectionString: addresses[servers.at()] }, async (client) => {
        return (await unfitServer(client)) ?? migrateHub(client, steps, clock)
      }),
    )
    if (!migrated.ok) return migrated
    const engine = postgresEngine(config, patience)
    await engine.transact(() => ensureRoom(clock))
    return { ok: true, engine, hubId: migrated.hubId, upgradedFrom: migrated.upgradedFrom }
  } catch (error) {
    const code = databaseFault(error)
    if (code === null) throw error
    return { ok: false, code, detail: { said: saidBy(error) } }
  }
}

/** A connection of its own, without the longest time for a question: a step may take what it takes. */
async function alone<T>(config: ServersConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...config, query_timeout: 0 })
  // Whatever is asked of a connection that broke fails by itself.
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Throws of a standby: another server may be none. */
async function unfitServer(client: Client): Promise<HubFault | null> {
  const { rows } = await client.query<{ version: number; encoding: string; standby: boolean }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS encoding,
      pg_is_in_recovery() AS standby`,
  )
  const [found] = rows
  if (found === undefined) throw new Error('the server did not say what it is')
  if (found.version < OLDEST_SERVER)
    return { ok: false, code: 'server_too_old', detail: { found: found.version, needed: OLDEST_SERVER } }
  if (found.encoding !== 'UTF8') return { ok: false, code: 'wrong_encoding', detail: { found: found.encoding } }
  if (found.standby) throw takesNoWrites()
  return null
}

/** Of an address with several numbers each is tried, and what was said to all of them has no words of its own. */
const saidBy = (error: unknown): string =>
  error instanceof Error && error.message !== '' ? error.message : errorCode(error)
