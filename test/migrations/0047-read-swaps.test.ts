import { expect, test } from 'vitest'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { endedSwaps, swapQueries } from '../../electron/storage/seats/swaps.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('of what was read or taken back before nobody is told, of what is withdrawn from now on whoever was asked', () => {
  const before = aDatabaseOfVersion(46, (db) => {
    db.pragma('foreign_keys = OFF')
    db.exec(`
      INSERT INTO person (id, name, department, role) VALUES ('a', '王敏', '', 'listener'), ('b', '李强', '', 'listener');
      INSERT INTO room (id, opens_at, closes_at, slot_minutes, time_zone) VALUES ('r', '09:00', '21:00', 30, 'Asia/Shanghai');
      INSERT INTO seat (id, number, room_id) VALUES ('s', 1, 'r');
      INSERT INTO booking (id, seat_id, person_id, purpose, starts_at, ends_at, state) VALUES
        ('one', 's', 'a', 'listen', '2026-12-01T01:00:00.000Z', '2026-12-01T02:00:00.000Z', 'booked'),
        ('other', 's', 'b', 'listen', '2026-12-01T03:00:00.000Z', '2026-12-01T04:00:00.000Z', 'booked');
      INSERT INTO booking_swap (id, booking_id, booking_version, other_id, other_version, asked_at, asked_by, reason, state, answered_at, answered_by)
        VALUES ('before', 'one', 0, 'other', 0, '2026-11-30T01:00:00.000Z', 'a', '', 'withdrawn', '2026-11-30T01:01:00.000Z', 'a');
    `)
  })
  const db = openForWriting(before.path)
  db.pragma('foreign_keys = OFF')
  const told = () =>
    runOn(db, endedSwaps('asked', 'b', '2026-11-30T02:00:00.000Z')).flatMap(({ id, readAt }) =>
      readAt === null ? id : [],
    )
  expect(told()).toEqual([])
  db.exec(`INSERT INTO booking_swap (id, booking_id, booking_version, other_id, other_version, asked_at, asked_by, reason, state, answered_at, answered_by)
    VALUES ('since', 'one', 0, 'other', 0, '2026-11-30T01:00:00.000Z', 'a', '', 'withdrawn', '2026-11-30T01:01:00.000Z', 'a')`)
  expect(told()).toEqual(['since'])
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${swapQueries.endedOfAsked}`).all({ personId: 'b', now: 't' })
  expect(plan.map((step) => (step as { detail: string }).detail).join()).toContain(
    'SEARCH booking_swap USING INDEX booking_swap_by_other (other_id=?)',
  )
  db.close()
  before.remove()
})
