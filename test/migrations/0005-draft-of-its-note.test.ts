import { afterEach, expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

let before: ReturnType<typeof aDatabaseOfVersion>
afterEach(() => before.remove())

test('a note half done is still there, under its call’s id, and its call may have more than one now', () => {
  before = aDatabaseOfVersion(4, (db) =>
    db.exec(`
      INSERT INTO session (id, purpose, started_at) VALUES ('s', 'listen', '2026-09-18T01:00:00.000Z');
      INSERT INTO call (id, session_id, number, started_at) VALUES ('c1', 's', 1, '2026-09-18T01:00:30.000Z');
      INSERT INTO draft (call_id, note_id, kind, text, caret, offset_ms, issue_type_id, stored_at)
        VALUES ('c1', NULL, 'risk', '门店说可以换', 4, 12000, 'coupon', '2026-09-18T01:00:44.000Z');
    `),
  )
  const db = openForWriting(before.path)
  const drafts = () => db.prepare('SELECT * FROM draft ORDER BY id').raw().all()
  const old = ['c1', 'c1', null, 'risk', '门店说可以换', 4, 12_000, 'coupon', '2026-09-18T01:00:44.000Z', null, null]
  expect(drafts()).toEqual([old])
  const insert = (id: string, callId: string) =>
    db.exec(`INSERT INTO draft (id, call_id, kind, text, caret, offset_ms, stored_at)
      VALUES ('${id}', '${callId}', 'voice', '再一条', 3, 0, '2026-09-18T01:01:00.000Z')`)
  insert('d2', 'c1')
  expect(drafts()).toHaveLength(2)
  expect(() => insert('d3', 'nowhere')).toThrow('FOREIGN KEY')
  db.close()
})
