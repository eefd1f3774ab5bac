import { beforeEach, expect, test, vi } from 'vitest'
import { notify } from '../../electron/shells/electron/notifications.ts'
import { remindOfSeats } from '../../electron/shells/reminders/remind-of-seats.ts'
import { offerText, reminderText } from '../../electron/shells/reminders/reminder-text.ts'
import { watchSeatReminders } from '../../electron/shells/reminders/seat-reminders.ts'
import { wordsOf } from '../../electron/shells/words.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import { type Reminder, reminders } from '../../shared/contract/seats/reminders.ts'
import type { DueOffer } from '../../shared/contract/seats/waitlist.ts'
import { asked, forgetAsked } from '../electron-stand-in/asked.ts'
import { desktop, shownNotifications } from '../electron-stand-in/desktop.ts'
import { heldTime, minute } from './held-time.ts'

vi.mock('electron', () => import('../electron-stand-in/electron.ts'))
beforeEach(forgetAsked)

const id = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
const booking = (change: Partial<Reminder> = {}): Reminder => ({
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
  checkInOpensAt: '2026-09-18T01:45:00.000Z',
  checkInClosesAt: '2026-09-18T02:10:00.000Z',
  state: 'booked',
  checkedInAt: null,
  satById: null,
  satByName: null,
  walkUpOf: null,
  drawnAt: null,
  bookedById: null,
  bookedByName: null,
  seriesId: null,
  version: 1,
  kind: 'quarter',
  timeZone: 'Asia/Shanghai',
  roomName: '',
  ...change,
})

/** A console that has these seats to tell about until they were told; `show` is what the system does with a notification. */
function desk(due: Reminder[], show: () => Promise<void> = async () => {}) {
  const time = heldTime('2026-09-18T01:45:00.000Z')
  const told: string[] = []
  const written: unknown[] = []
  const shown: unknown[] = []
  const remindInWindow = vi.fn()
  const sitting = { me: id(3) }
  let hear: (event: EarshotEvent) => void = () => {}
  const stop = watchSeatReminders({
    call: async (name, input) => {
      if (name === 'settings.get') return { ok: true, value: { ...sitting } }
      if (name === 'reminders.due') return { ok: true, value: [...due] }
      if (name === 'ownNews.shown') {
        shown.push([sitting.me, input])
        return { ok: true, value: null }
      }
      const { bookingId } = reminders.told.input.parse(input)
      written.push(bookingId)
      const at = due.findIndex((one) => one.id === bookingId)
      return { ok: true, value: { isFirst: due.splice(at, 1).length === 1 } }
    },
    on: (listener) => {
      hear = listener
      return () => {}
    },
    timers: time.timers,
    remind: (one) => {
      told.push(one.id)
      return show()
    },
    remindInWindow,
  })
  const change = async () => {
    hear({ kind: 'changed', topics: ['bookings'] })
    await time.settle()
  }
  return { ...time, due, told, written, shown, sitting, remindInWindow, stop, change }
}

test('what is due is told at the start, three times a minute, and when bookings change', async () => {
  const { due, told, settle, pass, change } = desk([booking()])
  await settle()
  expect(told).toEqual([id(1)])
  due.push(booking({ id: id(4) }))
  await pass(minute / 3)
  expect(told).toEqual([id(1), id(4)])
  due.push(booking({ id: id(5) }))
  await change()
  expect(told).toEqual([id(1), id(4), id(5)])
})

test('a seat counts as told once its notification is seen, and is not sent again while that is on its way', async () => {
  const seen = Promise.withResolvers<void>()
  const { told, written, shown, change, settle } = desk([booking()], () => seen.promise)
  await settle()
  await change()
  expect([told, written, shown]).toEqual([[id(1)], [], []])
  seen.resolve()
  await settle()
  expect(written).toEqual([id(1)])
  expect(shown).toEqual([[id(3), { own: [{ kind: 'details', ofId: id(1) }] }]])
})

test('whoever sits down while another is told has seen nothing: neither counts as told, and no news of theirs as read', async () => {
  const seen = Promise.withResolvers<void>()
  const { written, shown, sitting, settle } = desk([booking({ companionId: id(9) })], () => seen.promise)
  await settle()
  sitting.me = id(9)
  seen.resolve()
  await settle()
  expect([written, shown]).toEqual([[], []])
})

