import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WritableDb } from '../../electron/storage/database.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

let before: ReturnType<typeof aDatabaseOfVersion>
let db: WritableDb
beforeEach(() => {
  before = aDatabaseOfVersion(20, (older) =>
    older.exec(`INSERT INTO room (only_row, opens_at, closes_at, slot_minutes, time_zone) VALUES (1, '09:00', '21:00', 30, 'Asia/Shanghai');
      INSERT INTO seat (id, number) VALUES ('a', 1), ('b', 2);
      INSERT INTO person (id, name, department, role) VALUES ('wang', '王敏', '', 'listener'), ('li', '李强', '', 'listener');`),
  )
  db = openForWriting(before.path)
  for (const person of ['wang', 'li'])
    db.prepare(
      `INSERT INTO waitlist_entry (id, room_id, person_id, purpose, windows_json, starts_at, ends_at, made_at, state)
       SELECT ?, id, ?, 'listen', '[]', ?, ?, ?, 'waiting' FROM room`,
    ).run(`wait of ${person}`, person, at('00'), at('23'), at('00'))
})
afterEach(() => {
  db.close()
  before.remove()
})

const at = (hour: string) => `2026-09-18T${hour}:00:00.000Z`
let made = 0
const next = () => {
  made += 1
  return made
}
const offer = (person: string, seat: string, from: string, to: string, state = 'open') =>
  db
    .prepare(
      `INSERT INTO waitlist_offer (id, wait_id, person_id, seat_id, starts_at, ends_at, made_at, expires_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(`offer ${next()}`, `wait of ${person}`, person, seat, at(from), at(to), at('00'), at('01'), state)
const book = (person: string, seat: string, from: string, to: string, state = 'booked') =>
  db
    .prepare(
      `INSERT INTO booking (id, seat_id, person_id, purpose, starts_at, ends_at, state) VALUES (?, ?, ?, 'listen', ?, ?, ?)`,
    )
    .run(`booking ${next()}`, seat, person, at(from), at(to), state)

test('a place is held for one person, and a wait is held one place', () => {
  offer('wang', 'a', '02', '03')
  expect(() => offer('li', 'a', '02', '04')).toThrow('place_held')
  offer('li', 'a', '03', '04')
  expect(() => offer('li', 'b', '05', '06')).toThrow('UNIQUE')
  offer('li', 'a', '02', '03', 'declined')
})

test('what is booked is not offered, and what is held is booked by nobody else', () => {
  book('li', 'a', '02', '03')
  expect(() => offer('wang', 'a', '02', '03')).toThrow('place_held')
  offer('wang', 'a', '04', '05')
  expect(() => book('li', 'a', '04', '06')).toThrow('place_held')
  book('li', 'a', '04', '06', 'cancelled')
  expect(() => db.exec(`UPDATE booking SET state = 'booked' WHERE state = 'cancelled'`)).toThrow('place_held')
  book('wang', 'a', '04', '05')
})
