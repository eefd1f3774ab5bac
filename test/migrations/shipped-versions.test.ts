import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkIntegrity } from '../../electron/storage/file/integrity.ts'
import { checkSchema, schemaOf, schemaOfVersion } from '../../electron/storage/file/schema-check.ts'
import { migrations, schemaVersion } from '../../electron/storage/migrations/migrations.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { contract } from '../../shared/contract/contract.ts'
import { aConsole, accepted, aFolder, clientOf } from '../builders/console.ts'
import { columnsOf, rowsOf, tablesOf } from './rows-of.ts'

const fixtureOf = (version: number) => join(import.meta.dirname, 'fixtures', `v${version}.db`)
const shipped = migrations.map(({ version }) => version).filter((version) => version < schemaVersion)

/** Tables whose rows a step numbers anew, on purpose: told apart by their key, not by their rowid. */
const renumbered: Readonly<Record<string, number>> = { draft: 5 }

/** Tables whose rows a step writes for each of two people, on purpose. */
const forEach: Readonly<Record<string, number>> = { told_seat: 53 }
const once = (rows: readonly unknown[][]): unknown[][] => [...new Map(rows.map((row) => [row.join(), row])).values()]

/** What a step takes away, on purpose: what tickets said that were withdrawn. */
function takeWithdrawnWords(db: Database.Database): void {
  const earlier = columnsOf(db, 'ticket_event').includes('before_json') ? ', before_json = NULL' : ''
  db.exec(`UPDATE ticket SET title = '—', owner_name = NULL WHERE withdrawn_at IS NOT NULL;
    UPDATE ticket_event SET remark = NULL${earlier}
      WHERE ticket_id IN (SELECT id FROM ticket WHERE withdrawn_at IS NOT NULL)`)
}

/** What a step adds, on purpose: pages of thanks stand in the ledger, behind what was there. */
const pagesOf = (db: Database.Database): number =>
  tablesOf(db).includes('thanks_page') ? rowsOf(db, 'thanks_page', columnsOf(db, 'thanks_page')).length : 0

let folder: ReturnType<typeof aFolder>
let path: string
beforeEach(() => {
  folder = aFolder()
  path = join(folder.path, 'earshot.db')
})
afterEach(() => folder.remove())

test.each(shipped)(
  'the database of version %i is kept; else make it: node test/migrations/fixtures/make.ts',
  (version) => {
    expect(existsSync(fixtureOf(version))).toBe(true)
  },
)

describe.each(shipped)('a database of version %i', (version) => {
  beforeEach(() => copyFileSync(fixtureOf(version), path))

  test('is what that Earshot left, with rows in every table', () => {
    const db = new Database(path)
    expect(db.pragma('user_version', { simple: true })).toBe(version)
    expect(schemaOf(db)).toEqual(schemaOfVersion(version))
    expect([checkSchema(db), checkIntegrity(db)]).toEqual(['ours', 'ok'])
    for (const table of tablesOf(db)) expect(rowsOf(db, table, columnsOf(db, table)).length, table).toBeGreaterThan(0)
    db.close()
  })

  test('becomes one of today: every row is there, whole, in the order in which it happened', () => {
    const before = new Database(path)
    before.exec('BEGIN')
    takeWithdrawnWords(before)
    const kept = tablesOf(before).map((table) => {
      const isNumberKept = version >= (renumbered[table] ?? 0)
      const columns = columnsOf(before, table).filter((column) => isNumberKept || column !== 'rowid')
      return { table, columns, rows: rowsOf(before, table, columns) }
    })
    const pages = pagesOf(before)
    before.exec('ROLLBACK')
    before.close()
    const db = openForWriting(path)
    for (const { table, columns, rows } of kept) {
      const found = rowsOf(db, table, columns)
      const now = version < (forEach[table] ?? 0) ? once(found) : found
      expect(now.slice(0, rows.length), table).toEqual(rows)
      expect(now, table).toHaveLength(rows.length + (table === 'export_record' && version < 34 ? pages : 0))
    }
    expect(schemaOf(db)).toEqual(schemaOfVersion(schemaVersion))
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(checkIntegrity(db)).toBe('ok')
    db.close()
  })
})

/** A voice note of the frozen rows that no ticket quotes. */
const voice = '01990000-0000-7000-8000-000000000067'

test.each([shipped.at(0), shipped.at(-1)])(
  'the console opens version %i and reads all of it as its contract says',
  async (version = 0) => {
    copyFileSync(fixtureOf(version), path)
    const console = await aConsole(folder.path)
    const client = clientOf(console.call)
    const { people, bookings, sessions, tickets, exports } = client
    const filter = contract.tickets.list.input.shape.filter.parse({})
    const found = await accepted(tickets.list({ filter, sort: 'number', limit: 500 }))
    expect(found.total).toBe(8)
    expect(contract.tickets.list.output.safeParse(found).error).toBeUndefined()
    expect(contract.people.list.output.safeParse(await accepted(people.list({}))).error).toBeUndefined()
    const board = await accepted(bookings.board({ from: '2026-09-18', to: '2026-09-19' }))
    expect(contract.bookings.board.output.parse(board)).toHaveLength(3)
    const files = contract.exports.list.output.parse(await accepted(exports.list({ limit: 500 })))
    expect(files.filter(({ kind }) => kind === 'tickets')).toHaveLength(4)
    expect(contract.sessions.list.output.parse(await accepted(sessions.list({ limit: 50 }))).sessions).toHaveLength(2)
    const opened = await accepted(
      tickets.open({ title: '新的', issueTypeId: 'coupon', priority: 3, department: '营销部', noteIds: [voice] }),
    )
    // 12 was given to a ticket that is gone.
    expect(opened.number).toBe(13)
    await console.close()
  },
)
