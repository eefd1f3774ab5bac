import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('of what was changed before nobody is told; somebody knows one place of a booking', () => {
  const before = aDatabaseOfVersion(35, () => {})
  const db = openForWriting(before.path)
  expect(db.prepare('SELECT * FROM booking_news').all()).toEqual([])
  db.pragma('foreign_keys = OFF')
  const insert =
    db.prepare(`INSERT INTO booking_news (person_id, booking_id, event_id, seat_id, starts_at, ends_at, state)
    VALUES ('p', 'b', ?, 's', '2026-11-27T01:00:00.000Z', '2026-11-27T02:00:00.000Z', 'booked')`)
  insert.run('first')
  expect(() => insert.run('second')).toThrow('UNIQUE')
  db.close()
  before.remove()
})
