import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('thanks that are collected or handed over keep no session a day longer', () => {
  const before = aDatabaseOfVersion(49, (db) =>
    db.exec(`
      INSERT INTO clock_run (number, first_day, last_day, counted_on, days_seen, offset_days, granted_days, gap_days)
        VALUES (1, '2026-09-18', '2026-09-18', '2026-09-18', 1, 0, 0, 0);
      INSERT INTO session (id, purpose, started_at) VALUES ('s', 'listen', '2026-09-18T01:00:00.000Z');
      INSERT INTO call (id, session_id, number, started_at) VALUES ('c', 's', 1, '2026-09-18T01:00:00.000Z');
      INSERT INTO note (id, call_id, kind, text, offset_ms, created_at, version)
        VALUES ('n', 'c', 'praise', '很耐心', 0, '2026-09-18T01:01:00.000Z', 0);
    `),
  )
  const db = openForWriting(before.path)
  db.exec(`INSERT INTO thanks (id, note_id, call_id, collected_at, version) VALUES ('t', 'n', 'c', '2026-09-18', 0);
    UPDATE thanks SET taken_back_at = '2026-09-18', version = 1`)
  expect(db.prepare('SELECT id FROM counted_day').all()).toEqual([])
  db.close()
  before.remove()
})
