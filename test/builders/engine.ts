import type { WritableDb } from '../../electron/storage/database.ts'
import type { Engine } from '../../electron/storage/engine/engine.ts'
import { postgresEngine } from '../../electron/storage/engine/postgres.ts'
import { sqliteEngine } from '../../electron/storage/engine/sqlite.ts'
import { openHubDatabase } from '../../electron/storage/hub/open-hub.ts'
import { issueTypes } from '../../electron/storage/migrations/postgres-0016.ts'
import { systemClock } from '../../electron/system-clock.ts'
import { connectionTo } from './connection.ts'

/** Which engine the tests of this project ask. */
export const isOnPostgres = (): boolean => process.env.EARSHOT_ENGINE === 'postgres'

/** The engine of this project, empty: the desk's own file, or a database of the tests' server, with its address. */
export async function anEngine(db: WritableDb): Promise<{ engine: Engine; url: string; close(): Promise<void> }> {
  if (!isOnPostgres()) return { engine: sqliteEngine(db), url: '', close: async () => {} }
  made ??= makeDatabase()
  const { url, emptying } = await made
  await emptying.query(`${EMPTY}; ${issueTypes}`)
  const engine = postgresEngine({ connectionString: url })
  return { engine, url, close: () => engine.close() }
}

/** One database for each worker, made once: to empty it takes a moment, to make it does not; on a connection that stays, which knows its tables. */
let made: ReturnType<typeof makeDatabase> | undefined

/** Row by row, because there are few: to truncate makes every table and index a new file. Nothing is checked meanwhile. */
const EMPTY = `SET session_replication_role = replica;
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'hub' LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
  FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP PERFORM setval(quote_ident(name), 1, false); END LOOP;
END $$;
RESET session_replication_role`

/** A database of this worker's own without any tables; its name begins with the run's, at whose end it goes. */
export async function aDatabaseOnServer(purpose = ''): Promise<string> {
  const server = process.env.EARSHOT_TEST_DATABASE
  if (server === undefined) throw new Error('no PostgreSQL was started for this project')
  const name = `${process.env.EARSHOT_TEST_RUN}_${process.env.VITEST_POOL_ID ?? 0}${purpose}`
  await asked(server, `DROP DATABASE IF EXISTS ${name}`)
  await asked(server, `CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = name
  return url.href
}

async function makeDatabase() {
  const url = await aDatabaseOnServer()
  const opened = await openHubDatabase(url, systemClock)
  if (!opened.ok) throw new Error(opened.code)
  await opened.engine.close()
  const emptying = await connectionTo(url)
  return { url, emptying }
}

export async function asked(connectionString: string, sql: string): Promise<void> {
  const client = await connectionTo(connectionString)
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
