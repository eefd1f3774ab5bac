import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../builders/outcomes.ts'
import { nobody } from '../../builders/seats.ts'
import { aWaitingRoom, MONDAY, waitingIn } from '../../builders/waiting-room.ts'

let room: Awaited<ReturnType<typeof aWaitingRoom>>
const waiting = waitingIn(() => room.house)
const afternoon = { from: '14:00', to: '16:00' }
/** Seat 1 is taken all afternoon, and so is seat 2 until somebody gives that back. */
let second: string
beforeEach(async () => {
  room = await aWaitingRoom()
  await room.house.newRules({ seatCount: 2 })
  await waiting.taken(room.li, '14:00', '16:00')
  second = (await room.house.aBooking({ person: room.zhao, seat: 2, date: MONDAY, ...afternoon })).id
})
afterEach(() => room.house.close())

const booked = (from: string, to: string, person = room.wang) =>
  room.house.aBooking({ person, seat: 2, date: MONDAY, from, to })
const move = (bookingId: string, from: string, to: string) =>
  accepted(room.house.move(bookingId, { seat: 2, date: MONDAY, from, to }))
/** Seat 2 is free, and what somebody does then is done before anybody is asked. */
async function freeOf(then: () => Promise<unknown>) {
  room.house.clock.advance(60_000)
  await accepted(room.house.cancel(second))
  await then()
  await room.house.relay.pass()
}

test('who moves their booking into the time they wait for waits no more, and is held no second seat', async () => {
  const { id } = await booked('10:00', '11:00')
  await waiting.waits({ person: room.wang, ...afternoon })
  await freeOf(() => move(id, '14:00', '15:00'))
  expect(await waiting.mine(room.wang)).toEqual([])
})

test('who gets a place there by a swap waits no more', async () => {
  const { id } = await booked('10:00', '11:00')
  const own = { bookingId: id, otherId: second, reason: '有会' }
  await waiting.waits({ person: room.wang, ...afternoon })
  room.house.clock.advance(60_000)
  const { id: swapId } = await accepted(room.house.swaps.ask(own, { personId: room.wang }))
  await accepted(room.house.swaps.agree({ swapId }, { personId: room.zhao }))
  await room.house.relay.pass()
  expect(await waiting.mine(room.wang)).toEqual([])
})

test('what lay in that time already when they asked ends no wait: not moved there, nor cancelled and brought back', async () => {
  await room.house.cancel(second)
  const { id } = await booked('14:00', '15:00')
  await room.house.aBooking({ person: room.zhao, seat: 2, date: MONDAY, from: '15:00', to: '16:00' })
  const wait = await waiting.waits({ person: room.wang, ...afternoon })
  room.house.clock.advance(60_000)
  await accepted(room.house.move(id, { seat: 2, date: MONDAY, from: '14:00', to: '14:30' }))
  await room.house.relay.pass()
  await accepted(room.house.cancel(id))
  await accepted(room.house.bookings.restore({ bookingId: id }, nobody))
  await room.house.relay.pass()
  expect(await waiting.mine(room.wang)).toMatchObject([{ id: wait.id, state: 'waiting' }])
})

test('a booking that is moved elsewhere on the day that is waited for ends nothing', async () => {
  const { id } = await booked('10:00', '11:00')
  await waiting.waits({ person: room.wang, ...afternoon })
  await freeOf(() => move(id, '12:00', '13:00'))
  expect(await waiting.mine(room.wang)).toHaveLength(1)
})
