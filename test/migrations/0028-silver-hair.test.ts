import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('calls that were heard have no lens, and one never says that property was touched for the caller', () => {
  const before = aDatabaseOfVersion(27, (older) =>
    older.exec(`INSERT INTO session (id, purpose, started_at) VALUES ('a session', 'listen', '2026-09-18T01:00:00.000Z');
      INSERT INTO call (id, session_id, number, started_at) VALUES ('a call', 'a session', 1, '2026-09-18T01:00:00.000Z')`),
  )
  const db = openForWriting(before.path)
  expect(db.prepare('SELECT * FROM silver_hair').all()).toEqual([])
  const insert =
    db.prepare(`INSERT INTO silver_hair (call_id, mark, origin, marked_at, operation, help, jargon_json, version)
    VALUES ('a call', 'marked', 'key', '2026-09-18T01:00:00.000Z', ?, ?, '[]', 0)`)
  for (const operation of ['return', 'refund', 'price_protection', 'payment', 'credit'])
    expect(() => insert.run(operation, 'for_caller')).toThrow('silver_hair_property')
  insert.run('refund', 'guided')
  const update = db.prepare('UPDATE silver_hair SET operation = ?, help = ?')
  expect(() => update.run('payment', 'for_caller')).toThrow('silver_hair_property')
  update.run('delivery', 'for_caller')
  db.close()
  before.remove()
})
