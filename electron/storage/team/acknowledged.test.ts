import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { MOST_ACKNOWLEDGED } from '../../team/wire.ts'
import { acknowledgedHere, LOT_MARKS } from './acknowledged.ts'
import { keepChange, makeChangedTable } from './changed-here.ts'

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

test('the last commands are those done last, also when the clock was set back between them, or an earlier version kept the first', () => {
  const db = new Database(':memory:')
  db.exec(`CREATE TABLE changed_here (
    id TEXT PRIMARY KEY, at TEXT NOT NULL, change_json TEXT NOT NULL, is_lost INTEGER NOT NULL) STRICT, WITHOUT ROWID`)
  db.exec(`INSERT INTO changed_here VALUES ('z', '2026-09-17T12:00:00.000Z', '{}', 0)`)
  for (let starts = 0; starts < 2; starts += 1) makeChangedTable(db as never)
  db.exec(LOT_MARKS)
  const ids = Array.from({ length: MOST_ACKNOWLEDGED + 1 }, (_, at) => `${MOST_ACKNOWLEDGED - at}`)
  for (const id of ids) {
    const change = { id, at: '2026-09-17T10:00:00.000Z', kind: 'reserved', about: { bookingId: id }, sessionId: null }
    keepChange(db as never, change as never, '2026-08-19T00:00:00.000Z')
  }
  const { commands } = acknowledgedHere(db as never, new Set(), '2026-08-19T00:00:00.000Z')
  expect(commands.sort()).toEqual(ids.slice(1).sort())
  db.close()
})
