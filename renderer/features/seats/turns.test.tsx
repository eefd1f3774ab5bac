import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import { goesBackAndForth } from '../../../test/builders/back-and-forth.ts'
import { accepted } from '../../../test/builders/console.ts'
import { aClock } from '../../../test/builders/parts.ts'
import { patience } from '../../../test/builders/patience.ts'
import { seatsOf } from '../../../test/builders/rooms.ts'
import { shanghai } from '../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { redoNewest, undoNewest } from '../../ui/notices.ts'
import { cancel, checkIn, edit, reschedule, reserve } from './seats.actions.ts'
import { agree } from './swap/swap.actions.ts'

let page: TestWindow
let clock: ReturnType<typeof aClock>
let seats: string[]
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  clock = aClock()
  page = await aWindow({ clock })
  seats = (await seatsOf(page.client)).map(({ id }) => id)
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

const add = async (name: string) => {
  const wish = { department: '', role: 'listener', employeeNumber: null, email: null } as const
  const { id } = await accepted(page.client.people.add({ ...wish, name }))
  await accepted(page.client.settings.save({ me: id }))
  return id
}
const span = (seat: number, from: string, to: string) => ({
  ...{ seatId: seats[seat - 1] ?? '', startsAt: shanghai(from), endsAt: shanghai(to) },
})
const wish = (personId: string, seat: number, from: string, to: string) => ({
  ...{ ...span(seat, from, to), personId, companionId: null, purpose: 'listen' as const },
})
const onBoard = () => accepted(page.client.bookings.board({ from: '2026-09-18', to: '2026-09-18' }))
const looks = async () => {
  const all = await onBoard()
  return all.map(
    ({ seatNumber, startsAt, personName, purpose, state, satByName }) =>
      `${seatNumber} ${startsAt.slice(11, 16)} ${personName} ${purpose} ${state}${satByName === null ? '' : ` ${satByName}`}`,
  )
}
const becomes = (expected: readonly string[]) =>
  vi.waitFor(async () => expect(await looks()).toEqual(expected), patience)

const answering = { companionId: null, purpose: 'answer' as const }
const first = async () => {
  const [booking] = await onBoard()
  if (booking === undefined) throw new Error('nothing is booked')
  return booking
}

test('booked, moved, changed and cancelled: the keys take back step after step and do it all again', async () => {
  const wang = await add('王敏')
  const seen = [await looks()]
  const asked = await reserve(wish(wang, 1, '10:00', '11:00'))
  if (asked?.ok !== true) throw new Error('not booked')
  const step = async (act: (booking: Booking) => Promise<unknown>) => {
    seen.push(await looks())
    await act(await first())
  }
  await step((booking) => reschedule(booking, span(2, '13:00', '14:00')))
  await step((booking) => edit(booking, answering))
  await step((booking) => cancel(booking))
  seen.push(await looks())
  expect(seen.map((one) => one.length)).toEqual([0, 1, 1, 1, 0])
  await goesBackAndForth(looks, seen)
  for (const _ of seen.slice(1)) await vi.waitFor(() => expect(redoNewest()).toBe(true), patience)
  await becomes([])
  // Pressed as fast as one can.
  expect([undoNewest(), undoNewest(), undoNewest()]).toEqual([true, true, true])
  await becomes(seen[1] ?? [])
})

test('a swap that was agreed to and another booking that was moved after it go back in both steps, and forth', async () => {
  const li = await add('李强')
  const other = await accepted(page.client.bookings.reserve(wish(li, 2, '14:00', '15:00')))
  const third = await accepted(page.client.bookings.reserve(wish(li, 3, '17:00', '18:00')))
  const wang = await add('王敏')
  const mine = await accepted(page.client.bookings.reserve(wish(wang, 1, '10:00', '11:00')))
  const swap = await accepted(page.client.swaps.ask({ bookingId: mine.id, otherId: other.id, reason: '开会' }))
  await accepted(page.client.settings.save({ me: li }))
  const seen = [await looks()]
  await agree(swap)
  seen.push(await looks())
  await reschedule(third, span(3, '12:00', '13:00'))
  seen.push(await looks())
  await goesBackAndForth(looks, seen)
})