test('of two who share a desk each is told; while one is told the other does not count as told', async () => {
  const seen = Promise.withResolvers<void>()
  const { due, told, written, sitting, change, settle, pass } = desk([booking()], () => seen.promise)
  await settle()
  sitting.me = id(9)
  await change()
  expect(told).toEqual([id(1), id(1)])
  due.push(booking())
  sitting.me = id(3)
  seen.resolve()
  await settle()
  expect(written).toEqual([id(1)])
  due.length = 0
  due.push(booking())
  sitting.me = id(9)
  await pass(minute / 3)
  expect([told.length, written]).toEqual([3, [id(1), id(1)]])
})

test('a notification that cannot be shown is said by the window, and tried again as long as nobody was told', async () => {
  const { told, written, remindInWindow, settle, pass } = desk([booking()], () => Promise.reject(new Error('no')))
  await settle()
  expect(remindInWindow).toHaveBeenCalledOnce()
  await pass(minute / 3)
  expect([told, written]).toEqual([[id(1), id(1)], []])
  expect(remindInWindow).toHaveBeenCalledTimes(2)
})

test('stopping leaves no timer', () => {
  const { stop, waitingCount } = desk([])
  expect(waitingCount()).toBe(1)
  stop()
  expect(waitingCount()).toBe(0)
})

test('the text names seat and time in the room’s zone, in the chosen language; what is not soon by its day', () => {
  expect(reminderText(wordsOf('zh'), booking(), '2026-09-18T01:45:00.000Z')).toEqual({
    title: '15 分钟后开始听线',
    body: '7号席，10:00–10:30',
  })
  const inBerlin = booking({ purpose: 'answer', timeZone: 'Europe/Berlin' })
  expect(reminderText(wordsOf('en'), inBerlin, '2026-09-18T01:52:00.000Z')).toEqual({
    title: 'Answering calls starts in 8 min',
    body: 'Seat 7, 04:00–04:30',
  })
  const titles = (now: string) => (['zh', 'en'] as const).map((one) => reminderText(wordsOf(one), booking(), now).title)
  expect(titles('2026-09-18T00:59:00.000Z')).toEqual(['今天 10:00 开始听线', 'You listen in today at 10:00'])
  expect(titles('2026-09-17T02:00:00.000Z')).toEqual(['明天 10:00 开始听线', 'You listen in tomorrow at 10:00'])
})

test('a notification is waited for until it is seen, and a click on it is followed', async () => {
  const clicked = vi.fn()
  const { timers, waitingCount } = heldTime('2026-09-18T01:45:00.000Z')
  await notify({ title: 'a', body: 'b' }, clicked, timers)
  expect(waitingCount()).toBe(0)
  expect(asked.notifications).toEqual([{ title: 'a', body: 'b' }])
  shownNotifications().at(-1)?.emit('click')
  expect(clicked).toHaveBeenCalledOnce()
})

test('a notification that the system does not show is an error', async () => {
  desktop.showsNotifications = false
  const { timers, waitingCount } = heldTime('2026-09-18T01:45:00.000Z')
  await expect(notify({ title: 'a', body: 'b' }, () => {}, timers)).rejects.toThrow('nobody shows it')
  expect(waitingCount()).toBe(0)
  desktop.showsNotifications = true
})

test('a notification that is neither shown nor refused is said by the window after a moment, and does not come late as well', async () => {
  desktop.showsNotifications = 'silent'
  const time = heldTime('2026-09-18T01:45:00.000Z')
  const remindInWindow = vi.fn()
  const asks: string[] = []
  const stop = remindOfSeats({
    console: {
      call: async (name) => {
        asks.push(name)
        return { ok: true, value: name === 'reminders.due' ? [booking()] : [] }
      },
      on: () => () => {},
    },
    words: () => wordsOf('zh'),
    ...{ timers: time.timers, now: time.now, remindInWindow },
    notify: (text) => notify(text, () => {}, time.timers),
  })
  await time.settle()
  expect(remindInWindow).not.toHaveBeenCalled()
  await time.pass(5_000)
  expect(remindInWindow).toHaveBeenCalledOnce()
  expect(asked.closedNotifications).toBe(1)
  // Nobody was told by the system: it is tried again.
  await time.pass(minute / 3)
  expect(remindInWindow).toHaveBeenCalledTimes(2)
  expect(asks).not.toContain('reminders.told')
  stop()
  desktop.showsNotifications = true
})

