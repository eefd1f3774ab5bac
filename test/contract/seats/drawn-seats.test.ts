import { afterEach, beforeEach, expect, test } from 'vitest'
import { aDrawingRoom, MONDAY } from '../../builders/drawing.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody, shanghai } from '../../builders/seats.ts'

// Friday 2026-09-18 09:00 in Shanghai; four seats. Windows are about Monday.
let house: Awaited<ReturnType<typeof aDrawingRoom>>
beforeEach(async () => {
  house = await aDrawingRoom()
})
afterEach(() => house.close())

test('a window tells which seats it holds of a day: those that were free when it opened, none that was given up since, and nothing once it is over', async () => {
  const [chen, li] = [await house.aPerson('陈思远'), await house.aPerson('李强')]
  const booking = await house.aBooking({ person: chen, date: MONDAY, from: '09:00', to: '10:00' })
  const window = await house.aWindow()
  await accepted(house.cancel(booking.id))
  const held = async (from = MONDAY, to = MONDAY) => accepted(house.draws.held({ from, to }, nobody))
  const told = (await held()).map(({ startsAt, endsAt, seatIds }) => ({ startsAt, endsAt, count: seatIds.length }))
  expect(told).toEqual([
    { startsAt: shanghai('09:00', MONDAY), endsAt: shanghai('10:00', MONDAY), count: 3 },
    { startsAt: shanghai('10:00', MONDAY), endsAt: shanghai('11:00', MONDAY), count: 4 },
  ])
  expect((await held())[0]?.seatIds).not.toContain(booking.seatId)
  expect((await house.aBooking({ person: li, date: MONDAY, from: '09:00', to: '10:00' })).seatId).toBe(booking.seatId)
  expect([await held('2026-09-22', '2026-09-22'), await held(MONDAY, '2026-09-20')]).toEqual([[], []])
  await accepted(house.draws.cancel({ windowId: window.id, reason: '再来' }, house.coordinator))
  expect(await held()).toEqual([])
})
