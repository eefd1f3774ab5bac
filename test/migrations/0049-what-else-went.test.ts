import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('what went before counts on, and what else went with it is not known', () => {
  const before = aDatabaseOfVersion(48, (db) =>
    db.exec(`
      INSERT INTO words_gone (id, kind, session_id, kept_until, gone_at, voice, view, praise, risk, thanks, conversations)
        VALUES ('notes:s', 'notes', 's', '2026-09-01', '2026-10-01T00:00:00.000Z', 3, 2, 1, 0, 1, 0);
    `),
  )
  const db = openForWriting(before.path)
  expect(db.prepare('SELECT voice, praise, thanks, others FROM words_gone').all()).toEqual([
    { voice: 3, praise: 1, thanks: 1, others: 0 },
  ])
  db.close()
  before.remove()
})
