import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import { accepted } from '../../../test/builders/console.ts'
import { aClock } from '../../../test/builders/parts.ts'
import { patience } from '../../../test/builders/patience.ts'
import { seatsOf } from '../../../test/builders/rooms.ts'
import { shanghai } from '../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { queryClient } from '../../lib/query-client.ts'
import { putAway, useNotices } from '../../ui/notices.ts'
import { leaveReason, useAskedReason } from './history/asked-reason.ts'
import { canTakeBack, takeBack } from './history/take-back.ts'
import { cancel, checkIn, edit, reschedule, reserve, startListening } from './seats.actions.ts'

let page: TestWindow
let seats: string[]
let people: string[] = []

beforeEach(async () => {
  vi.setSystemTime(shanghai('09:00'))
  page = await aWindow({ clock: aClock() })
  seats = (await seatsOf(page.client)).map((seat) => seat.id)
  const wish = { department: '客服部', role: 'listener', employeeNumber: null, email: null } as const
  for (const name of ['王敏', '李强']) people.push((await accepted(page.client.people.add({ ...wish, name }))).id)
})
afterEach(async () => {
  people = []
  await page.close()
  vi.useRealTimers()
})

const span = (from: string, to: string, seat = 0) => ({
  seatId: seats[seat] ?? '',
  startsAt: shanghai(from),
  endsAt: shanghai(to),
})
const wishOf = (from: string, to: string, seat = 0, person = 0) => ({
  ...span(from, to, seat),
  personId: people[person] ?? '',
  companionId: null,
  purpose: 'listen' as const,
})
const aBooking = async (from = '10:00', to = '11:00', seat = 0, person = 0) =>
  accepted(page.client.bookings.reserve(wishOf(from, to, seat, person)))
const board = async () => {
  const all = await accepted(page.client.bookings.board({ from: '2026-09-18', to: '2026-09-18' }))
  return all.map(({ id, startsAt, seatNumber, state }) => ({ id, startsAt, seatNumber, state }))
}

describe('cancelling', () => {
  test('undo restores the booking itself and books nothing anew; redo cancels it again', async () => {
    const booking = await aBooking()
    const before = await board()
    await cancel(booking)
    expect(await board()).toEqual([])
    page.notice().undo?.()
    const back = await page.told('恢复')
    expect(await board()).toEqual(before)
    back.redo?.()
    const again = await page.told('取消')
    expect(await board()).toEqual([])
    again.undo?.()
    await vi.waitFor(async () => expect(await board()).toEqual(before), patience)
  })

  test('when the place was taken meanwhile the nearest free one is offered, and one press books it for the same person', async () => {
    const booking = await aBooking()
    await cancel(booking)
    await aBooking('10:00', '11:00', 0, 1)
    const other = await board()
    page.notice().undo?.()
    const refused = await page.told('1号席 10:00 已由 李强 预约')
    refused.action?.run()
    await vi.waitFor(async () => expect(await board()).toHaveLength(2), patience)
    const [mine] = (await accepted(page.client.bookings.board({ from: '2026-09-18', to: '2026-09-18' }))).filter(
      ({ personId }) => personId === people[0],
    )
    expect(mine).toMatchObject({ state: 'booked', startsAt: booking.startsAt })
    expect((await board()).filter(({ id }) => id !== mine?.id)).toEqual(other)
  })
})

describe('taking back from the history', () => {
  const moved = async (me: number) => {
    await accepted(page.client.settings.save({ me: people[0] ?? '' }))
    const booking = await aBooking()
    await accepted(page.client.settings.save({ me: people[1] ?? '' }))
    const wish = {
      bookingId: booking.id,
      seenVersion: booking.version,
      ...span('11:00', '12:00', 1),
      reason: '设备检修',
    }
    await accepted(page.client.bookings.reschedule(wish))
    await accepted(page.client.settings.save({ me: people[me] ?? '' }))
    await queryClient.invalidateQueries()
    return booking
  }
  const last = async () => {
    const [change] = await accepted(page.client.bookings.history({ bookingId: null }))
    if (change === undefined) throw new Error('no history')
    return change
  }

  test('of one’s own change of somebody else’s booking asks for no reason, and the history says what it was', async () => {
    const { id, startsAt } = await moved(1)
    await takeBack(await last())
    expect(await board()).toMatchObject([{ id, startsAt, seatNumber: 1 }])
    expect(await last()).toMatchObject({ reason: '撤销刚才的改动' })
  })

  test('of somebody else’s change of yet another’s booking asks why', async () => {
    const third = { name: '赵云', department: '', role: 'listener', employeeNumber: null, email: null } as const
    people.push((await accepted(page.client.people.add(third))).id)
    const before = await moved(2)
    const taken = takeBack(await last())
    await vi.waitFor(() => expect(useAskedReason.getState().asked?.booking.id).toBe(before.id), patience)
    leaveReason()
    await taken
    expect(await board()).toMatchObject([{ seatNumber: 2 }])
  })
})

