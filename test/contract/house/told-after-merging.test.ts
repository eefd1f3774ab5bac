import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergesService } from '../../../electron/services/house/merges.ts'
import { bookingForService } from '../../../electron/services/seats/booking-for.ts'
import { bookingNewsService } from '../../../electron/services/seats/booking-news.ts'
import { aDrawingRoom } from '../../builders/drawing.ts'
import { accepted } from '../../builders/outcomes.ts'
import { shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof aDrawingRoom>>
let news: ReturnType<typeof bookingNewsService>
let kept: string
let gone: string
let other: string
let coordinator: { personId: string }
beforeEach(async () => {
  house = await aDrawingRoom()
  news = bookingNewsService(house.parts)
  kept = await house.aPerson('陈思远', { employeeNumber: '80001' })
  gone = await house.aPerson('陈思元', { employeeNumber: '80002' })
  other = await house.aPerson('赵云')
  coordinator = { personId: await house.aPerson('王敏', { role: 'coordinator' }) }
})
afterEach(() => house.close())

const merge = () =>
  accepted(
    mergesService(house.parts).merge(
      { keptId: kept, goneId: gone, seenVersion: null, goneSeenVersion: null, giveUp: null },
      coordinator,
    ),
  )
const toldOf = async (personId: string) => accepted(news.list({ personId }, { personId }))
const mineOf = async (personId: string) => accepted(house.draws.mine({}, { personId }))
const move = (bookingId: string, seat: number, from: string, to: string) => {
  house.clock.advance(1_000)
  const times = { startsAt: shanghai(from), endsAt: shanghai(to) }
  const place = { bookingId, seenVersion: null, seatId: house.seat(seat), reason: '设备维修', ...times }
  return accepted(house.bookings.reschedule(place, coordinator))
}

test('a booking that was moved before and after is told once, from the place that they knew, and is read at once', async () => {
  const { id } = await house.aBooking({ person: gone, seat: 1, from: '10:00', to: '11:00' })
  await move(id, 2, '11:00', '12:00')
  await merge()
  await move(id, 3, '15:00', '16:00')
  const told = await toldOf(kept)
  expect(told).toMatchObject([{ what: 'moved', booking: { id, seatNumber: 3 }, before: { seatNumber: 1 } }])
  await accepted(news.read({ eventIds: told.map(({ eventId }) => eventId) }, { personId: kept }))
  expect(await toldOf(kept)).toEqual([])
})

test('a booking of which both records were to be told is told once, and its next move though the last is read of late', async () => {
  const { id } = await house.aBooking({ person: gone, companion: kept, seat: 1, from: '10:00', to: '11:00' })
  await move(id, 2, '11:00', '12:00')
  await merge()
  const [first, more] = await toldOf(kept)
  expect([first, more]).toMatchObject([{ booking: { id } }, undefined])
  await move(id, 3, '15:00', '16:00')
  await accepted(news.read({ eventIds: [first?.eventId ?? ''] }, { personId: kept }))
  const told = await toldOf(kept)
  expect(told).toMatchObject([{ booking: { id, seatNumber: 3 } }])
  await accepted(news.read({ eventIds: told.map(({ eventId }) => eventId) }, { personId: kept }))
  expect(await toldOf(kept)).toEqual([])
})

test('what was cancelled before is theirs still, and their own act of whoever was merged since', async () => {
  await accepted(bookingForService(house.parts).allow({ personId: gone, bookerId: other }, { personId: gone }))
  const times = { startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
  const wish = { companionId: null, purpose: 'listen', seatId: house.seat(1), personId: gone } as const
  const own = await accepted(house.bookings.reserve({ ...wish, ...times }, { personId: other }))
  await accepted(house.cancel(own.id, { personId: gone }, '出差'))
  const { id } = await house.aBooking({ person: gone, seat: 2, from: '14:00', to: '15:00' })
  await accepted(house.cancel(id, { personId: other }, '出差'))
  await merge()
  expect(await toldOf(other)).toMatchObject([{ whose: 'actor', byName: '陈思远', booking: { id: own.id } }])
  expect(await toldOf(kept)).toMatchObject([{ whose: 'reader', booking: { id } }])
})

test('a swap that was declined before is told to whoever asked', async () => {
  const theirs = await house.aBooking({ person: other, seat: 3, from: '14:00', to: '15:00' })
  const mine = await house.aBooking({ person: gone, from: '10:00', to: '11:00' })
  const swap = await accepted(
    house.swaps.ask({ bookingId: mine.id, otherId: theirs.id, reason: '有会' }, { personId: gone }),
  )
  await accepted(house.swaps.decline({ swapId: swap.id }, { personId: other }))
  await merge()
  expect(await accepted(house.swaps.ended({}, { personId: kept }))).toMatchObject([{ id: swap.id }])
})

test('what was done under the record that went is told as their own act, which they take back without a question', async () => {
  const { id } = await house.aBooking({ person: gone, seat: 1, from: '10:00', to: '11:00' })
  await accepted(house.cancel(id, { personId: gone }))
  await merge()
  const [line] = await accepted(house.bookings.history({ bookingId: id }, coordinator))
  expect(line).toMatchObject({ what: 'cancelled', actorId: kept })
})

test('what was handed in under the record that went is listed under the other', async () => {
  await accepted(bookingForService(house.parts).allow({ personId: other, bookerId: gone }, { personId: other }))
  const window = await house.aWindow()
  const { id } = await house.aRequest({ windowId: window.id, person: other }, { personId: gone })
  await merge()
  expect(await mineOf(kept)).toMatchObject([{ id, personId: other }])
})

test('the result of a draw in which they asked under the record that went is told to them, as theirs', async () => {
  const window = await house.aWindow()
  await house.aRequest({ windowId: window.id, person: gone, togetherWith: [other] })
  await house.drawn(window.id)
  await merge()
  const own = { personId: kept, personName: '陈思远', result: { personId: kept } }
  expect(await mineOf(kept)).toMatchObject([own])
  expect(await mineOf(other)).toMatchObject([own])
})

test('the result of a draw in which somebody asked together with the record that went names who they are now', async () => {
  const window = await house.aWindow()
  await house.aRequest({ windowId: window.id, person: other, togetherWith: [gone] })
  await house.drawn(window.id)
  await merge()
  expect(await mineOf(kept)).toMatchObject([{ personId: other, togetherNames: ['陈思远'] }])
})
