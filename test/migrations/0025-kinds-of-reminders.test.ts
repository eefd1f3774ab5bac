import { afterEach, expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

let before: ReturnType<typeof aDatabaseOfVersion>
afterEach(() => before.remove())

test('what was told last of each booking is known as its last reminder; each kind is kept once', () => {
  before = aDatabaseOfVersion(24, (db) =>
    db.exec(`
      INSERT INTO person (id, name, department, role) VALUES ('p', '王敏', '客服部', 'listener');
      INSERT INTO room (only_row, opens_at, closes_at, slot_minutes, time_zone) VALUES (1, '09:00', '21:00', 30, 'Asia/Shanghai');
      INSERT INTO seat (id, number, room_id) SELECT 's', 1, id FROM room;
      INSERT INTO booking (id, seat_id, person_id, purpose, starts_at, ends_at, state)
        VALUES ('b', 's', 'p', 'listen', '2026-09-18T03:00:00.000Z', '2026-09-18T04:00:00.000Z', 'booked');
      INSERT INTO told_seat (booking_id, starts_at, told_at) VALUES
        ('b', '2026-09-18T02:00:00.000Z', '2026-09-18T01:45:00.000Z'),
        ('b', '2026-09-18T03:00:00.000Z', '2026-09-18T02:45:00.000Z');
    `),
  )
  const db = openForWriting(before.path)
  expect(db.prepare('SELECT * FROM told_seat').all()).toEqual([
    {
      ...{ booking_id: 'b', person_id: 'p', kind: 'quarter', seat_id: 's' },
      ...{ starts_at: '2026-09-18T03:00:00.000Z', told_at: '2026-09-18T02:45:00.000Z' },
    },
  ])
  const tell = db.prepare(
    `INSERT INTO told_seat (booking_id, person_id, kind, seat_id, starts_at, told_at) VALUES (?, 'p', ?, 's', '', '')`,
  )
  tell.run('b', 'day')
  expect(() => tell.run('b', 'day')).toThrow(/UNIQUE/)
  expect(() => tell.run('nobody', 'day')).toThrow(/FOREIGN KEY/)
  db.close()
})
