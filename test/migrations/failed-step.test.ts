import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkSchema } from '../../electron/storage/file/schema-check.ts'
import { schemaVersion } from '../../electron/storage/migrations/migrations.ts'
import { aConsole, accepted, aFolder, clientOf, consoleOptions } from '../builders/console.ts'
import { columnsOf, rowsOf, tablesOf } from './rows-of.ts'

let folder: ReturnType<typeof aFolder>
let path: string
beforeEach(() => {
  folder = aFolder()
  path = join(folder.path, 'earshot.db')
  copyFileSync(join(import.meta.dirname, 'fixtures/v5.db'), path)
})
afterEach(() => folder.remove())

const contentsOf = (file: string) => {
  const db = new Database(file, { readonly: true })
  const rows = tablesOf(db).map((table) => rowsOf(db, table, columnsOf(db, table)))
  const version = db.pragma('user_version', { simple: true })
  db.close()
  return { version, rows }
}

test('a step that fails ends on the recovery screen, with the file as it was and the copy made before the step', async () => {
  // The only way into a step that fails in the field: somebody took a row away with a tool of theirs.
  const db = new Database(path)
  db.exec(`DELETE FROM booking_event; PRAGMA foreign_keys = OFF; DELETE FROM booking WHERE rowid = 1`)
  db.close()
  const before = contentsOf(path)
  const warned: string[] = []
  const log = { ...consoleOptions('').log, warn: (message: string) => void warned.push(message) }
  const console = await aConsole(folder.path, { log })
  const { workspace } = clientOf(console.call)
  expect(await accepted(workspace.status({}))).toMatchObject({ state: 'damaged', fault: { kind: 'incomplete' } })
  expect(warned).toEqual([
    expect.stringMatching(/: 0006-lists-in-the-contract: .* broken references, the first from \w+ to booking$/),
  ])
  const [copy] = await accepted(workspace.backups({}))
  await console.close()
  expect(contentsOf(path)).toEqual({ ...before, version: 5 })
  expect(contentsOf(join(folder.path, 'backups', copy?.fileName ?? ''))).toEqual(before)
})

test('a file of an older version that lost tables is ours and incomplete, not a stranger', async () => {
  const db = new Database(path)
  db.pragma('foreign_keys = OFF')
  // What is left is a table that a later step made anew.
  for (const table of [...tablesOf(db), 'ticket_search']) if (table !== 'note') db.exec(`DROP TABLE ${table}`)
  expect(checkSchema(db)).toBe('incomplete')
  db.exec('DROP TABLE note; CREATE TABLE note (words TEXT)')
  expect(checkSchema(db)).toBe('foreign')
  db.close()
})

test('a file of an older version whose index is gone is repaired, and is one of today then', async () => {
  const db = new Database(path)
  db.exec('DROP INDEX note_by_call')
  db.close()
  const console = await aConsole(folder.path)
  const { workspace } = clientOf(console.call)
  expect(await accepted(workspace.status({}))).toMatchObject({ fault: { kind: 'indexes' } })
  await accepted(workspace.repair({}))
  expect(await accepted(workspace.status({}))).toMatchObject({ state: 'ready', schemaVersion })
  await console.close()
})

test('the log says which step failed and SQLite’s code, and not a word of what stands in the database', async () => {
  const db = new Database(path)
  // Somebody's own table bears the name of one that a step makes.
  db.exec(`CREATE TABLE row_change (words TEXT); INSERT INTO row_change VALUES ('13812345678')`)
  db.close()
  const warned: string[] = []
  const log = { ...consoleOptions('').log, warn: (message: string) => void warned.push(message) }
  const console = await aConsole(folder.path, { log })
  await console.close()
  expect(warned).toEqual(['the database could not be brought up to date: 0009-versions: SQLITE_ERROR'])
})
