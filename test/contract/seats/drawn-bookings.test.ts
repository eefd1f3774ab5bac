import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changesOf } from '../../../electron/storage/seats/booking-history.ts'
import type { BookingEvent, StoredBooking } from '../../../electron/storage/seats/bookings.ts'
import { insertDrawnBookings } from '../../../electron/storage/seats/draw/drawn-bookings.ts'
import { aDrawingRoom, MONDAY } from '../../builders/drawing.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody, shanghai } from '../../builders/seats.ts'

// Monday, four seats, nothing booked: what a draw gave is stored at once, and judged one by one.
let house: Awaited<ReturnType<typeof aDrawingRoom>>
let chen: string
let li: string
beforeEach(async () => {
  house = await aDrawingRoom()
  chen = await house.aPerson('陈思远')
  li = await house.aPerson('李强')
})
afterEach(() => house.close())

function drawn(personId: string, { seat = 1, from = '09:00', to = '10:00' } = {}) {
  const { clock } = house.parts
  const booking: StoredBooking = {
    ...{ id: clock.newId(), seatId: house.seat(seat), personId, companionId: null, purpose: 'listen', state: 'booked' },
    ...{ startsAt: shanghai(from, MONDAY), endsAt: shanghai(to, MONDAY), checkedInAt: null, version: 0 },
    ...{ satById: null, walkUpOf: null },
  }
  const event: BookingEvent = { id: clock.newId(), at: clock.now(), actorId: house.coordinator.personId, what: 'drawn' }
  return { booking, event }
}
const store = async (...all: ReturnType<typeof drawn>[]) => house.parts.engine.transact(() => insertDrawnBookings(all))
const upcoming = (personId: string) => accepted(house.bookings.upcoming({ personId }, nobody))

test('each is an ordinary booking, made by whoever handed it in, with the first line of its history', async () => {
  const [one, other] = [drawn(chen), drawn(li, { seat: 2 })]
  await store(one, other)
  const [booking] = await upcoming(li)
  expect(booking).toMatchObject({ ...other.booking, seatNumber: 2, bookedByName: '王敏', seriesId: null })
  const { companionId, startsAt } = one.booking
  expect(await house.parts.engine.read(() => changesOf({ bookingId: one.booking.id }))).toMatchObject([
    { ...one.event, isLast: true, before: null, after: { companionId, startsAt, seatNumber: 1 } },
  ])
})

test('it stands as drawn until they go to another place', async () => {
  const one = drawn(chen)
  await store(one)
  expect(await upcoming(chen)).toMatchObject([{ id: one.booking.id, drawnAt: one.event.at, state: 'booked' }])
  expect(await house.aBooking({ person: li, date: MONDAY })).toMatchObject({ drawnAt: null })
  const there = { seatId: house.seat(3), startsAt: shanghai('12:00', MONDAY), endsAt: shanghai('13:00', MONDAY) }
  const moved = { bookingId: one.booking.id, seenVersion: null, ...there }
  await accepted(house.bookings.reschedule(moved, { personId: chen }))
  expect(await upcoming(chen)).toMatchObject([{ id: one.booking.id, drawnAt: null }])
})

describe('none is stored where the database refuses one:', () => {
  const isRefused = async (all: ReturnType<typeof drawn>[], by: string) => {
    await expect(store(...all)).rejects.toMatchObject({ by })
    expect([...(await upcoming(chen)), ...(await upcoming(li))]).toEqual([])
  }

  test('a seat is given to two', () =>
    isRefused([drawn(chen), drawn(li, { from: '09:30', to: '10:30' })], 'seat_taken'))

  test('somebody is given two seats', () => isRefused([drawn(chen), drawn(chen, { seat: 2 })], 'person_taken'))

  test('somebody else booked the seat', async () => {
    await house.aBooking({ person: await house.aPerson('赵敏'), date: MONDAY, from: '09:00', to: '10:00' })
    await isRefused([drawn(chen, { seat: 2 }), drawn(li)], 'seat_taken')
  })

  test('it is still to be drawn', async () => {
    await house.aWindow()
    await isRefused([drawn(chen, { from: '12:00', to: '13:00' }), drawn(li)], 'to_be_drawn')
  })
})
