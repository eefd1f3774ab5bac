import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookingsService } from '../../../electron/services/seats/bookings.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
})
afterEach(() => house.close())

/** Friday in Shanghai. */
const at = (time: string) => house.clock.set(`2026-09-18T${time}:00.000Z`)
/** Of a console that starts anew with each question: whom it told stands on the disk. */
const due = async (personId: string | null) =>
  (await accepted(bookingsService(house.parts).dueReminders({}, { personId }))).map(({ id }) => id)
const reminded = async (bookingId: string) =>
  (await accepted(bookingsService(house.parts).reminded({ bookingId }, nobody))).isFirst

test('a seat is due until it was told, from 15 minutes before it begins, to whoever listens or sits beside', async () => {
  const [wang, li, zhao] = [await house.aPerson('王敏'), await house.aPerson('李强'), await house.aPerson('赵云')]
  const mine = await house.aBooking({ person: wang, companion: li, from: '10:00', to: '11:00' })
  at('01:44')
  expect(await due(wang)).toEqual([])
  at('01:45')
  expect([await due(null), await due(zhao)]).toEqual([[], []])
  expect(await due(li)).toEqual([mine.id])
  expect(await due(li)).toEqual([mine.id])
  // Two windows that both saw it: one tells.
  expect([await reminded(mine.id), await reminded(mine.id)]).toEqual([true, false])
  expect(await due(li)).toEqual([])
  expect(await refused(house.bookings.reminded({ bookingId: wang }, nobody))).toMatchObject({ code: 'not_found' })
})

test('a seat moved to another time is told again; one that began, was cancelled or is taken is not', async () => {
  const wang = await house.aPerson('王敏')
  const booking = await house.aBooking({ person: wang, from: '10:00', to: '11:00' })
  at('01:50')
  expect(await due(wang)).toEqual([booking.id])
  await reminded(booking.id)
  const later = { seatId: booking.seatId, startsAt: '2026-09-18T03:00:00.000Z', endsAt: '2026-09-18T04:00:00.000Z' }
  await accepted(house.bookings.reschedule({ seenVersion: null, bookingId: booking.id, ...later }, nobody))
  at('02:50')
  expect(await due(wang)).toEqual([booking.id])
  expect([await reminded(booking.id), await due(wang)]).toEqual([true, []])
  const [gone, taken, begun] = [
    await house.aBooking({ person: wang, from: '13:00', to: '14:00' }),
    await house.aBooking({ person: wang, from: '14:00', to: '15:00' }),
    await house.aBooking({ person: wang, from: '15:00', to: '16:00' }),
  ]
  await accepted(house.cancel(gone.id))
  at('04:50')
  expect(await due(wang)).toEqual([])
  at('05:50')
  await accepted(house.bookings.checkIn({ bookingId: taken.id }, nobody))
  expect(await due(wang)).toEqual([])
  at(begun.startsAt.slice(11, 16))
  expect(await due(wang)).toEqual([])
})
