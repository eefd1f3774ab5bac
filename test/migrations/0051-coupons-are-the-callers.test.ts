import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('coupons are not used for the caller, nor is what was property before', () => {
  const before = aDatabaseOfVersion(50, (older) =>
    older.exec(`INSERT INTO session (id, purpose, started_at) VALUES ('a session', 'listen', '2026-09-18T01:00:00.000Z');
      INSERT INTO call (id, session_id, number, started_at) VALUES ('a call', 'a session', 1, '2026-09-18T01:00:00.000Z')`),
  )
  const db = openForWriting(before.path)
  const insert =
    db.prepare(`INSERT INTO silver_hair (call_id, mark, origin, marked_at, operation, help, jargon_json, version)
    VALUES ('a call', 'marked', 'key', '2026-09-18T01:00:00.000Z', ?, ?, '[]', 0)`)
  for (const operation of ['return', 'refund', 'price_protection', 'payment', 'credit', 'coupon'])
    expect(() => insert.run(operation, 'for_caller')).toThrow('silver_hair_property')
  insert.run('coupon', 'guided')
  const update = db.prepare('UPDATE silver_hair SET help = ?')
  expect(() => update.run('for_caller')).toThrow('silver_hair_property')
  db.close()
  before.remove()
})
