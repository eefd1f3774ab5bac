import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { bookingById } from '../../electron/storage/seats/bookings.ts'
import { noShowCounts, watchedSince } from '../../electron/storage/seats/no-shows.ts'
import { openSwaps } from '../../electron/storage/seats/swaps.ts'
import { aFolder } from '../builders/console.ts'

test('nobody sat instead of anybody, nobody missed anything, and who is missed counts from the first look on', () => {
  const folder = aFolder()
  const path = join(folder.path, 'earshot.db')
  copyFileSync(join(import.meta.dirname, 'fixtures/v19.db'), path)
  const db = openForWriting(path)
  const ids = db.prepare('SELECT id FROM booking').pluck().all() as string[]
  for (const id of ids) expect(runOn(db, bookingById(id))).toMatchObject({ satById: null, walkUpOf: null })
  const ever = { from: '2000-01-01T00:00:00.000Z', before: '2100-01-01T00:00:00.000Z' }
  expect([...runOn(db, noShowCounts(ever))]).toEqual([])
  expect(runOn(db, openSwaps(ever.from))).toEqual([])
  expect(runOn(db, watchedSince('2026-11-26T08:00:00.000Z'))).toBe('2026-11-26T08:00:00.000Z')
  expect(runOn(db, watchedSince('2026-11-27T08:00:00.000Z'))).toBe('2026-11-26T08:00:00.000Z')
  const swap =
    db.prepare(`INSERT INTO booking_swap (id, booking_id, booking_version, other_id, other_version, asked_at, reason, state)
    VALUES ('s', ?, 0, ?, 0, '2026-11-26T08:00:00.000Z', '', 'open')`)
  expect(() => swap.run(ids[0], ids[0])).toThrow('CHECK')
  expect(() => swap.run(ids[0], 'nowhere')).toThrow('FOREIGN KEY')
  db.close()
  folder.remove()
})
