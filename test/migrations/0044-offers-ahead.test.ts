import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { offerQueries } from '../../electron/storage/seats/waitlist-offers.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('whoever is told of offers reads those that lie ahead, and not every one that ever was', () => {
  const before = aDatabaseOfVersion(43, () => {})
  const db = openForWriting(before.path)
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${offerQueries.untold}`).all({ personId: 'boss', now: 't' })
  const steps = plan.map((step) => (step as { detail: string }).detail).join()
  expect(steps).toContain('SEARCH offer USING INDEX waitlist_offer_ahead (starts_at>?)')
  expect(steps).not.toContain('SCAN')
  db.close()
  before.remove()
})
