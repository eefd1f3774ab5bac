import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookingNewsService } from '../../../electron/services/seats/booking-news.ts'
import { accepted } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let news: ReturnType<typeof bookingNewsService>
let wang: string
let li: string
let zhao: string
beforeEach(async () => {
  house = await anOpenRoom()
  news = bookingNewsService(house.parts)
  wang = await house.aPerson('王敏')
  li = await house.aPerson('李强')
  zhao = await house.aPerson('赵倩', { role: 'coordinator' })
})
afterEach(() => house.close())

const as = (personId: string) => ({ personId })
const toldTo = async (personId: string) => accepted(news.list({ personId }, nobody))
const move = (bookingId: string, seat: number, from: string, to: string, asker = zhao) =>
  accepted(
    house.bookings.reschedule(
      {
        ...{ bookingId, seenVersion: null, seatId: house.seat(seat), reason: '设备维修' },
        ...{ startsAt: shanghai(from), endsAt: shanghai(to) },
      },
      as(asker),
    ),
  )

test('whose seat somebody else cancels is told by whom and why, until they say that they read of it', async () => {
  const booking = await house.aBooking({ person: wang, companion: li, seat: 2 })
  await accepted(house.cancel(booking.id, as(zhao), '设备维修'))
  const before = { seatNumber: 2, startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
  const told = { what: 'cancelled', byName: '赵倩', reason: '设备维修', before, booking: { id: booking.id } }
  const [one] = await toldTo(wang)
  expect([one]).toMatchObject([{ ...told, whose: 'reader' }])
  expect(await toldTo(li)).toMatchObject([{ ...told, whose: 'other' }])
  expect(await toldTo(zhao)).toEqual([])

  await accepted(news.read({ eventIds: [one?.eventId ?? ''] }, as(wang)))
  expect(await toldTo(wang)).toEqual([])
  expect(await toldTo(li)).toHaveLength(1)
})

test('moved twice it is one news from the place they knew, and what was read of the first does not hide the second', async () => {
  const booking = await house.aBooking({ person: wang, seat: 1 })
  await move(booking.id, 2, '10:00', '11:00')
  const [first] = await toldTo(wang)
  await move(booking.id, 3, '15:00', '16:00', li)
  await accepted(news.read({ eventIds: [first?.eventId ?? ''] }, as(wang)))
  const after = { seatNumber: 3, startsAt: shanghai('15:00') }
  expect(await toldTo(wang)).toMatchObject([
    { what: 'moved', byName: '李强', before: { seatNumber: 1, startsAt: shanghai('10:00') }, booking: after },
  ])
})

test('who sits there is told when somebody else makes their time shorter meanwhile', async () => {
  const booking = await house.aBooking({ person: wang, seat: 1, from: '10:00', to: '12:00' })
  house.clock.set(shanghai('09:55'))
  await accepted(house.bookings.checkIn({ bookingId: booking.id }, as(wang)))
  house.clock.set(shanghai('10:20'))
  await move(booking.id, 1, '10:00', '11:00')
  expect(await toldTo(wang)).toMatchObject([
    { what: 'moved', byName: '赵倩', reason: '设备维修', before: { endsAt: shanghai('12:00') } },
  ])
})

test('what is as they knew it again, or was done by themselves, is no news', async () => {
  const booking = await house.aBooking({ person: wang })
  await accepted(house.cancel(booking.id, as(zhao), '误点'))
  await accepted(house.bookings.restore({ bookingId: booking.id }, as(zhao)))
  expect(await toldTo(wang)).toEqual([])
  await move(booking.id, 2, '10:00', '11:00')
  await move(booking.id, 3, '10:00', '11:00', wang)
  expect(await toldTo(wang)).toEqual([])
  await accepted(house.cancel(booking.id, as(wang)))
  expect(await toldTo(wang)).toEqual([])
  await accepted(house.bookings.restore({ bookingId: booking.id }, as(zhao)))
  expect(await toldTo(wang)).toMatchObject([{ what: 'back', byName: '赵倩' }])
})

test('an agreed swap is told to whoever asked for it, not to whoever agreed', async () => {
  const one = await house.aBooking({ person: wang, seat: 1, from: '10:00', to: '11:00' })
  const other = await house.aBooking({ person: li, seat: 2, from: '14:00', to: '15:00' })
  const swap = await accepted(house.swaps.ask({ bookingId: one.id, otherId: other.id, reason: '上午要开会' }, as(wang)))
  await accepted(house.swaps.agree({ swapId: swap.id }, as(li)))
  expect(await toldTo(wang)).toMatchObject([
    { what: 'moved', byName: '李强', isSwap: true, booking: { seatNumber: 2 } },
  ])
  expect(await toldTo(li)).toEqual([])
})

test('whose booking it is goes by the person: of two namesakes one did it to the other’s, or to their own', async () => {
  const namesake = await house.aPerson('王敏')
  const place = { companionId: null, purpose: 'listen' as const, personId: wang }
  const secretary = { personId: zhao, role: 'coordinator' } as const
  const booked = (seat: number, from: string, to: string) => {
    const wish = { ...place, seatId: house.seat(seat), startsAt: shanghai(from), endsAt: shanghai(to) }
    return accepted(house.bookings.reserve(wish, secretary))
  }
  const [one, other] = [await booked(1, '10:00', '11:00'), await booked(2, '14:00', '15:00')]
  await accepted(house.cancel(one.id, as(namesake), '有会'))
  await accepted(house.cancel(other.id, as(wang), '有会'))
  expect((await toldTo(zhao)).map(({ byName, whose }) => [byName, whose])).toEqual([
    ['王敏', 'other'],
    ['王敏', 'actor'],
  ])
})

test('whoever booked for somebody is told too; whoever sits there by now, and what is a month ago, is not', async () => {
  const place = { companionId: null, purpose: 'listen' as const, seatId: house.seat(1) }
  const wish = { ...place, personId: wang, startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
  const booking = await accepted(house.bookings.reserve(wish, { personId: zhao, role: 'coordinator' }))
  await move(booking.id, 2, '09:00', '10:00', li)
  expect(await toldTo(zhao)).toMatchObject([
    { what: 'moved', byName: '李强', whose: 'other', booking: { personName: '王敏' } },
  ])
  await accepted(house.bookings.checkIn({ bookingId: booking.id }, as(wang)))
  expect(await toldTo(wang)).toEqual([])

  const later = await house.aBooking({ person: li, seat: 4, date: '2026-09-21' })
  await accepted(house.cancel(later.id, as(zhao), '设备维修'))
  house.clock.advance(31 * 86_400_000)
  expect(await toldTo(li)).toEqual([])
})
