import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { aClock } from '../../../test/builders/parts.ts'
import { patience } from '../../../test/builders/patience.ts'
import { seatsOf } from '../../../test/builders/rooms.ts'
import { shanghai } from '../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { redoNewest, undoNewest } from '../../ui/notices.ts'
import { cancel, edit, reschedule, reserve } from './seats.actions.ts'
import { agree } from './swap/swap.actions.ts'

let page: TestWindow
let seats: string[]
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock() })
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
const looks = async () => {
  const all = await accepted(page.client.bookings.board({ from: '2026-09-18', to: '2026-09-18' }))
  return all.map(
    (one) => `${one.seatNumber} ${one.startsAt.slice(11, 16)} ${one.personName} ${one.purpose} ${one.state}`,
  )
}
const becomes = (expected: readonly string[]) =>
  vi.waitFor(async () => expect(await looks()).toEqual(expected), patience)

/** Takes all steps back with the keys, one after the other, does them again, and takes them back once more. */
async function goesBackAndForth(seen: readonly (readonly string[])[]) {
  const back = async () => {
    for (const before of seen.slice(0, -1).reverse()) {
      expect(undoNewest()).toBe(true)
      await becomes(before)
    }
  }
  await back()
  for (const after of seen.slice(1)) {
    await vi.waitFor(() => expect(redoNewest()).toBe(true), patience)
    await becomes(after)
  }
  await back()
}

test('booked, moved, changed and cancelled: the keys take back step after step and do it all again', async () => {
  const wang = await add('王敏')
  const seen = [await looks()]
  const asked = await reserve(wish(wang, 1, '10:00', '11:00'))
  if (asked?.ok !== true) throw new Error('not booked')
  const now = async () => (await accepted(page.client.bookings.board({ from: '2026-09-18', to: '2026-09-18' })))[0]
  const step = async (act: (booking: NonNullable<Awaited<ReturnType<typeof now>>>) => Promise<unknown>) => {
    seen.push(await looks())
    const booking = await now()
    if (booking !== undefined) await act(booking)
  }
  await step((booking) => reschedule(booking, span(2, '13:00', '14:00')))
  await step((booking) => edit(booking, { companionId: null, purpose: 'answer' }))
  await step((booking) => cancel(booking))
  seen.push(await looks())
  expect(seen.map((one) => one.length)).toEqual([0, 1, 1, 1, 0])
  await goesBackAndForth(seen)
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
  await goesBackAndForth(seen)
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
