import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { acknowledgedHere, LOT_MARKS } from './acknowledged.ts'
import { makeChangedTable } from './changed-here.ts'

test('a command that is older than the hub keeps them is not asked for: it lacks that without having lost it', () => {
  const db = new Database(':memory:')
  makeChangedTable(db as never)
  db.exec(LOT_MARKS)
  const store = db.prepare("INSERT INTO changed_here (id, at, change_json, is_lost) VALUES (?, ?, '{}', 0)")
  store.run('01a', '2026-08-01T00:00:00.000Z')
  store.run('02b', '2026-09-17T00:00:00.000Z')
  expect(acknowledgedHere(db as never, new Set(), '2026-08-19T00:00:00.000Z').commands).toEqual(['02b'])
  db.close()
})
