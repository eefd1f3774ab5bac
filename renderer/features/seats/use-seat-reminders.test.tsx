import { cleanup, screen, waitFor } from '@testing-library/react'
import { useNavigate } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ReminderKind } from '../../../shared/contract/house/reminder-kinds.ts'
import { accepted } from '../../../test/builders/outcomes.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { dateIn, timeOn } from '../../lib/formats.ts'
import { placeNow } from '../../lib/place-store.ts'
import { dismissNotice, useNotices } from '../../ui/notices.ts'
import { useSeatReminders } from './use-seat-reminders.ts'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => {
  vi.useRealTimers()
  return page.close()
})

function Reminding() {
  useSeatReminders()
  const navigate = useNavigate()
  return (
    <button type="button" onClick={() => void navigate('/tickets')}>
      go
    </button>
  )
}

const aSeatIn = (minutes: number, kind: ReminderKind = 'quarter') => ({
  ...{ id: '01930000-0000-7000-8000-000000000001', seatId: '01930000-0000-7000-8000-000000000002', seatNumber: 7 },
  ...{ personId: '01930000-0000-7000-8000-000000000003', personName: '王敏', companionId: null, companionName: null },
  ...{
    purpose: 'listen',
    state: 'booked',
    checkedInAt: null,
    version: 0,
    kind,
    timeZone: 'Asia/Shanghai',
    roomName: '',
  },
  startsAt: new Date(Date.now() + minutes * 60_000).toISOString(),
  endsAt: new Date(Date.now() + (minutes + 30) * 60_000).toISOString(),
})
const titleOf = ({ startsAt }: { startsAt: string }) =>
  `${timeOn(dateIn(new Date().toISOString(), 'Asia/Shanghai'), startsAt, { ...placeNow(), timeZone: 'Asia/Shanghai' })} 开始听线`
const someone = async (name: string) => {
  const other = { name, department: '', role: 'listener', employeeNumber: null, email: null } as const
  return (await accepted(page.client.people.add(other))).id
}
const sitsDown = async (name: string) => accepted(page.client.settings.save({ me: await someone(name) }))
const meNow = async () => (await accepted(page.client.settings.get({}))).me
const somethingChanges = () => accepted(page.client.settings.save({ reactionLagMs: 500 }))

test('a window that nobody sees lets one in sight say it, and says it where there is none', async () => {
  const booking = aSeatIn(8)
  let asked = 0
  let isTold = false
  page.answer('bookings.upcoming', async () => ({ ok: true, value: [booking] }))
  page.answer('reminders.due', async () => ({ ok: true, value: [booking] }))
  page.answer('reminders.told', async () => {
    const isFirst = !isTold
    isTold = true
    asked += 1
    return { ok: true, value: { isFirst } }
  })
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  page.show(<Reminding />)
  // The time that a window in sight has is passed by hand: it is over when this says so, however busy the machine is.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  page.hears({ kind: 'remindOfSeats' })
  // The tab that is looked at asks a moment later: the way to this one was shorter.
  await vi.advanceTimersByTimeAsync(500)
  expect(await accepted(page.client.reminders.told({ bookingId: booking.id, kind: 'quarter' }))).toEqual({
    isFirst: true,
  })
  await vi.advanceTimersByTimeAsync(500)
  await vi.waitFor(() => expect(asked).toBe(2), patience)
  expect(page.noticeCount()).toBe(0)
  isTold = false
  page.hears({ kind: 'remindOfSeats' })
  await vi.advanceTimersByTimeAsync(1_000)
  vi.useRealTimers()
  await page.told(titleOf(booking))
  hidden.mockRestore()
})

test('what the system could not show the window says once of all that hear of it, and leads to today; once I sit there it is gone', async () => {
  const booking = aSeatIn(8)
  const now = { ...booking }
  page.answer('bookings.upcoming', async () => ({ ok: true, value: [now] }))
  // Told by one window, it is still due in what the other has asked already.
  page.answer('reminders.due', async () => ({ ok: true, value: [booking] }))
  const told: unknown[] = []
  let isFirst = false
  page.answer('reminders.told', async (input) => {
    told.push(input)
    return { ok: true, value: { isFirst } }
  })
  page.show(<Reminding />)
  // The desktop is about to say it by itself.
  await somethingChanges()
  expect(told).toEqual([])
  page.hears({ kind: 'remindOfSeats' })
  // Another window was the first to say it.
  await waitFor(() => expect(told).toEqual([{ bookingId: booking.id, kind: 'quarter' }]))
  await somethingChanges()
  expect(page.noticeCount()).toBe(0)
  isFirst = true
  page.hears({ kind: 'remindOfSeats' })
  const notice = await page.told(titleOf(booking))
  expect(notice.hint).toContain('7号席')
  await somethingChanges()
  expect(page.noticeCount()).toBe(1)
  // On another page it is still known which notice stands for what.
  await page.user.click(screen.getByRole('button', { name: 'go' }))
  now.state = 'checked_in'
  await somethingChanges()
  await waitFor(() => expect(page.noticeCount()).toBe(0))
})

