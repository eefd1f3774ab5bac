import { afterEach, expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

let before: ReturnType<typeof aDatabaseOfVersion>
afterEach(() => before.remove())

test('a session that was open goes on: its calls stand where their dates say, old ones are left as they were', () => {
  before = aDatabaseOfVersion(1, (db) =>
    db.exec(`
      INSERT INTO session (id, purpose, started_at, ended_at) VALUES
        ('old', 'listen', '2026-09-17T01:00:00.000Z', '2026-09-17T02:00:00.000Z'),
        ('open', 'listen', '2026-09-18T01:00:00.000Z', NULL);
      INSERT INTO call (id, session_id, number, started_at, ended_at) VALUES
        ('o1', 'old', 1, '2026-09-17T01:10:00.000Z', '2026-09-17T01:05:00.000Z'),
        ('c1', 'open', 1, '2026-09-18T01:00:30.250Z', '2026-09-18T01:04:00.000Z'),
        ('c2', 'open', 2, '2026-09-18T00:59:00.000Z', NULL);
    `),
  )
  const db = openForWriting(before.path)
  expect(db.prepare('SELECT id, session_ms, ended_at FROM call ORDER BY id').raw().all()).toEqual([
    ['c1', 30_250, '2026-09-18T01:04:00.000Z'],
    ['c2', 0, null],
    ['o1', 0, '2026-09-17T01:05:00.000Z'],
  ])
  db.close()
})

test('the new tables check their types, and nothing ends before it started', () => {
  before = aDatabaseOfVersion(1, (db) =>
    db.exec(`INSERT INTO session (id, purpose, started_at) VALUES ('s', 'listen', '2026-09-18T01:00:00.000Z')`),
  )
  const db = openForWriting(before.path)
  const run = (sql: string) => () => db.exec(sql)
  expect(run(`INSERT INTO stopwatch (session_id, elapsed_ms, at) VALUES ('s', -1, '')`)).toThrow('CHECK')
  expect(run(`INSERT INTO stopwatch (session_id, elapsed_ms, at) VALUES ('s', 'one', '')`)).toThrow('cannot store TEXT')
  expect(run(`INSERT INTO listening_gap (session_id, from_ms, to_ms, reason) VALUES ('s', 5, 5, 'asleep')`)).toThrow(
    'CHECK',
  )
  expect(run(`UPDATE session SET ended_at = '2026-09-18T00:59:59.999Z'`)).toThrow('ends_before_start')
  expect(run(`UPDATE session SET ended_at = '2026-09-18T01:00:00.000Z'`)).not.toThrow()
  db.close()
})
