import { expect, test } from 'vitest'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { allCases } from '../../electron/storage/life-channel/cases.ts'
import { isSealedCall } from '../../electron/storage/listening/sealed-calls.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('calls that were heard are sealed by no case, and one can be', () => {
  const before = aDatabaseOfVersion(23, (older) =>
    older.exec(`INSERT INTO session (id, purpose, started_at) VALUES ('a session', 'listen', '2026-09-18T01:00:00.000Z');
      INSERT INTO call (id, session_id, number, started_at) VALUES ('a call', 'a session', 1, '2026-09-18T01:00:00.000Z')`),
  )
  const db = openForWriting(before.path)
  expect(runOn(db, allCases(null))).toEqual([])
  expect(runOn(db, isSealedCall('a call'))).toBe(false)
  db.exec(`INSERT INTO life_case (id, origin, raised_at) VALUES ('a case', 'key', '2026-09-18T01:00:00.000Z')`)
  db.exec(
    `INSERT INTO sealed_call (call_id, case_id, sealed_at) VALUES ('a call', 'a case', '2026-09-18T01:00:00.000Z')`,
  )
  expect(runOn(db, isSealedCall('a call'))).toBe(true)
  expect(() => db.exec(`INSERT INTO life_event (id, case_id, at, what) VALUES ('e', 'no case', '', 'step')`)).toThrow(
    'FOREIGN KEY',
  )
  db.close()
  before.remove()
})
