import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('no rule holds at first and nothing went; what went of a session is written down once', () => {
  const before = aDatabaseOfVersion(32, () => {})
  const db = openForWriting(before.path)
  for (const table of ['retention_rules', 'retention_keep', 'words_gone', 'retention_ledger'])
    expect(db.prepare(`SELECT * FROM ${table}`).all()).toEqual([])
  const insert =
    db.prepare(`INSERT INTO words_gone (id, kind, session_id, kept_until, gone_at, voice, view, praise, risk, thanks, conversations)
    VALUES (?, 'notes', 's', '2026-10-01', '2026-10-02T01:00:00.000Z', 1, 0, 0, 0, 0, 0)`)
  insert.run('notes:s')
  expect(() => insert.run('notes:s')).toThrow('UNIQUE')
  db.close()
  before.remove()
})