describe('checking in', () => {
  test('pressed by mistake it is taken back by its notice, done again, and taken back from the history long after', async () => {
    const booking = await aBooking('09:00', '10:00')
    const { id } = booking
    const stateNow = async () => (await board()).find((one) => one.id === id)?.state
    await checkIn(booking)
    ;(await page.told('王敏 已签到')).undo?.()
    const undone = await page.told('已撤回 王敏 的签到')
    expect(await stateNow()).toBe('booked')
    undone.redo?.()
    await vi.waitFor(async () => expect(await stateNow()).toBe('checked_in'), patience)
    const [change] = await accepted(page.client.bookings.history({ bookingId: id }))
    if (change === undefined) throw new Error('no history')
    expect(canTakeBack(change, shanghai('09:01'))).toBe(true)
    await takeBack(change)
    expect(await stateNow()).toBe('booked')
  })
})

describe('reserving', () => {
  test('undo cancels what was booked', async () => {
    await reserve(wishOf('10:00', '11:00'))
    expect(page.notice().title).toBe('王敏 已约 1号席 10:00–11:00')
    page.notice().undo?.()
    await page.told('取消')
    expect(await board()).toEqual([])
  })

  test('a refusal comes back for the form and is told nowhere else', async () => {
    await aBooking()
    const answer = await reserve(wishOf('10:00', '11:00', 0, 1))
    expect(answer).toMatchObject({ ok: false, code: 'seat_taken', detail: { personName: '王敏' } })
    expect(page.noticeCount()).toBe(0)
  })

  test('one notice at a time: undo means the last thing done', async () => {
    await reserve(wishOf('10:00', '11:00'))
    await reserve(wishOf('12:00', '13:00'))
    expect(page.noticeCount()).toBe(1)
    expect(page.notice().title).toContain('12:00')
  })
})

describe('changing', () => {
  test('another place and back, forth and back again', async () => {
    const booking = await aBooking()
    const before = await board()
    expect(await reschedule(booking, span('14:00', '15:00', 2))).toBe('done')
    const moved = await board()
    expect(moved).toMatchObject([{ id: booking.id, seatNumber: 3, startsAt: shanghai('14:00') }])
    page.notice().undo?.()
    await vi.waitFor(async () => expect(await board()).toEqual(before), patience)
    await vi.waitFor(() => expect(page.notice().redo).toBeDefined(), patience)
    page.notice().redo?.()
    await vi.waitFor(async () => expect(await board()).toEqual(moved), patience)
  })

  test('companion and purpose, with the way back', async () => {
    const booking = await aBooking()
    expect(await edit(booking, { companionId: people[1] ?? null, purpose: 'answer' })).toBe(true)
    const stored = async () =>
      (await accepted(page.client.bookings.board({ from: '2026-09-18', to: '2026-09-18' }))).map(
        ({ companionId, purpose }) => ({ companionId, purpose }),
      )
    expect(await stored()).toEqual([{ companionId: people[1], purpose: 'answer' }])
    page.notice().undo?.()
    await vi.waitFor(async () => expect(await stored()).toEqual([{ companionId: null, purpose: 'listen' }]), patience)
  })

  test('a companion who sits elsewhere is an ordinary «no»', async () => {
    const booking = await aBooking()
    await aBooking('10:00', '11:00', 1, 1)
    expect(await edit(booking, { companionId: people[1] ?? null, purpose: 'listen' })).toBe(false)
    expect(page.notice()).toMatchObject({ tone: 'info', title: '李强 已约 2号席 10:00–11:00' })
  })
})

describe('what somebody else changed meanwhile', () => {
  const theirs = (booking: Booking) =>
    accepted(
      page.client.bookings.edit({ bookingId: booking.id, seenVersion: null, companionId: null, purpose: 'answer' }),
    )

  test('is neither moved nor cancelled over: the notice says what changed and that nothing was done', async () => {
    const booking = await aBooking()
    await theirs(booking)
    const before = await board()
    expect(await reschedule(booking, span('14:00', '15:00', 2))).toBe('told')
    expect(await page.told('改了听线或接线')).toMatchObject({ tone: 'failure' })
    for (const notice of useNotices.getState().notices) putAway(notice)
    expect(page.noticeCount()).toBe(0)
    await cancel(booking)
    expect((await page.told('改了听线或接线')).hint).toContain('这一步没有做')
    expect(page.noticeCount()).toBe(1)
    expect(await board()).toEqual(before)
  })

  test('is not taken back over either', async () => {
    const booking = await aBooking()
    await edit(booking, { companionId: people[1] ?? null, purpose: 'listen' })
    const { undo } = page.notice()
    await theirs(booking)
    undo?.()
    await page.told('改了')
    const [stored] = await accepted(page.client.bookings.board({ from: '2026-09-18', to: '2026-09-18' }))
    expect(stored).toMatchObject({ companionId: null, purpose: 'answer', version: 2 })
  })
})

describe('sitting down', () => {
  test('too early is told with the time from which it works', async () => {
    await checkIn(await aBooking())
    expect(page.notice()).toMatchObject({ tone: 'info', title: '还早：09:45 起可以签到入座' })
  })

  test('where a session runs already, the way to it is offered', async () => {
    const running = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
    const went: string[] = []
    await startListening(await aBooking('09:00', '10:00'), (sessionId) => went.push(sessionId))
    expect(went).toEqual([])
    page.notice().action?.run()
    expect(went).toEqual([running.id])
  })

  test('a booking whose time has come starts its own session', async () => {
    const went: string[] = []
    await startListening(await aBooking('09:00', '10:00'), (sessionId) => went.push(sessionId))
    expect(await accepted(page.client.sessions.current({}))).toMatchObject({ id: went[0], listenerName: '王敏' })
  })
})
