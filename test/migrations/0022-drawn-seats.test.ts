import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WritableDb } from '../../electron/storage/database.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

let before: ReturnType<typeof aDatabaseOfVersion>
let db: WritableDb
beforeEach(() => {
  before = aDatabaseOfVersion(21, (older) =>
    older.exec(`INSERT INTO room (id, opens_at, closes_at, slot_minutes, time_zone) VALUES ('r', '09:00', '21:00', 30, 'Asia/Shanghai');
      INSERT INTO seat (id, number, room_id) VALUES ('s', 1, 'r');
      INSERT INTO person (id, name, department, role) VALUES ('p', '王敏', '', 'listener')`),
  )
  db = openForWriting(before.path)
  db.exec(`INSERT INTO draw_window (id, plan_json, slots_json, slot_count, place_count, opened_at, closes_at, seed, commitment, state)
    VALUES ('w', '{}', '[]', 1, 1, '2026-09-18T01:00:00.000Z', '2026-09-18T10:00:00.000Z', 'a', 'b', 'open');
    INSERT INTO draw_place VALUES ('w', 's', '2026-09-21T01:00:00.000Z', '2026-09-21T02:00:00.000Z', '2026-09-21T00:45:00.000Z', '2026-09-21T02:15:00.000Z')`)
})
afterEach(() => {
  db.close()
  before.remove()
})

const book = (id: string, from: string, to: string, state = 'booked') =>
  db
    .prepare(
      `INSERT INTO booking (id, seat_id, person_id, purpose, starts_at, ends_at, state)
        VALUES (?, 's', 'p', 'listen', '2026-09-21T' || ? || ':00.000Z', '2026-09-21T' || ? || ':00.000Z', ?)`,
    )
    .run(id, from, to, state)

test('no booking lies on a place that is drawn, or in what is left free beside it', () => {
  expect(() => book('a', '02:00', '03:00')).toThrow('to_be_drawn')
  expect(() => book('b', '00:30', '01:00')).toThrow('to_be_drawn')
  book('c', '02:15', '03:00')
  book('d', '01:00', '02:00', 'cancelled')
  expect(() => db.exec(`UPDATE booking SET state = 'booked' WHERE id = 'd'`)).toThrow('to_be_drawn')
  db.exec('DELETE FROM draw_place')
  db.exec(`UPDATE booking SET state = 'booked' WHERE id = 'd'`)
})

test('nobody asks twice in a window, and a window is drawn once', () => {
  db.exec(`INSERT INTO draw_request (id, window_id, person_id, purpose, length_minutes, together_json, wishes_json, handed_in_at)
    VALUES ('r', 'w', 'p', 'listen', 60, '[]', '[]', '2026-09-18T01:00:00.000Z');
    INSERT INTO draw_asker VALUES ('w', 'p', 'r')`)
  expect(() => db.exec(`INSERT INTO draw_asker VALUES ('w', 'p', 'r')`)).toThrow('draw_asker')
  const draw = () => db.exec(`INSERT INTO draw_outcome VALUES ('w', '2026-09-18T10:00:00.000Z', 0, 0, '', '')`)
  draw()
  expect(draw).toThrow('draw_outcome')
})
