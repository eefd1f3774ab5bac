import { afterEach, beforeEach, expect, test } from 'vitest'
import { rows } from '../../../electron/storage/engine/query.ts'
import { forgetOldNews } from '../../../electron/storage/seats/forgotten-news.ts'
import { accepted } from '../../builders/outcomes.ts'
import { anOpenRoom } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
})
afterEach(() => house.close())

const kept = () =>
  house.engine.read(() =>
    rows<{ ofId: string }>('SELECT of_id AS ofId FROM own_news UNION ALL SELECT booking_id FROM booking_news'),
  )
const forget = () => house.engine.transact(() => forgetOldNews(house.clock.now()))

test('what nobody read or had to read for 30 days is forgotten, of places and of the rest', async () => {
  const boss = await house.aPerson('林岚')
  const secretary = await house.aPerson('罗佳')
  const booking = await house.aBooking({ person: boss, by: boss })
  const { id: bookingId } = booking
  const edit = (companionId: string | null) => {
    const change = { bookingId, companionId, purpose: 'listen' as const, reason: '换人', seenVersion: null }
    return accepted(house.bookings.edit(change, { personId: secretary }))
  }
  // As it was: nobody has to read of it.
  await edit(secretary)
  await edit(null)
  await accepted(house.cancel(bookingId, { personId: secretary }, '有会'))
  expect(await kept()).toEqual([{ ofId: bookingId }, { ofId: bookingId }])
  house.clock.advance(30 * 86_400_000 - 1)
  expect([await forget(), await kept()]).toEqual([0, [{ ofId: bookingId }, { ofId: bookingId }]])
  house.clock.advance(1)
  expect([await forget(), await kept()]).toEqual([2, []])
})
