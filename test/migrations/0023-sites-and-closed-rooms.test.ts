import { expect, test } from 'vitest'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { houseRooms } from '../../electron/storage/house/room.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('a room that was is open, and nobody said where it is', () => {
  const before = aDatabaseOfVersion(22, (older) =>
    older.exec(
      `INSERT INTO room (only_row, opens_at, closes_at, slot_minutes, time_zone) VALUES (1, '09:00', '21:00', 30, 'Asia/Shanghai')`,
    ),
  )
  const db = openForWriting(before.path)
  expect(runOn(db, houseRooms())).toMatchObject([{ name: '', site: '', closedFrom: null }])
  db.close()
  before.remove()
})
