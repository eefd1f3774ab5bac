import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergesService } from '../../../electron/services/house/merges.ts'
import { aDrawingRoom, MONDAY, slotAt } from '../../builders/drawing.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody, shanghai } from '../../builders/seats.ts'

// Monday, nine to ten: Chen alone, Li together with Zhao.
let house: Awaited<ReturnType<typeof aDrawingRoom>>
let [chen, li, zhao] = ['', '', '']
let windowId = ''
beforeEach(async () => {
  house = await aDrawingRoom()
  chen = await house.aPerson('陈思远')
  li = await house.aPerson('李强')
  zhao = await house.aPerson('赵云')
  windowId = (await house.aWindow()).id
  await house.aRequest({ windowId, person: chen })
  await house.aRequest({ windowId, person: li, togetherWith: [zhao], wishes: [slotAt('10:00')] })
  await house.drawn(windowId)
})
afterEach(() => house.close())

const bookingOf = async (personId: string) => {
  const [booking] = await accepted(house.bookings.upcoming({ personId }, nobody))
  if (booking === undefined) throw new Error('nothing booked')
  return booking
}
/** What became of what each was drawn, as the results tell it, which is what they are told themselves. */
async function now() {
  const rows = await house.results(windowId)
  for (const { personId, seatsNow } of rows) {
    const mine = await accepted(house.draws.mine({}, { personId }))
    expect(mine.map(({ result }) => result?.seatsNow)).toEqual([seatsNow])
  }
  const of = (name: string) => rows.find(({ personName }) => personName === name)?.seatsNow
  return [of('陈思远'), of('李强')]
}

test('a drawn place stands until its booking is cancelled, each seat by itself, and again once that is taken back', async () => {
  expect(await now()).toEqual([['held'], ['held', 'held']])
  const [ofChen, ofZhao] = [await bookingOf(chen), await bookingOf(zhao)]
  await accepted(house.cancel(ofChen.id, { personId: chen }))
  await accepted(house.cancel(ofZhao.id, { personId: zhao }))
  expect(await now()).toEqual([['cancelled'], ['held', 'cancelled']])
  await accepted(house.bookings.restore({ bookingId: ofZhao.id }, { personId: zhao }))
  expect(await now()).toEqual([['cancelled'], ['held', 'held']])
})

test('moved to another time or seat it does not stand; back at its place, or shorter on it, it does', async () => {
  const { id, seatNumber } = await bookingOf(chen)
  const moves = (seat: number, from: string, to: string) => {
    const place = { seatId: house.seat(seat), startsAt: shanghai(from, MONDAY), endsAt: shanghai(to, MONDAY) }
    return accepted(house.bookings.reschedule({ bookingId: id, seenVersion: null, ...place }, { personId: chen }))
  }
  await moves(seatNumber, '14:00', '15:00')
  expect(await now()).toEqual([['moved'], ['held', 'held']])
  await moves(4, '09:00', '10:00')
  expect(await now()).toEqual([['moved'], ['held', 'held']])
  await moves(seatNumber, '09:00', '10:00')
  expect(await now()).toEqual([['held'], ['held', 'held']])
  await moves(seatNumber, '09:00', '09:30')
  expect(await now()).toEqual([['held'], ['held', 'held']])
  await moves(seatNumber, '09:00', '10:00')
  await accepted(house.cancel((await bookingOf(li)).id, { personId: li }))
  await accepted(house.cancel((await bookingOf(zhao)).id, { personId: zhao }))
  await moves(seatNumber, '09:30', '10:30')
  expect(await now()).toEqual([['moved'], ['cancelled', 'cancelled']])
})

test('two who asked together change seats with each other: both seats are theirs, and as one goes it is that of the other', async () => {
  const [ofLi, ofZhao] = [await bookingOf(li), await bookingOf(zhao)]
  const wish = { bookingId: ofLi.id, otherId: ofZhao.id, seenVersion: null, reason: '想靠窗' }
  await accepted(house.swaps.exchange(wish, house.coordinator))
  expect(await now()).toEqual([['held'], ['held', 'held']])
  await accepted(house.cancel(ofLi.id, { personId: li }))
  const left = (await bookingOf(zhao)).seatNumber
  const [row] = (await house.results(windowId)).filter(({ personName }) => personName === '李强')
  const numbers = row?.drawn?.seatNumbers ?? []
  expect(row?.seatsNow).toEqual(numbers.map((number) => (number === left ? 'held' : 'cancelled')))
})

test('the same seat number at the same time in another room is another place', async () => {
  await accepted(house.cancel((await bookingOf(chen)).id, { personId: chen }))
  const [first] = await accepted(house.rooms.list({}, nobody))
  const room = { name: '二层', site: '', likeRoomId: first?.id ?? '' }
  const roomId = (await accepted(house.roomKeeping.add(room, nobody))).id
  const plan = { roomIds: [roomId], hours: { from: '09:00', to: '10:00' }, closesAt: shanghai('20:00') }
  const there = await house.aWindow(plan)
  const wishes = [`${roomId} ${shanghai('09:00', MONDAY)}`]
  await house.aRequest({ windowId: there.id, person: chen, wishes })
  await house.drawn(there.id)
  const mine = await accepted(house.draws.mine({}, { personId: chen }))
  const of = (id: string) => mine.find((one) => one.windowId === id)?.result?.seatsNow
  expect([of(windowId), of(there.id)]).toEqual([['cancelled'], ['held']])
})

test('swapped it does not stand', async () => {
  const [one, other] = [await bookingOf(chen), await bookingOf(li)]
  const wish = { bookingId: one.id, otherId: other.id, seenVersion: null, reason: '两人商量好了' }
  await accepted(house.swaps.exchange(wish, house.coordinator))
  expect(await now()).toEqual([['moved'], ['moved', 'held']])
})

test('under the record that was kept when two were merged it is theirs, and is not once it is cancelled there', async () => {
  const kept = await house.aPerson('陈思远', { employeeNumber: '80001' })
  const versions = { seenVersion: null, goneSeenVersion: null, giveUp: null }
  await accepted(mergesService(house.parts).merge({ keptId: kept, goneId: chen, ...versions }, house.coordinator))
  const { id } = await bookingOf(kept)
  const mine = async () =>
    (await accepted(house.draws.mine({}, { personId: kept }))).map(({ result }) => result?.seatsNow)
  expect(await mine()).toEqual([['held']])
  await accepted(house.cancel(id, { personId: kept }))
  expect(await mine()).toEqual([['cancelled']])
})

test('given up in one draw and drawn for them in another, it is theirs', async () => {
  const { id, startsAt } = await bookingOf(chen)
  await accepted(house.cancel(id, { personId: chen }))
  const again = await house.aWindow({ hours: { from: '09:00', to: '10:00' }, closesAt: shanghai('20:00') })
  await house.aRequest({ windowId: again.id, person: chen })
  await house.drawn(again.id)
  expect((await bookingOf(chen)).startsAt).toBe(startsAt)
  const mine = await accepted(house.draws.mine({}, { personId: chen }))
  expect(mine.map(({ result }) => result?.seatsNow)).toContainEqual(['held'])
})
