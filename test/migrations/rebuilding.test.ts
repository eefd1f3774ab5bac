import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BrokenReference } from '../../electron/storage/migrate.ts'
import { migrations, schemaVersion } from '../../electron/storage/migrations/migrations.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

/** A note kind more, and no list of kinds in the table any longer: others (note_event, draft, ticket_quote) refer to it. */
const rebuildsNote = `
CREATE TABLE note_rebuilt (
  id TEXT PRIMARY KEY, call_id TEXT NOT NULL REFERENCES call (id), kind TEXT NOT NULL, text TEXT NOT NULL CHECK (text <> ''),
  offset_ms INTEGER NOT NULL CHECK (offset_ms >= 0), issue_type_id TEXT, created_at TEXT NOT NULL, edited_at TEXT, removed_at TEXT,
  version INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO note_rebuilt SELECT id, call_id, kind, text, offset_ms, issue_type_id, created_at, edited_at, removed_at, version FROM note;
DROP TABLE note;
ALTER TABLE note_rebuilt RENAME TO note;
CREATE INDEX note_by_call ON note (call_id, offset_ms);`

const filled = (db: Database.Database) =>
  db.exec(`
INSERT INTO session (id, purpose, started_at) VALUES ('s', 'listen', '2026-11-26T01:00:00.000Z');
INSERT INTO call (id, session_id, number, started_at) VALUES ('c', 's', 1, '2026-11-26T01:00:00.000Z');
INSERT INTO note (id, call_id, kind, text, offset_ms, created_at) VALUES
  ('n1', 'c', 'voice', '没人管我', 1000, '2026-11-26T01:00:01.000Z'), ('n2', 'c', 'view', '等了三天', 2000, '2026-11-26T01:00:02.000Z');
INSERT INTO note_event (id, note_id, call_id, at, what) VALUES ('e1', 'n1', 'c', '2026-11-26T01:00:01.000Z', 'added');
INSERT INTO draft (id, call_id, note_id, kind, text, caret, offset_ms, stored_at) VALUES ('d', 'c', 'n2', 'view', '等了', 2, 2000, '2026-11-26T01:00:03.000Z');
INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, opened_at, due_at)
  VALUES ('t', '没人管', 'delivery', 1, 'days', 3, 'unclaimed', '物流部', '2026-11-26T01:00:04.000Z', '2026-11-27T01:00:04.000Z');
INSERT INTO ticket_quote (ticket_id, note_id, position) VALUES ('t', 'n1', 0);`)

const stepWith = (sql: string) => [...migrations, { version: schemaVersion + 1, name: 'a-step-of-this-test', sql }]

let before: ReturnType<typeof aDatabaseOfVersion>
beforeEach(() => {
  before = aDatabaseOfVersion(schemaVersion, filled)
})
afterEach(() => before.remove())

const rowsOf = (path: string) => {
  const db = new Database(path, { readonly: true })
  const tables = ['note', 'note_event', 'draft', 'ticket_quote', 'call']
  const rows = tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1`).raw().all()])
  db.close()
  return rows
}

test('a table that others refer to is made anew with every row of its own and of the others', () => {
  const rows = rowsOf(before.path)
  const db = openForWriting(before.path, () => {}, stepWith(rebuildsNote))
  expect(db.pragma('user_version', { simple: true })).toBe(schemaVersion + 1)
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  db.exec(
    `INSERT INTO note (id, call_id, kind, text, offset_ms, created_at) VALUES ('n3', 'c', 'silver', '听不清', 3000, '')`,
  )
  expect(() => db.exec(`DELETE FROM note WHERE id = 'n1'`)).toThrow('FOREIGN KEY')
  db.exec(`DELETE FROM note WHERE id = 'n3'`)
  db.close()
  expect(rowsOf(before.path)).toEqual(rows)
})

test('a step that would leave a reference to nothing did not happen', () => {
  const rows = rowsOf(before.path)
  const forgetsOne = rebuildsNote.replace('FROM note;', `FROM note WHERE id <> 'n1';`)
  expect(() => openForWriting(before.path, () => {}, stepWith(forgetsOne))).toThrow(BrokenReference)
  expect(rowsOf(before.path)).toEqual(rows)
  const db = openForWriting(before.path)
  expect(db.pragma('user_version', { simple: true })).toBe(schemaVersion)
  db.close()
})

test('a later step that fails leaves the earlier one done and the copy made before both', () => {
  const copied: number[] = []
  const steps = [
    ...stepWith(rebuildsNote),
    { version: schemaVersion + 2, name: 'fails', sql: 'CREATE TABLE note (id TEXT)' },
  ]
  expect(() => openForWriting(before.path, (from) => copied.push(from), steps)).toThrow('already exists')
  expect(copied).toEqual([schemaVersion])
  const db = openForWriting(before.path, () => {}, steps.slice(0, -1))
  expect(db.pragma('user_version', { simple: true })).toBe(schemaVersion + 1)
  db.close()
})
