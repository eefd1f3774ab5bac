import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { swapQueries } from '../../electron/storage/seats/swaps.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('each is told of an offer once, and a swap is found by its booking whatever became of it', () => {
  const before = aDatabaseOfVersion(41, () => {})
  const db = openForWriting(before.path)
  db.pragma('foreign_keys = OFF')
  const insert = db.prepare(`INSERT INTO told_offer (offer_id, person_id, told_at) VALUES ('o', ?, 't')`)
  insert.run('boss')
  insert.run('secretary')
  expect(() => insert.run('boss')).toThrow('UNIQUE')
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${swapQueries.endedOfAsking}`).all({ personId: 'boss', now: 't' })
  expect(plan.map((step) => (step as { detail: string }).detail).join()).toContain(
    'SEARCH booking_swap USING INDEX booking_swap_by_booking (booking_id=?)',
  )
  db.close()
  before.remove()
})
