import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('of a draft that lies there nobody knows who began it', () => {
  const before = aDatabaseOfVersion(45, (db) =>
    db.exec(`
      INSERT INTO session (id, purpose, started_at) VALUES ('s', 'listen', '2026-09-18T01:00:00.000Z');
      INSERT INTO call (id, session_id, number, started_at) VALUES ('c', 's', 1, '2026-09-18T01:00:00.000Z');
      INSERT INTO draft (id, call_id, kind, text, caret, offset_ms, stored_at)
        VALUES ('d', 'c', 'praise', '半句', 2, 0, '2026-09-18T01:01:00.000Z');
    `),
  )
  const db = openForWriting(before.path)
  expect(db.prepare('SELECT text, actor_id FROM draft').all()).toEqual([{ text: '半句', actor_id: null }])
  db.close()
  before.remove()
})