test('a later reminder of a seat stands in the place of the earlier, and names the day where that is another', async () => {
  const dayBefore = aSeatIn(24 * 60, 'day')
  const halfHour = { ...aSeatIn(30, 'half_hour') }
  let due = dayBefore
  page.answer('bookings.upcoming', async () => ({ ok: true, value: [due] }))
  page.answer('reminders.due', async () => ({ ok: true, value: [due] }))
  page.answer('reminders.told', async () => ({ ok: true, value: { isFirst: true } }))
  page.show(<Reminding />)
  page.hears({ kind: 'remindOfSeats' })
  await page.told(titleOf(dayBefore))
  expect(titleOf(dayBefore)).toMatch(/月\d+日 周/)
  due = halfHour
  page.hears({ kind: 'remindOfSeats' })
  await page.told(titleOf(halfHour))
  expect(page.noticeCount()).toBe(1)
})

test('on the page of today, which says it in large letters, no notice stands before what is due', async () => {
  const booking = aSeatIn(8)
  let told = 0
  page.answer('reminders.due', async () => ({ ok: true, value: told === 0 ? [booking] : [] }))
  page.answer('reminders.told', async () => {
    told += 1
    return { ok: true, value: { isFirst: true } }
  })
  page.show(<Reminding />, '/today')
  page.hears({ kind: 'remindOfSeats' })
  await waitFor(() => expect(told).toBe(1))
  await somethingChanges()
  expect(page.noticeCount()).toBe(0)
})

test('what was said to somebody is gone once somebody else sits there', async () => {
  const booking = aSeatIn(24 * 60, 'day')
  page.answer('bookings.upcoming', async () => ({ ok: true, value: [booking] }))
  page.answer('reminders.due', async () => ({ ok: true, value: [booking] }))
  page.answer('reminders.told', async () => ({ ok: true, value: { isFirst: true } }))
  page.show(<Reminding />)
  page.hears({ kind: 'remindOfSeats' })
  await page.told(titleOf(booking))
  await sitsDown('李强')
  await waitFor(() => expect(page.noticeCount()).toBe(0))
})

test('who comes along reads nothing of what was said to whom they sit down after, and nothing counts as told to them', async () => {
  const companionId = await someone('李强')
  const booking = { ...aSeatIn(24 * 60, 'day'), companionId, companionName: '李强' }
  const shown = vi.fn()
  let asked = 0
  page.answer('bookings.upcoming', async () => ({ ok: true, value: [booking] }))
  page.answer('reminders.due', async () => ({ ok: true, value: [booking] }))
  page.answer('reminders.told', async () => {
    asked += 1
    return { ok: true, value: { isFirst: true } }
  })
  page.answer('ownNews.shown', async () => {
    shown()
    return { ok: true, value: null }
  })
  page.show(<Reminding />)
  page.hears({ kind: 'remindOfSeats' })
  await page.told(titleOf(booking))
  await waitFor(() => expect(shown).toHaveBeenCalledOnce())
  await accepted(page.client.settings.save({ me: companionId }))
  await waitFor(() => expect(page.noticeCount()).toBe(0))
  page.answer('reminders.due', async () => {
    await sitsDown('赵倩')
    return { ok: true, value: [booking] }
  })
  page.hears({ kind: 'remindOfSeats' })
  await waitFor(async () => expect(await meNow()).not.toBe(companionId), patience)
  await somethingChanges()
  expect([asked, shown.mock.calls.length, page.noticeCount()]).toEqual([1, 1, 0])
})

test('what was told stands after the page was loaded anew, until somebody puts it away', async () => {
  const booking = aSeatIn(8)
  page.answer('bookings.upcoming', async () => ({ ok: true, value: [booking] }))
  page.answer('reminders.due', async () => ({ ok: true, value: [booking] }))
  let toldCount = 0
  page.answer('reminders.told', async () => ({ ok: true, value: { isFirst: toldCount++ === 0 } }))
  const load = () => {
    cleanup()
    useNotices.setState({ notices: [] })
    page.show(<Reminding />)
  }
  load()
  page.hears({ kind: 'remindOfSeats' })
  await page.told(titleOf(booking))
  load()
  const { id } = await page.told(titleOf(booking))
  expect(toldCount).toBe(1)
  dismissNotice(id)
  load()
  await somethingChanges()
  expect(page.noticeCount()).toBe(0)
  expect(sessionStorage.getItem('reminders told')).toBe('[]')
})

test('loaded anew after I sat down there, the page says nothing of it', async () => {
  const booking = aSeatIn(8)
  const now = { ...booking }
  page.answer('bookings.upcoming', async () => ({ ok: true, value: [now] }))
  page.answer('reminders.due', async () => ({ ok: true, value: [booking] }))
  page.answer('reminders.told', async () => ({ ok: true, value: { isFirst: true } }))
  page.show(<Reminding />)
  page.hears({ kind: 'remindOfSeats' })
  await page.told(titleOf(booking))
  cleanup()
  useNotices.setState({ notices: [] })
  now.state = 'checked_in'
  page.show(<Reminding />)
  await waitFor(() => expect(sessionStorage.getItem('reminders told')).toBe('[]'))
  expect(page.noticeCount()).toBe(0)
})
