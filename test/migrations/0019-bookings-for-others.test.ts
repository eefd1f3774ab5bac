import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { bookingById } from '../../electron/storage/seats/bookings.ts'
import { aFolder } from '../builders/console.ts'

test('who made a booking is read from its history, and nobody books for anybody yet', () => {
  const folder = aFolder()
  const path = join(folder.path, 'earshot.db')
  copyFileSync(join(import.meta.dirname, 'fixtures/v18.db'), path)
  const db = openForWriting(path)
  const made = db
    .prepare('SELECT booking_id AS id, actor_id AS actorId FROM booking_event ORDER BY at DESC, rowid DESC')
    .all()
  const first = new Map(
    made.map((event) => [(event as { id: string }).id, (event as { actorId: string | null }).actorId]),
  )
  expect([...first.values()].some((actorId) => actorId !== null)).toBe(true)
  for (const [id, actorId] of first) {
    const booking = runOn(db, bookingById(id))
    expect(booking).toMatchObject({ bookedById: actorId, seriesId: null })
    expect(booking?.bookedByName === null).toBe(actorId === null)
  }
  expect(db.prepare('SELECT count(*) AS count FROM delegation').get()).toEqual({ count: 0 })
  db.close()
  folder.remove()
})
