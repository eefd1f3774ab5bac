import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WritableDb } from '../../electron/storage/database.ts'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { FIRST_ROOM_ID, houseRooms, readRoom } from '../../electron/storage/house/room.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { everyDayRules } from '../../shared/domain/seats/room-rules.ts'
import { aFolder } from '../builders/console.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

let folder: ReturnType<typeof aFolder>
let db: WritableDb
beforeEach(() => {
  folder = aFolder()
  const path = join(folder.path, 'earshot.db')
  copyFileSync(join(import.meta.dirname, 'fixtures/v17.db'), path)
  db = openForWriting(path)
})
afterEach(() => {
  db.close()
  folder.remove()
})

test('the room that was is the first one, with its seats, and open as it was every day', () => {
  const hours = { opensAt: '08:30', closesAt: '24:00', slotMinutes: 15 } as const
  expect(runOn(db, readRoom())).toMatchObject({ ...hours, timeZone: 'Asia/Shanghai', version: 0 })
  const [first, ...others] = runOn(db, houseRooms())
  expect(others).toEqual([])
  expect(first).toMatchObject({ id: FIRST_ROOM_ID, name: '', coordinatorId: null })
  expect(first?.seats.map(({ number }) => number)).toEqual([1, 2])
  expect(first?.rules).toEqual([{ validFrom: '0001-01-01', rules: everyDayRules(hours, 2) }])
})

test('a second room has a seat 1 of its own; within one room a number is there once, and no seat stands in none', () => {
  const seat = (id: string, room: string) =>
    db.prepare('INSERT INTO seat (id, number, room_id) VALUES (?, 1, ?)').run(id, room)
  db.exec(
    `INSERT INTO room (id, opens_at, closes_at, slot_minutes, time_zone) VALUES ('b', '00:00', '24:00', 60, 'Asia/Shanghai')`,
  )
  seat('one', 'b')
  expect(() => seat('another', 'b')).toThrow('UNIQUE')
  expect(() => seat('another', FIRST_ROOM_ID)).toThrow('UNIQUE')
  expect(() => seat('another', 'nowhere')).toThrow('FOREIGN KEY')
})

test('seats that somebody laid without a room get one', () => {
  const before = aDatabaseOfVersion(17, (older) => older.exec(`INSERT INTO seat (id, number) VALUES ('s', 1)`))
  const opened = openForWriting(before.path)
  expect(runOn(opened, houseRooms())[0]?.seats).toEqual([{ id: 's', number: 1 }])
  opened.close()
  before.remove()
})
