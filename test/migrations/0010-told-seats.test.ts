import { afterEach, expect, test } from 'vitest'
import { aDatabaseOfVersion } from '../builders/databases.ts'

let before: ReturnType<typeof aDatabaseOfVersion>
afterEach(() => before.remove())

test('nobody was told of a seat before, and each time of a booking is kept once', () => {
  before = aDatabaseOfVersion(10, (db) => {
    db.exec(`
      INSERT INTO person (id, name, department, role) VALUES ('p', '王敏', '客服部', 'listener');
      INSERT INTO seat (id, number) VALUES ('s', 1);
      INSERT INTO booking (id, seat_id, person_id, purpose, starts_at, ends_at, state)
        VALUES ('b', 's', 'p', 'listen', '2026-09-18T02:00:00.000Z', '2026-09-18T03:00:00.000Z', 'booked');
    `)
    const tell = db.prepare('INSERT INTO told_seat (booking_id, starts_at, told_at) VALUES (?, ?, ?)')
    expect(db.prepare('SELECT count(*) FROM told_seat').pluck().get()).toBe(0)
    tell.run('b', '2026-09-18T02:00:00.000Z', '2026-09-18T01:45:00.000Z')
    expect(() => tell.run('b', '2026-09-18T02:00:00.000Z', '2026-09-18T01:50:00.000Z')).toThrow(/UNIQUE/)
    expect(() => tell.run('nobody', '2026-09-18T02:00:00.000Z', '2026-09-18T01:45:00.000Z')).toThrow(/FOREIGN KEY/)
  })
})
