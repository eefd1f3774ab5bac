import { afterEach, expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

let before: ReturnType<typeof aDatabaseOfVersion>
afterEach(() => before.remove())

test('what was told of a booking is known as told to whoever listens and sits beside; from then on each is told once', () => {
  before = aDatabaseOfVersion(52, (db) =>
    db.exec(`
      INSERT INTO person (id, name, department, role) VALUES ('p', '王敏', '客服部', 'listener'), ('c', '李强', '客服部', 'listener');
      INSERT INTO room (only_row, opens_at, closes_at, slot_minutes, time_zone) VALUES (1, '09:00', '21:00', 30, 'Asia/Shanghai');
      INSERT INTO seat (id, number, room_id) SELECT 's', 1, id FROM room;
      INSERT INTO booking (id, seat_id, person_id, companion_id, purpose, starts_at, ends_at, state) VALUES
        ('two', 's', 'p', 'c', 'listen', '2026-09-18T03:00:00.000Z', '2026-09-18T04:00:00.000Z', 'booked'),
        ('alone', 's', 'p', NULL, 'listen', '2026-09-18T05:00:00.000Z', '2026-09-18T06:00:00.000Z', 'booked');
      INSERT INTO told_seat (booking_id, kind, seat_id, starts_at, told_at) VALUES
        ('two', 'day', 's', '2026-09-18T03:00:00.000Z', '2026-09-17T03:00:00.000Z'),
        ('alone', 'quarter', 's', '2026-09-18T04:30:00.000Z', '2026-09-18T04:15:00.000Z');
    `),
  )
  const db = openForWriting(before.path)
  const day = { kind: 'day', seat_id: 's', starts_at: '2026-09-18T03:00:00.000Z', told_at: '2026-09-17T03:00:00.000Z' }
  expect(db.prepare('SELECT * FROM told_seat ORDER BY booking_id, person_id').all()).toEqual([
    {
      ...{ booking_id: 'alone', person_id: 'p', kind: 'quarter', seat_id: 's' },
      ...{ starts_at: '2026-09-18T04:30:00.000Z', told_at: '2026-09-18T04:15:00.000Z' },
    },
    { booking_id: 'two', person_id: 'c', ...day },
    { booking_id: 'two', person_id: 'p', ...day },
  ])
  const tell = db.prepare(
    `INSERT INTO told_seat (booking_id, person_id, kind, seat_id, starts_at, told_at) VALUES ('two', ?, 'quarter', 's', '', '')`,
  )
  tell.run('p')
  tell.run('c')
  expect(() => tell.run('p')).toThrow(/UNIQUE/)
  expect(() => tell.run('nobody')).toThrow(/FOREIGN KEY/)
  db.close()
})