test('a swap that was agreed to and one of its two bookings that was moved after it go back in both steps, and forth', async () => {
  const li = await add('李强')
  const other = await accepted(page.client.bookings.reserve(wish(li, 2, '14:00', '15:00')))
  const wang = await add('王敏')
  const mine = await accepted(page.client.bookings.reserve(wish(wang, 1, '10:00', '11:00')))
  const swap = await accepted(page.client.swaps.ask({ bookingId: mine.id, otherId: other.id, reason: '开会' }))
  await accepted(page.client.settings.save({ me: li }))
  const seen = [await looks()]
  await agree(swap)
  seen.push(await looks())
  const now = (await onBoard()).find(({ id }) => id === other.id)
  if (now === undefined) throw new Error('it is gone')
  await reschedule(now, span(3, '12:00', '13:00'))
  seen.push(await looks())
  await goesBackAndForth(looks, seen)
})

test('checked in, somebody sitting down instead, and a change: the keys take back step after step and do it all again', async () => {
  const li = await add('李强')
  const wang = await add('王敏')
  await accepted(page.client.bookings.reserve(wish(wang, 1, '09:00', '10:00')))
  const seen = [await looks()]
  for (const act of [checkIn, (booking: Booking) => checkIn(booking, li), (one: Booking) => edit(one, answering)]) {
    await act(await first())
    seen.push(await looks())
  }
  expect(seen.slice(1, 3)).toEqual([['1 01:00 王敏 listen checked_in'], ['1 01:00 王敏 listen checked_in 李强']])
  await goesBackAndForth(looks, seen)
})

test('what somebody else changed meanwhile is not taken back over their head', async () => {
  const wang = await add('王敏')
  const booking = await accepted(page.client.bookings.reserve(wish(wang, 1, '10:00', '11:00')))
  await reschedule(booking, span(2, '10:00', '11:00'))
  await edit({ ...booking, version: booking.version + 1 }, { companionId: null, purpose: 'answer' })
  undoNewest()
  await becomes(['2 02:00 王敏 listen booked'])
  const place = { ...span(3, '10:00', '11:00'), seenVersion: null, reason: '检修' }
  await accepted(page.client.bookings.reschedule({ bookingId: booking.id, ...place }))
  undoNewest()
  await page.told('改')
  expect(await looks()).toEqual(['3 02:00 王敏 listen booked'])
})

describe('what somebody else changed is not undone along with a step that they had taken back already', () => {
  let booking: Booking
  let wang: string
  beforeEach(async () => {
    clock.advance(50 * 60_000)
    await add('罗佳')
    wang = await add('王敏')
    await accepted(page.client.bookings.reserve(wish(wang, 1, '10:00', '11:00')))
    await reschedule(await first(), span(2, '10:00', '11:00'))
    booking = await first()
  })
  const luoMoves = async () => {
    const place = { ...span(3, '10:00', '11:00'), seenVersion: null, reason: '检修' }
    await accepted(page.client.bookings.reschedule({ bookingId: booking.id, ...place }))
  }
  /** Both steps are taken back as well as they can be: it stays as it was left. */
  const staysTwice = async (place = '3 02:00 王敏 listen booked') => {
    expect([undoNewest(), undoNewest()]).toEqual([true, true])
    await page.told('改')
    expect(await looks()).toEqual([place])
  }

  test('of a cancel, and nothing of theirs is offered to be done away with', async () => {
    await cancel(booking)
    await accepted(page.client.bookings.restore({ bookingId: booking.id }))
    await luoMoves()
    await staysTwice()
    await page.told('3号席')
    expect(redoNewest()).toBe(false)
  })

  test('of a check-in', async () => {
    await checkIn(booking)
    await accepted(page.client.bookings.undoCheckIn({ bookingId: booking.id }))
    await luoMoves()
    await staysTwice()
    expect(redoNewest()).toBe(false)
  })

  test('nor where they came before the step, which asks for nothing seen', async () => {
    await luoMoves()
    await checkIn(booking)
    await staysTwice()
  })
})
