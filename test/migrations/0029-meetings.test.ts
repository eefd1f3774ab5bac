import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('tickets that were there were agreed on by no meeting, and a call has one meeting', () => {
  const before = aDatabaseOfVersion(28, (db) => {
    db.exec(`INSERT INTO session (id, purpose, started_at) VALUES ('s', 'listen', '2026-11-21T01:00:00.000Z');
      INSERT INTO call (id, session_id, number, started_at, session_ms) VALUES ('c', 's', 1, '2026-11-21T01:00:00.000Z', 0);
      INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, opened_at, due_at, paused_working_ms)
        VALUES ('t', '标题', 'coupon', 4, 'hours', 3, 'unclaimed', '营销部', '2026-11-21T01:00:00.000Z', '2026-11-23T01:00:00.000Z', 0);`)
  })
  const db = openForWriting(before.path)
  expect(db.prepare('SELECT agreed_due_at FROM ticket').pluck().all()).toEqual([null])
  const insert = db.prepare(
    `INSERT INTO meeting (id, call_id, started_at, note_ids_json, attendees_json) VALUES (?, 'c', '2026-11-21T02:00:00.000Z', '[]', '[]')`,
  )
  insert.run('m')
  expect(() => insert.run('n')).toThrow('UNIQUE')
  db.close()
  before.remove()
})
