import { afterEach, expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

let before: ReturnType<typeof aDatabaseOfVersion>
afterEach(() => before.remove())

test('a case from before named no call; from then on one may name a call that is not here, and cases of other desks have their place', () => {
  before = aDatabaseOfVersion(53, (db) =>
    db.exec(`INSERT INTO life_case (id, origin, raised_at) VALUES ('old', 'key', '2026-09-18T03:00:00.000Z')`),
  )
  const db = openForWriting(before.path)
  db.exec(
    `INSERT INTO life_case (id, origin, raised_at, named_call_id) VALUES ('new', 'key', '2026-09-18T04:00:00.000Z', 'call of another desk')`,
  )
  expect(db.prepare('SELECT id, call_id, named_call_id FROM life_case ORDER BY raised_at').all()).toEqual([
    { id: 'old', call_id: null, named_call_id: null },
    { id: 'new', call_id: null, named_call_id: 'call of another desk' },
  ])
  const told = db.prepare(
    `INSERT INTO raised_elsewhere (case_id, call_id, origin, raised_at) VALUES ('c', 'call', 'key', '')`,
  )
  told.run()
  expect(() => told.run()).toThrow(/UNIQUE/)
  db.close()
})
