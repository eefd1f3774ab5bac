import { afterEach, beforeEach, expect, test } from 'vitest'
import { runOn } from '../../../electron/storage/engine/sqlite.ts'
import { ensureRoom } from '../../../electron/storage/house/room.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
})
afterEach(() => house.close())

const hours = { opensAt: '09:00', closesAt: '21:00', slotMinutes: 30 } as const

test('a new console has a room of four seats; opening it again changes nothing', async () => {
  const room = await accepted(house.room.get({}, nobody))
  expect(room).toEqual({
    ...hours,
    timeZone: 'Asia/Shanghai',
    seats: [1, 2, 3, 4].map((number) => ({ id: expect.any(String), number })),
    version: 0,
  })
  await accepted(house.room.save({ seenVersion: null, ...hours, seatCount: 2 }, nobody))
  runOn(house.db, ensureRoom(house.clock))
  expect((await accepted(house.room.get({}, nobody))).seats).toHaveLength(2)
})

test('more seats get the next numbers, and a seat that comes back is the same seat', async () => {
  const before = await accepted(house.room.get({}, nobody))
  await accepted(house.room.save({ seenVersion: null, ...hours, seatCount: 1 }, nobody))
  const after = await accepted(house.room.save({ seenVersion: null, ...hours, seatCount: 6 }, nobody))
  expect(after.seats.map((seat) => seat.number)).toEqual([1, 2, 3, 4, 5, 6])
  expect(after.seats.slice(0, 4)).toEqual(before.seats)
})

test('fewer seats are refused while somebody has a booking on one that would go', async () => {
  const wang = await house.aPerson('王敏')
  const booking = await house.aBooking({ person: wang, seat: 4 })
  await house.aBooking({ person: wang, seat: 3, from: '12:00', to: '13:00' })
  await house.aBooking({ person: wang, seat: 1, from: '14:00', to: '15:00' })
  expect(await refused(house.room.save({ seenVersion: null, ...hours, seatCount: 2 }, nobody))).toEqual({
    ok: false,
    code: 'seats_have_bookings',
    detail: { seatNumbers: [3, 4] },
  })
  expect((await accepted(house.room.get({}, nobody))).seats).toHaveLength(4)
  await accepted(house.cancel(booking.id))
  await accepted(house.room.save({ seenVersion: null, ...hours, seatCount: 3 }, nobody))
  expect(await refused(house.bookings.restore({ bookingId: booking.id }, nobody))).toMatchObject({ code: 'not_found' })
})

test.each([
  ['21:00', '09:00'],
  ['09:00', '09:00'],
])('a room that opens at %s and closes at %s is refused', async (opensAt, closesAt) => {
  const wish = { ...hours, opensAt, closesAt, seatCount: 4 }
  expect(await refused(house.room.save({ ...wish, seenVersion: null }, nobody))).toMatchObject({
    code: 'closes_before_it_opens',
  })
})
