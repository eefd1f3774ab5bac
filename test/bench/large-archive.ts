import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { inTransaction, type WritableDb } from '../../electron/storage/database.ts'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { insertPerson } from '../../electron/storage/house/people.ts'
import { schemaVersion } from '../../electron/storage/migrations/migrations.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { advanceNoteSearch } from '../../electron/storage/search/note-search.ts'
import {
  advanceTicketSearch,
  beginTicketSearch,
  refillTicketSearch,
} from '../../electron/storage/tickets/ticket-search.ts'
import { recount, talliesAgree } from '../../electron/storage/tickets/ticket-tally.ts'
import { layArchive } from './archive.ts'

/** The three years of `fullSize` in a company with twenty desks: 1,000,000 notes, 200,000 tickets. */
const DESKS = 20
/** Between the sessions of two desks: twenty of them fill the six hours between two sessions of one. */
const APART_MINUTES = 18
const LISTENERS = 20
const ROWS_AT_ONCE = 20_000
const PREFIX = 'earshot-bench-kept-'

/** Parents before children: foreign keys are on. Each with what tells when its rows happened. */
const TABLES = {
  person: 'id',
  session: 'started_at',
  call: 'started_at',
  note: 'created_at',
  note_event: 'at',
  ticket: 'opened_at',
  ticket_quote: 'note_id',
} as const
type Table = keyof typeof TABLES

/**
 * The full archive and the large one, everything in them found by search. They take minutes to make, so they are kept under the
 * system's temporary folder until the schema has another version: whole or not there at all. Nobody writes into them.
 */
export function keptArchives(): { full: string; large: string } {
  const ofThisSchema = `${PREFIX}v${schemaVersion}-`
  for (const name of readdirSync(tmpdir()))
    if (name.startsWith(PREFIX) && !name.startsWith(ofThisSchema))
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
  const full = kept(`${ofThisSchema}full`, layFull)
  return { full, large: kept(`${ofThisSchema}large`, (folder) => layLarge(folder, full)) }
}

function kept(name: string, lay: (folder: string) => void): string {
  const path = join(tmpdir(), name)
  if (existsSync(path)) return path
  const young = mkdtempSync(join(tmpdir(), 'earshot-bench-'))
  try {
    lay(young)
    renameSync(young, path)
  } finally {
    rmSync(young, { recursive: true, force: true })
  }
  return path
}

function layFull(folder: string): void {
  layArchive(folder)
  const db = openForWriting(join(folder, 'earshot.db'))
  seatListeners(db)
  recount(db)
  while (!advanceTicketSearch(db, ROWS_AT_ONCE));
  indexNotes(db)
  close(db)
}

/** Twenty people who listened in turn; each desk has its own, told apart by the letter behind the name. */
function seatListeners(db: WritableDb): void {
  const ids = Array.from({ length: LISTENERS }, () => v7())
  const rest = { department: '客服部', role: 'listener', email: null, joinedOn: null, version: 0 } as const
  inTransaction(db, () => {
    for (const [at, id] of ids.entries()) {
      const name = `${'王李张刘陈'.charAt(at % 5)}敏${at}A`
      runOn(db, insertPerson({ id, name, employeeNumber: `${1_000 + at}`, ...rest }))
    }
    db.prepare("UPDATE session SET listener_id = json_extract(?, printf('$[%d]', rowid % ?))").run(
      JSON.stringify(ids),
      LISTENERS,
    )
  })
}

/**
 * Every row once for each desk, in the order of happening, as one file is filled: what was written one after the other lies together. By the database
 * itself, with the indexes made over rows that are there.
 */
export function layLarge(folder: string, archive: string, desks = DESKS): void {
  layArchive(folder, { notes: 0, tickets: 0 })
  const db = openForWriting(join(folder, 'earshot.db'))
  // While it has no tickets: whoever opens it finds nothing left to do.
  beginTicketSearch(db)
  db.function('copy_of', { deterministic: true }, copyOf)
  db.prepare('ATTACH ? AS one').run(join(archive, 'earshot.db'))
  inTransaction(db, () =>
    withoutIndexes(db, () => {
      for (const table of Object.keys(TABLES) as Table[]) db.exec(copying(db, table, desks))
    }),
  )
  db.exec('DETACH one')
  refillTicketSearch(db)
  indexNotes(db)
  close(db)
}

function copying(db: WritableDb, table: Table, desks: number): string {
  const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
  const filled = columns.filter((column) => !(table === 'ticket' && column === 'number'))
  return `WITH RECURSIVE desk (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM desk WHERE number < ${desks - 1})
    INSERT INTO main.${table} (${filled.join(', ')}) SELECT ${filled.map(onDesk).join(', ')}
    FROM one.${table} AS original CROSS JOIN desk ORDER BY ${onDesk(TABLES[table])}, original.rowid`
}

/** A column as it stands on one of the desks. */
function onDesk(column: string): string {
  const value = `original.${column}`
  if (column === 'id' || /^(session|call|note|ticket|listener)_id$/.test(column))
    return `copy_of(${value}, desk.number)`
  if (column === 'at' || column.endsWith('_at'))
    return `strftime('%Y-%m-%dT%H:%M:%fZ', ${value}, (desk.number * ${APART_MINUTES}) || ' minutes')`
  if (column === 'reference') return `substr(${value}, 1, 9) || printf('%02d', desk.number) || substr(${value}, 12)`
  if (column === 'employee_number') return `${value} || '-' || desk.number`
  if (column === 'name') return `substr(${value}, 1, length(${value}) - 1) || char(65 + desk.number)`
  return value
}

/** Another id for each desk: of the moment at which it happened there. */
function copyOf(id: unknown, desk: unknown): string | null {
  if (typeof id !== 'string') return null
  const atMs = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) + Number(desk) * APART_MINUTES * 60_000
  const at = atMs.toString(16).padStart(12, '0')
  return `${at.slice(0, 8)}-${at.slice(8)}${id.slice(13)}`
}

function withoutIndexes(db: WritableDb, fill: () => void): void {
  const indexes = db
    .prepare(`SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE INDEX%'`)
    .all() as { name: string; sql: string }[]
  for (const { name } of indexes) db.exec(`DROP INDEX main.${name}`)
  fill()
  for (const { sql } of indexes) db.exec(sql)
}

function indexNotes(db: WritableDb): void {
  while (!advanceNoteSearch(db, ROWS_AT_ONCE));
}

function close(db: WritableDb): void {
  if (!talliesAgree(db)) throw new Error('the tallies of the archive are wrong: the console would close it as damaged')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}
