import { startEmbeddedPostgres } from '../../electron/demo/embedded-postgres.ts'
import { connectionTo } from '../builders/connection.ts'

/** Where tests look for the server; set before the workers begin. */
const SERVER = 'EARSHOT_TEST_DATABASE'

/** What the names of this run's databases begin with. */
const RUN = 'EARSHOT_TEST_RUN'

/**
 * A PostgreSQL for the tests of the project that asks for one: a server of its own in the temporary folder, that forgets everything; or
 * the one whose address stands in `EARSHOT_TEST_DATABASE`, on which the tests make databases called `earshot_test_…` that go at the end.
 */
// biome-ignore lint/style/noDefaultExport: Vitest loads the default export of its global setup
export default async function postgresServer(): Promise<() => Promise<void>> {
  const run = `earshot_test_${process.pid}`
  process.env[RUN] = run
  const own = process.env[SERVER]
  if (own !== undefined) return () => dropDatabases(own, run)
  const server = await startEmbeddedPostgres({
    endsByCaller: false,
    settings: {
      // Nobody keeps what is written here.
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      // Who waits for each other is looked for at once.
      deadlock_timeout: '20ms',
    },
  })
  if (server === null) throw new Error('embedded-postgres is not installed')
  process.env[SERVER] = server.url
  return async () => {
    delete process.env[SERVER]
    await server.stop()
  }
}

async function dropDatabases(server: string, run: string): Promise<void> {
  const client = await connectionTo(server)
  try {
    const { rows } = await client.query<{ name: string }>('SELECT datname AS name FROM pg_database')
    for (const { name } of rows.filter((one) => one.name.startsWith(`${run}_`)))
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}