const offer = (change: Partial<DueOffer> = {}): DueOffer => ({
  ...{ id: id(6), waitId: id(7), personId: id(3), personName: '王敏', seatId: id(2), seatNumber: 7, purpose: 'listen' },
  ...{ startsAt: '2026-09-21T06:00:00.000Z', endsAt: '2026-09-21T07:00:00.000Z', state: 'open' },
  ...{ madeAt: '2026-09-18T01:40:00.000Z', expiresAt: '2026-09-18T06:30:00.000Z', isMine: true },
  ...{ timeZone: 'Asia/Shanghai', roomName: '' },
  ...change,
})

test('a place that is held is told by the system once it is seen, with until when, and written down as told', async () => {
  desktop.showsNotifications = true
  const time = heldTime('2026-09-18T01:45:00.000Z')
  const asks: unknown[] = []
  const due = [offer()]
  const stop = remindOfSeats({
    console: {
      call: async (name, input) => {
        if (name === 'waitlist.told') asks.push(due.pop() && input)
        return { ok: true, value: name === 'waitlist.dueOffers' ? [...due] : [] }
      },
      on: () => () => {},
    },
    words: () => wordsOf('zh'),
    ...{ timers: time.timers, now: time.now, remindInWindow: () => {} },
    notify: (text) => notify(text, () => {}, time.timers),
  })
  await time.settle()
  await time.pass(minute)
  expect(asked.notifications).toEqual([
    { title: '7号席为你留到 09-18 14:30', body: '09-21 14:00–15:00，在「今天」里答复' },
  ])
  expect(asks).toEqual([{ offerId: id(6) }])
  stop()
  expect(offerText(wordsOf('en'), offer({ state: 'accepted' }), time.now()).title).toBe('Seat 7 was booked for you')
  expect(offerText(wordsOf('zh'), offer({ isMine: false }), time.now()).title).toBe('7号席为 王敏 留到 09-18 14:30')
  expect(offerText(wordsOf('en'), offer({ isMine: false, state: 'accepted' }), time.now()).title).toBe(
    'Seat 7 was booked for 王敏',
  )
  const there = offerText(wordsOf('zh'), offer({ timeZone: 'Europe/Berlin', roomName: '柏林' }), time.now())
  expect([there.title, there.body]).toEqual([
    '7号席为你留到 09-18 08:30 (UTC+2)',
    '柏林 · 09-21 08:00–09:00 (UTC+2)，在「今天」里答复',
  ])
})

test('a seat of a room that nobody named says which it is beside another one', () => {
  expect(offerText(wordsOf('zh'), offer({ roomName: null }), '2026-09-18T01:45:00.000Z').body).toMatch(/^听线室 · /)
  expect(offerText(wordsOf('en'), offer({ roomName: null }), '2026-09-18T01:45:00.000Z').body).toMatch(
    /^Listening room · /,
  )
})

test('a held place of next year is told with its year, as the room counts it', () => {
  const held = offer({
    expiresAt: '2026-12-31T15:30:00.000Z',
    startsAt: '2027-01-01T06:00:00.000Z',
    endsAt: '2027-01-01T07:00:00.000Z',
  })
  const told = (now: string, timeZone = 'Asia/Shanghai') => {
    const { title, body } = offerText(wordsOf('zh'), { ...held, timeZone }, now)
    return [title, body]
  }
  expect(told('2026-12-31T15:00:00.000Z')).toEqual([
    '7号席为你留到 12-31 23:30',
    '2027-01-01 14:00–15:00，在「今天」里答复',
  ])
  // The same moment, where it is next year already.
  expect(told('2026-12-31T15:00:00.000Z', 'Asia/Tokyo')).toEqual([
    '7号席为你留到 01-01 00:30',
    '01-01 15:00–16:00，在「今天」里答复',
  ])
})
