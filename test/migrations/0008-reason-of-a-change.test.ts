import { afterEach, expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

let before: ReturnType<typeof aDatabaseOfVersion>
afterEach(() => before.remove())

test('what was done before has no reason, and a reason can be kept from now on', () => {
  before = aDatabaseOfVersion(7, (db) =>
    db.exec(`
      INSERT INTO person (id, name, department, role) VALUES ('p', '王敏', '客服部', 'listener');
      INSERT INTO seat (id, number) VALUES ('s', 1);
      INSERT INTO booking (id, seat_id, person_id, purpose, starts_at, ends_at, state)
        VALUES ('b', 's', 'p', 'listen', '2026-09-18T02:00:00.000Z', '2026-09-18T03:00:00.000Z', 'booked');
      INSERT INTO booking_event (id, booking_id, at, actor_id, what, after_json)
        VALUES ('e1', 'b', '2026-09-17T02:00:00.000Z', 'p', 'reserved', '{}');
    `),
  )
  const db = openForWriting(before.path)
  db.exec(`INSERT INTO booking_event (id, booking_id, at, what, after_json, reason)
    VALUES ('e2', 'b', '2026-09-17T03:00:00.000Z', 'cancelled', '{}', '设备检修')`)
  expect(db.prepare('SELECT id, actor_id, reason FROM booking_event ORDER BY id').raw().all()).toEqual([
    ['e1', 'p', null],
    ['e2', null, '设备检修'],
  ])
  db.close()
})
