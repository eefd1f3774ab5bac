import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import { goesBackAndForth } from '../../../test/builders/back-and-forth.ts'
import { accepted } from '../../../test/builders/console.ts'
import { aClock } from '../../../test/builders/parts.ts'
import { patience } from '../../../test/builders/patience.ts'
import { seatsOf } from '../../../test/builders/rooms.ts'
import { shanghai } from '../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { client } from '../../lib/client.ts'
import { inSight, undoNewest, useNotices } from '../../ui/notices.ts'
import { cancel, reschedule } from './seats.actions.ts'
import { cancelSeries, makeTogether, moveLater } from './series/series.actions.ts'
import { acceptOffer, declineOffer, dismissEndedWaits, join, leave } from './waitlist/waitlist.actions.ts'

const MONDAY = '2026-09-21'
let page: TestWindow
let seats: string[]
let me: string
let li: string
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock() })
  seats = (await seatsOf(page.client)).map(({ id }) => id)
  li = await add('李强')
  me = await add('王敏')
  await accepted(page.client.settings.save({ me }))
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

const add = async (name: string) => {
  const wish = { department: '', role: 'listener', employeeNumber: null, email: null } as const
  return (await accepted(page.client.people.add({ ...wish, name }))).id
}
const span = (seat: number, from: string, to: string, date = MONDAY) => ({
  ...{ seatId: seats[seat - 1] ?? '', startsAt: shanghai(from, date), endsAt: shanghai(to, date) },
})
const looks = async () => {
  const booked = await accepted(page.client.bookings.upcoming({ personId: me }))
  const waits = await accepted(page.client.waitlist.mine({ personId: me }))
  return [
    ...booked.map(({ seatNumber, startsAt }) => `${seatNumber} ${startsAt.slice(5, 16)}`),
    ...waits.map(({ offer }) => (offer === null ? 'waits' : `held ${offer.seatNumber}`)),
  ]
}
const titles = () => useNotices.getState().notices.map((notice) => notice.title())

/** Every seat from 14:00 on is somebody else's; the first of them can be given back. */
async function allTaken(): Promise<Booking> {
  const taken: Booking[] = []
  for (const [at] of seats.entries()) {
    const personId = at === 0 ? li : await add(`某${at}`)
    const wish = { ...span(at + 1, '14:00', '15:00'), personId, companionId: null, purpose: 'listen' } as const
    taken.push(await accepted(page.client.bookings.reserve(wish)))
  }
  const [first] = taken
  if (first === undefined) throw new Error('no seat')
  return first
}
async function joined() {
  const window = { date: MONDAY, from: '14:00', to: '15:00', minutes: 60, seatId: null }
  const wish = { roomId: FIRST_ROOM_ID, personId: me, companionId: null, purpose: 'listen', acceptHours: null } as const
  const answer = await join({ ...wish, window })
  if (answer?.ok !== true) throw new Error('does not wait')
  return answer.value
}
async function offered(taken: Booking) {
  await accepted(page.client.bookings.cancel({ bookingId: taken.id, seenVersion: null, reason: '有会' }))
  return vi.waitFor(async () => {
    const [wait] = await accepted(page.client.waitlist.mine({ personId: me }))
    if (wait?.offer == null) throw new Error('nothing is held')
    return wait.offer
  }, patience)
}

test('joined, left, and joined again: the keys take back step after step and do it all again', async () => {
  await allTaken()
  const seen = [await looks()]
  const wait = await joined()
  seen.push(await looks())
  await leave(wait)
  seen.push(await looks())
  expect(seen).toEqual([[], ['waits'], []])
  await goesBackAndForth(looks, seen)
  expect(inSight(useNotices.getState().notices)).toHaveLength(1)
})

test('an offer that was accepted, and what was done to its booking then, goes back step after step and forth', async () => {
  const offer = await offered(
    await (async () => {
      const taken = await allTaken()
      await joined()
      return taken
    })(),
  )
  const seen = [await looks()]
  await acceptOffer(offer)
  seen.push(await looks())
  const [booking] = await accepted(page.client.bookings.upcoming({ personId: me }))
  if (booking === undefined) throw new Error('nothing is booked')
  await reschedule(booking, span(1, '16:00', '17:00'))
  seen.push(await looks())
  await cancel({ ...booking, version: booking.version + 1 })
  seen.push(await looks())
  expect(seen).toEqual([['held 1'], ['1 09-21T06:00'], ['1 09-21T08:00'], []])
  await goesBackAndForth(looks, seen)
})

test('that one waits, with its way back, goes as soon as what was offered is accepted, here or at another desk', async () => {
  const offer = await offered(
    await (async () => {
      const taken = await allTaken()
      await joined()
      return taken
    })(),
  )
  expect(titles().some((title) => title.includes('候补'))).toBe(true)
  await accepted(client.waitlist.accept({ offerId: offer.id }))
  await dismissEndedWaits()
  expect(titles().filter((title) => title.includes('已加入候补'))).toEqual([])
  expect(undoNewest()).toBe(false)
})

test('what was left here can be joined again though it stands nowhere meanwhile', async () => {
  await allTaken()
  const wait = await joined()
  await leave(wait)
  await dismissEndedWaits()
  undoNewest()
  await vi.waitFor(async () => expect(await looks()).toEqual(['waits']), patience)
  await vi.waitFor(() => expect(undoNewest()).toBe(true), patience)
  await vi.waitFor(async () => expect(await looks()).toEqual([]), patience)
})

test('an offer that was declined is taken up again and declined once more, as often as one likes', async () => {
  const taken = await allTaken()
  await joined()
  const offer = await offered(taken)
  const seen = [await looks()]
  await declineOffer(offer)
  seen.push(await looks())
  expect(seen).toEqual([['held 1'], ['waits']])
  await goesBackAndForth(looks, seen)
})

test('a series that was made, moved from one day on and cancelled goes back step after step and forth', async () => {
  const days = ['2026-09-21', '2026-09-22', '2026-09-23']
  const seen = [await looks()]
  const person = { personId: me, companionId: null, purpose: 'listen' } as const
  const answer = await makeTogether(
    days.map((day) => ({ ...span(1, '10:00', '11:00', day), ...person })),
    true,
  )
  if (answer === null || !('made' in answer)) throw new Error('not made')
  seen.push(await looks())
  const [first, second] = answer.made
  if (first === undefined || second === undefined) throw new Error('fewer were made')
  await reschedule(first, span(2, '12:00', '13:00', days[0]))
  seen.push(await looks())
  const moved = (await accepted(page.client.bookings.upcoming({ personId: me })))[0]
  if (moved === undefined) throw new Error('nothing is booked')
  await moveLater(moved, first)
  seen.push(await looks())
  await cancelSeries(second, 'all')
  seen.push(await looks())
  expect(seen.map((one) => one.map((each) => each.slice(0, 7)))).toEqual([
    [],
    ['1 09-21', '1 09-22', '1 09-23'],
    ['2 09-21', '1 09-22', '1 09-23'],
    ['2 09-21', '2 09-22', '2 09-23'],
    [],
  ])
  await goesBackAndForth(looks, seen)
})
