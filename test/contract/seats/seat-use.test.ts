import { afterEach, beforeEach, expect, test } from 'vitest'
import { seatUseService } from '../../../electron/services/seats/seat-use.ts'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import { sessionsOf } from '../../builders/heard.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
})
afterEach(() => house.close())

/** The test clock starts on Friday 2026-09-18. */
const ask = (change = {}) =>
  seatUseService(house.parts).byHour({ roomId: FIRST_ROOM_ID, from: '2026-09-18', to: '2026-09-18', ...change }, nobody)
const hour = async (at: number, change = {}) =>
  (await accepted(ask(change))).find((cell) => cell.hour === at && cell.weekday === 5)

test('each hour of a weekday says how many seat-minutes were open, booked, and really sat', async () => {
  const wang = await house.aPerson('王敏')
  const late = await house.aBooking({ person: wang, seat: 1, from: '10:00', to: '11:30' })
  await house.aBooking({ person: await house.aPerson('李强'), seat: 2, from: '10:30', to: '11:00' })
  const gone = await house.aBooking({ person: await house.aPerson('赵倩'), seat: 3, from: '10:00', to: '11:00' })
  await accepted(house.cancel(gone.id))
  expect(await hour(10)).toEqual({ weekday: 5, hour: 10, openMinutes: 240, bookedMinutes: 90, satMinutes: 0 })
  house.clock.set(shanghai('10:05'))
  await accepted(house.bookings.checkIn({ bookingId: late.id, standInId: null }, nobody))
  expect(await hour(10)).toMatchObject({ bookedMinutes: 90, satMinutes: 0 })
  house.clock.set(shanghai('12:00'))
  expect(await hour(10)).toMatchObject({ bookedMinutes: 90, satMinutes: 55 })
  expect(await hour(11)).toEqual({ weekday: 5, hour: 11, openMinutes: 240, bookedMinutes: 30, satMinutes: 30 })
  expect(await hour(8)).toBeUndefined()
  expect(await hour(10, { to: '2026-09-25' })).toMatchObject({ openMinutes: 480, bookedMinutes: 90 })
})

test('who leaves before the hour is over sat until their session ended, and who still sits sat until now', async () => {
  const early = await house.aPerson('王敏')
  const booking = await house.aBooking({ person: early, seat: 1, from: '10:00', to: '11:00' })
  const sessions = sessionsOf(house.parts)
  house.clock.set(shanghai('09:55'))
  const asker = { personId: early }
  const session = await accepted(sessions.start({ bookingId: booking.id, listenerId: early, purpose: 'listen' }, asker))
  house.clock.set(shanghai('10:20'))
  expect(await hour(10)).toMatchObject({ bookedMinutes: 60, satMinutes: 20 })
  house.clock.set(shanghai('10:40'))
  await accepted(sessions.end({ sessionId: session.id }, asker))
  house.clock.set(shanghai('12:00'))
  expect(await hour(10)).toMatchObject({ bookedMinutes: 60, satMinutes: 40 })
  expect(await hour(9)).toMatchObject({ satMinutes: 0 })
})

test('a quarter is the most, and a room that is not there has nothing', async () => {
  expect(await refused(ask({ to: '2026-12-19' }))).toMatchObject({ code: 'range_too_long' })
  expect(await accepted(ask({ from: '2026-09-19' }))).toEqual([])
  expect(await refused(ask({ roomId: house.parts.clock.newId() }))).toMatchObject({ code: 'not_found' })
})
