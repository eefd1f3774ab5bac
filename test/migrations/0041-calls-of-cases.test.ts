import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('a case that was raised before its call and sealed it is of that call; one without a seal stays as it is', () => {
  const at = '2026-11-27T01:00:00.000Z'
  const before = aDatabaseOfVersion(40, (db) => {
    db.prepare(`INSERT INTO session (id, purpose, started_at) VALUES ('s', 'listen', ?)`).run(at)
    db.prepare(
      `INSERT INTO call (id, session_id, number, started_at, ended_at, session_ms) VALUES ('c', 's', 1, ?, ?, 0), ('d', 's', 2, ?, ?, 0)`,
    ).run(at, at, at, at)
    for (const [id, callId] of [
      ['sealing', null],
      ['alone', null],
      ['named', 'd'],
    ])
      db.prepare(
        `INSERT INTO life_case (id, session_id, call_id, origin, raised_at) VALUES (?, CASE WHEN ? IS NULL THEN NULL ELSE 's' END, ?, 'key', ?)`,
      ).run(id, callId, callId, at)
    db.prepare(`INSERT INTO sealed_call (call_id, case_id, sealed_at) VALUES ('c', 'sealing', ?)`).run(at)
  })
  const db = openForWriting(before.path)
  expect(db.prepare('SELECT id, session_id, call_id FROM life_case ORDER BY id').raw().all()).toEqual([
    ['alone', null, null],
    ['named', 's', 'd'],
    ['sealing', 's', 'c'],
  ])
  db.close()
  before.remove()
})
