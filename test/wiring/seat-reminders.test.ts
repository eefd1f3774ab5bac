import { beforeEach, expect, test, vi } from 'vitest'
import { notify, reminderText } from '../../electron/shells/electron/notifications.ts'
import { watchSeatReminders } from '../../electron/shells/electron/seat-reminders.ts'
import { wordsOf } from '../../electron/shells/electron/words.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { Booking } from '../../shared/contract/seats/bookings.ts'
import { asked, forgetAsked } from '../electron-stand-in/asked.ts'
import { shownNotifications } from '../electron-stand-in/desktop.ts'
import { heldTime, minute } from './held-time.ts'

vi.mock('electron', () => import('../electron-stand-in/electron.ts'))
beforeEach(forgetAsked)

const id = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
const booking = (change: Partial<Booking> = {}): Booking => ({
  id: id(1),
  seatId: id(2),
  seatNumber: 7,
  personId: id(3),
  personName: '王敏',
  companionId: null,
  companionName: null,
  purpose: 'listen',
  startsAt: '2026-09-18T02:00:00.000Z',
  endsAt: '2026-09-18T02:30:00.000Z',
  state: 'booked',
  checkedInAt: null,
  version: 1,
  ...change,
})

/** Friday 09:00 in Shanghai; the booking is at 10:00. */
function desk(first: Booking[], me: string | null = id(3)) {
  const time = heldTime('2026-09-18T01:00:00.000Z')
  const told: [string, number][] = []
  const asks: unknown[] = []
  let bookings = first
  let hear: (event: EarshotEvent) => void = () => {}
  const stop = watchSeatReminders({
    call: async (name, input) => {
      asks.push([name, input])
      return { ok: true, value: bookings }
    },
    on: (listener) => {
      hear = listener
      return () => {}
    },
    timers: time.timers,
    now: time.now,
    me: () => me,
    remind: (one, minutesAhead) => told.push([one.id, minutesAhead]),
  })
  const change = async (next: Booking[]) => {
    bookings = next
    hear({ kind: 'changed', topics: ['bookings'] })
    await time.settle()
  }
  return { ...time, told, asks, stop, change }
}

test('nothing before, one reminder 15 minutes ahead, and no second one', async () => {
  const { pass, told } = desk([booking()])
  await pass(44 * minute)
  expect(told).toEqual([])
  await pass(1 * minute)
  expect(told).toEqual([[id(1), 15]])
  await pass(60 * minute)
  expect(told).toEqual([[id(1), 15]])
})

test('asks for the bookings of the person who sits here, and only those', async () => {
  const { pass, asks } = desk([])
  await pass(minute)
  expect(new Set(asks.map((ask) => JSON.stringify(ask)))).toEqual(
    new Set([JSON.stringify(['bookings.upcoming', { personId: id(3) }])]),
  )
})

test('before the first run nobody is asked about', async () => {
  const { pass, asks, told } = desk([booking()], null)
  await pass(60 * minute)
  expect([asks, told]).toEqual([[], []])
})

test('a seat booked at short notice is told at once', async () => {
  const { pass, told, change } = desk([])
  await pass(52 * minute)
  await change([booking()])
  expect(told).toEqual([[id(1), 8]])
})

test('a booking moved to a later time is told again for that time', async () => {
  const { pass, told, change } = desk([booking()])
  await pass(50 * minute)
  await change([booking({ startsAt: '2026-09-18T03:00:00.000Z', endsAt: '2026-09-18T03:30:00.000Z', version: 2 })])
  await pass(60 * minute)
  expect(told).toEqual([
    [id(1), 15],
    [id(1), 15],
  ])
})

test.each([
  ['checked in already', { state: 'checked_in' }],
  ['cancelled', { state: 'cancelled' }],
  ['begun already', { startsAt: '2026-09-18T01:00:00.000Z' }],
] as const)('a booking that is %s is not told', async (_what, change) => {
  const { pass, told } = desk([booking(change)])
  await pass(90 * minute)
  expect(told).toEqual([])
})

test('stopping leaves no timer', () => {
  const { stop, waitingCount } = desk([booking()])
  expect(waitingCount()).toBe(1)
  stop()
  expect(waitingCount()).toBe(0)
})

test('the text names seat and time in the room’s zone, in the chosen language', () => {
  expect(reminderText(wordsOf('zh'), booking(), 15, 'Asia/Shanghai')).toEqual({
    title: '15 分钟后开始听线',
    body: '7号席，10:00–10:30',
  })
  expect(reminderText(wordsOf('en'), booking({ purpose: 'answer' }), 8, 'Europe/Berlin')).toEqual({
    title: 'You answer calls 8 min from now',
    body: 'Seat 7, 04:00–04:30',
  })
})

test('a click on the notification is followed', () => {
  const clicked = vi.fn()
  notify({ title: 'a', body: 'b' }, clicked)
  expect(asked.notifications).toEqual([{ title: 'a', body: 'b' }])
  shownNotifications().at(-1)?.emit('click')
  expect(clicked).toHaveBeenCalledOnce()
})
