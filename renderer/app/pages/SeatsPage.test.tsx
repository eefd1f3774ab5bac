import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import { everyDayRules, FROM_THE_FIRST_DAY } from '../../../shared/domain/seats/room-rules.ts'
import { instantAt } from '../../../shared/domain/wall-clock.ts'
import { accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { openAlike, seatsOf } from '../../../test/builders/rooms.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { arriveAt, letGo, modeNow, setCursor } from '../../features/seats/board/board-store.ts'
import { reschedule } from '../../features/seats/seats.actions.ts'
import { dayName } from '../../lib/formats.ts'
import { useRoomZone } from '../../lib/place-store.ts'
import { addDays } from '../../lib/plain-dates.ts'
import { useNotices } from '../../ui/notices.ts'
import { SeatsPage } from './SeatsPage.tsx'

let page: TestWindow
let personId: string
const zone = 'Asia/Shanghai'
const today = '2026-09-18'
const day = addDays(today, 7)

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(instantAt(today, '09:00', zone)), toFake: ['Date'] })
  page = await aWindow()
  setCursor({ seat: 0, slot: 0 })
  const person = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null } as const
  personId = (await accepted(page.client.people.add(person))).id
})
afterEach(async () => {
  vi.useRealTimers()
  letGo()
  await page.close()
})

const seats = () => seatsOf(page.client)
async function book(date: string, seat: number, from: string, to: string) {
  const seatId = (await seats())[seat]?.id ?? ''
  const [startsAt, endsAt] = [instantAt(date, from, zone), instantAt(date, to, zone)]
  return accepted(client().reserve({ seatId, personId, companionId: null, purpose: 'listen', startsAt, endsAt }))
}
const client = () => page.client.bookings
const placeNow = async (id: string) =>
  (await accepted(client().board({ from: day, to: addDays(day, 6) }))).find((booking) => booking.id === id)
const cellOf = (name: RegExp) => screen.findByRole('gridcell', { name })

test.each(['day', 'week'])('a day and a time typed in the %s open that day at that time', async (view) => {
  page.show(<SeatsPage />, `/seats?view=${view}`)
  await screen.findByRole('grid', undefined, patience)
  await page.user.keyboard('j')
  const words = await screen.findByRole('textbox', { name: '输入日期' }, patience)
  await page.user.type(words, '下周三 10-11{Enter}')
  await screen.findByText('2026年9月23日 周三', undefined, patience)
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/10:00/), patience)
  await page.user.keyboard('{Enter}')
  await screen.findByRole('dialog', { name: /10:00–11:00/ }, patience)
})

test('a booking in the hand goes along to another day, and Enter puts it down there', async () => {
  const mine = await book(day, 0, '09:00', '10:00')
  const other = await accepted(
    page.client.people.add({ name: '赵强', department: '', role: 'listener', employeeNumber: null, email: null }),
  )
  const seatIds = await seats()
  // A stranger sits where the cursor will be on the day after.
  const strangers = await accepted(
    client().reserve({
      seatId: seatIds[0]?.id ?? '',
      personId: other.id,
      companionId: null,
      purpose: 'listen',
      startsAt: instantAt(addDays(day, 1), '09:00', zone),
      endsAt: instantAt(addDays(day, 1), '10:00', zone),
    }),
  )
  page.show(
    <main id="main" tabIndex={-1}>
      <SeatsPage />
    </main>,
    `/seats?day=${day}`,
  )
  window.history.replaceState(null, '', `?day=${day}`)
  ;(await cellOf(/王敏/)).focus()
  await page.user.keyboard('m{ArrowRight}')
  await page.user.keyboard(']')
  await screen.findByText(/手里是 王敏/)
  await cellOf(/赵强/)
  await page.user.keyboard('{Enter}')
  await waitFor(async () => expect((await placeNow(mine.id))?.version).toBe(mine.version + 1))
  expect(await placeNow(mine.id)).toMatchObject({
    seatId: seatIds[1]?.id,
    startsAt: instantAt(addDays(day, 1), '09:00', zone),
    endsAt: instantAt(addDays(day, 1), '10:00', zone),
  })
  expect((await placeNow(strangers.id))?.version).toBe(strangers.version)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('Esc on the other day leaves it where it was', async () => {
  const mine = await book(day, 0, '09:00', '10:00')
  page.show(<SeatsPage />, `/seats?day=${day}`)
  window.history.replaceState(null, '', `?day=${day}`)
  ;(await cellOf(/王敏/)).focus()
  await page.user.keyboard('m]')
  await screen.findByText(/手里是 王敏/)
  await page.user.keyboard('{Escape}')
  expect(screen.queryByText(/手里是/)).toBeNull()
  expect(await placeNow(mine.id)).toEqual(mine)
})

test.each([
  ['on its own day', `/seats?day=${day}`, 'm'],
  ['on another day', `/seats?day=${day}`, 'm]'],
  ['over the week', `/seats?day=${day}&view=week`, '{ArrowDown}m'],
])(
  'a booking that is cancelled elsewhere while it is in the hand %s is put down: whose, which, when and by whom',
  async (_, address, keys) => {
    const mine = await book(day, 0, '09:00', '10:00')
    const person = { name: '赵倩', department: '', role: 'listener', employeeNumber: null, email: null } as const
    const other = await accepted(page.client.people.add(person))
    page.show(<SeatsPage />, address)
    window.history.replaceState(null, '', address)
    if (address.includes('week')) {
      await screen.findAllByText(/王敏/)
      document.getElementById(`week-head-${day}`)?.focus()
    } else (await cellOf(/王敏/)).focus()
    await page.user.keyboard(keys)
    if (keys === 'm]') await screen.findByText(/手里是 王敏/)
    expect(modeNow().kind).toBe('carrying')
    await accepted(page.client.settings.save({ me: other.id }))
    await accepted(client().cancel({ bookingId: mine.id, seenVersion: null, reason: '席位坏了' }))
    expect((await page.told('取消了')).title).toMatch(/^赵倩 .*取消了：王敏 .*1号席 09:00–10:00$/)
    expect(modeNow().kind).toBe('idle')
  },
)

test('a booking that was cancelled elsewhere a moment before it is put down: it is said so, not that its state changed', async () => {
  const mine = await book(day, 0, '09:00', '10:00')
  await accepted(client().cancel({ bookingId: mine.id, seenVersion: null }))
  const { seatId, endsAt } = mine
  expect(await reschedule(mine, { seatId, startsAt: endsAt, endsAt: instantAt(day, '11:00', zone) })).toBe('told')
  const told = await page.told('取消了')
  expect(told.title).toMatch(/取消了：王敏 .*1号席 09:00–10:00$/)
  expect(told.hint).toBe('改期就先放下了。')
})

test('leaving the page with a booking in the hand says that it was not moved', async () => {
  await book(day, 0, '09:00', '10:00')
  const shown = page.show(<SeatsPage />, `/seats?day=${day}`)
  ;(await cellOf(/王敏/)).focus()
  await page.user.keyboard('m')
  shown.unmount()
  expect(useNotices.getState().notices.map(({ title }) => title())).toEqual(['王敏 的预约没有改，还在原处'])
})

test('a round-the-clock room opens at the working day, and one key and the arrows lead to another one', async () => {
  await openAlike(page.client, { seatCount: 4, opensAt: '00:00', closesAt: '24:00', slotMinutes: 30 })
  // A Thursday in 2027: neither today nor near it.
  page.show(<SeatsPage />, '/seats?day=2027-01-14')
  window.history.replaceState(null, '', '?day=2027-01-14')
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('1号席 09:00 空闲'))
  await page.user.keyboard('j')
  const dialog = await screen.findByRole('dialog', { name: '选一天' })
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
  // Next Wednesday.
  await page.user.keyboard('{ArrowDown}{ArrowLeft}{Enter}')
  await screen.findByRole('grid', { name: '2027年1月20日 周三的席位表' })
  expect(screen.queryByRole('dialog')).toBeNull()
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('1号席 09:00 空闲'))
})

test('the next day opens by its own bookings as long as nobody moved; then the same time stays, to compare', async () => {
  await openAlike(page.client, { seatCount: 4, opensAt: '00:00', closesAt: '24:00', slotMinutes: 30 })
  await book('2027-01-15', 1, '07:00', '08:00')
  page.show(<SeatsPage />, '/seats?day=2027-01-14')
  window.history.replaceState(null, '', '?day=2027-01-14')
  const cursor = () => document.querySelector('[data-cell][tabindex="0"]')?.getAttribute('aria-label')
  await waitFor(() => expect(cursor()).toBe('1号席 09:00 空闲'))
  await page.user.click(screen.getByRole('button', { name: '后一天' }))
  await screen.findByRole('grid', { name: '2027年1月15日 周五的席位表' })
  await waitFor(() => expect(cursor()).toBe('1号席 07:00 空闲'))

  act(() => document.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.focus())
  await page.user.keyboard('{ArrowDown}')
  window.history.replaceState(null, '', '?day=2027-01-15')
  await page.user.click(screen.getByRole('button', { name: '后一天' }))
  await screen.findByRole('grid', { name: '2027年1月16日 周六的席位表' })
  await waitFor(() => expect(cursor()).toBe('1号席 07:30 空闲'))
})

test('the day says how many whole hours are left, and its cells are told apart while they are read', async () => {
  let answerNow = () => {}
  const later = new Promise<void>((resolve) => {
    answerNow = resolve
  })
  page.answer('bookings.board', async (_, ask) => {
    await later
    return ask()
  })
  page.show(<SeatsPage />, `/seats?day=${day}`)
  await screen.findByRole('grid', { busy: true })
  expect(screen.getAllByRole('gridcell')[0]?.getAttribute('aria-label')).toBe('1号席 09:00 正在读取')
  // Its room is kept, so that nothing beside it moves; what stands there is nobody's yet.
  expect(screen.getByText(/整小时/).hasAttribute('data-counting')).toBe(true)
  answerNow()
  await screen.findByText('整小时空位：上午 3 个、下午 6 个、晚上 3 个')
  expect(screen.getByRole('grid').getAttribute('aria-busy')).toBe('false')
})

test('somebody else’s booking is cancelled only with a reason, and found and restored from the history', async () => {
  await accepted(page.client.settings.save({ me: personId }))
  const booking = await book(day, 0, '09:00', '10:00')
  const person = { name: '李强', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const other = await accepted(page.client.people.add(person))
  await accepted(page.client.settings.save({ me: other.id }))
  page.show(<SeatsPage />, `/seats?day=${day}`)
  ;(await cellOf(/王敏/)).focus()

  await page.user.keyboard('{Delete}')
  await screen.findByRole('dialog', { name: '这是 王敏 的预约' })
  await page.user.keyboard('{Escape}')
  expect(await placeNow(booking.id)).toEqual(booking)

  await page.user.keyboard('{Delete}')
  await screen.findByRole('dialog', { name: '这是 王敏 的预约' })
  await page.user.keyboard('{Enter}')
  await screen.findByText('写一句原因，或选下面一个')
  await page.user.keyboard('设备检修')
  const change = {
    bookingId: booking.id,
    seenVersion: null,
    companionId: null,
    purpose: 'answer',
    reason: '改成接线',
  } as const
  await accepted(page.client.bookings.edit(change))
  await page.user.keyboard('{Enter}')
  // Somebody came first: it is not cancelled, and what was written is there at the next try.
  await page.told('改了听线或接线')
  expect(await placeNow(booking.id)).toMatchObject({ state: 'booked', purpose: 'answer' })
  ;(await cellOf(/王敏，接线/)).focus()
  await page.user.keyboard('{Delete}')
  await screen.findByDisplayValue('设备检修')
  await page.user.keyboard('{Enter}')
  await waitFor(async () => expect(await placeNow(booking.id)).toBeUndefined())

  // Long after the notice has gone.
  useNotices.setState({ notices: [] })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await page.user.keyboard('h')
  const history = await screen.findByRole('dialog', { name: '席位最近的改动' })
  await within(history).findByText('原因：设备检修')
  expect(history.textContent).toContain('李强取消了王敏')
  await page.user.click(within(history).getByRole('button', { name: '恢复这个预约' }))
  await waitFor(async () => expect(await placeNow(booking.id)).toMatchObject({ state: 'booked' }))
})

test('a booking that somebody cancels while it is changed goes with a word who did it; why it is changed stays to be written', async () => {
  await accepted(page.client.settings.save({ me: personId }))
  const booking = await book(day, 0, '09:00', '10:00')
  const person = { name: '李强', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const other = await accepted(page.client.people.add(person))
  await accepted(page.client.settings.save({ me: other.id }))
  page.show(<SeatsPage />, `/seats?day=${day}`)
  ;(await cellOf(/王敏/)).focus()
  await page.user.keyboard('{Enter}')
  await screen.findByRole('dialog', { name: /王敏/ })
  await page.user.keyboard('e')
  await page.user.click(await screen.findByRole('radio', { name: '接线' }))
  await page.user.click(screen.getByRole('button', { name: /^保存/ }))
  await screen.findByRole('dialog', { name: '这是 王敏 的预约' })
  await page.user.keyboard('本人')

  await accepted(client().cancel({ bookingId: booking.id, seenVersion: null, reason: '席位坏了' }))
  await page.told('取消了：')
  await page.user.keyboard('要求')
  await screen.findByDisplayValue('本人要求')
})

test('one’s own booking is cancelled at once, without a question', async () => {
  await accepted(page.client.settings.save({ me: personId }))
  const booking = await book(day, 0, '09:00', '10:00')
  page.show(<SeatsPage />, `/seats?day=${day}`)
  ;(await cellOf(/王敏/)).focus()
  await page.user.keyboard('{Delete}')
  await waitFor(async () => expect(await placeNow(booking.id)).toBeUndefined())
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a range drawn in the week is asked for on its day', async () => {
  const seatId = (await seats())[1]?.id ?? ''
  const [startsAt, endsAt] = [instantAt(day, '10:00', zone), instantAt(day, '11:00', zone)]
  arriveAt({ seatId, startsAt, ask: { seatId, startsAt, endsAt } })
  page.show(<SeatsPage />, `/seats?day=${day}`)
  await screen.findByRole('dialog', { name: '预约 2号席 10:00–11:00' })
})

test.each([
  ['2027-03-28', 46],
  ['2027-10-31', 50],
])('a room in Berlin, whatever the zone before: %s has %i half-hours and opens at nine there', async (date, rows) => {
  useRoomZone.setState({ timeZone: 'Asia/Shanghai' })
  page.answer('rooms.list', async (_, ask) => {
    const { value, ...answer } = (await ask()) as { value: HouseRoom[] }
    const rules = everyDayRules({ opensAt: '00:00', closesAt: '24:00', slotMinutes: 30 }, 4)
    const berlin = { timeZone: 'Europe/Berlin', rules: [{ validFrom: FROM_THE_FIRST_DAY, rules }] }
    return { ...answer, value: value.map((room) => ({ ...room, ...berlin })) }
  })
  page.show(<SeatsPage />, `/seats?day=${date}`)
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('1号席 09:00 空闲'))
  const names = screen.getAllByRole('gridcell', { name: /^1号席/ }).map((cell) => cell.getAttribute('aria-label'))
  expect(new Set(names).size).toBe(rows)
})

test('a booking that somebody leads to has the focus, also on the day that is open already', async () => {
  const mine = await book(day, 2, '14:00', '15:00')
  page.show(<SeatsPage />, `/seats?day=${day}`)
  await cellOf(/王敏/)
  act(() => arriveAt(mine))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('gridcell', { name: /王敏/ })), patience)
})

test('the week goes to the printer as a sheet of its own: a row for each seat, a column for each day', async () => {
  await book(day, 1, '10:00', '11:00')
  const seatId = (await seats())[1]?.id ?? ''
  const [startsAt, endsAt] = [instantAt(day, '14:00', zone), instantAt(day, '15:30', zone)]
  await accepted(client().reserve({ seatId, personId, companionId: null, purpose: 'answer', startsAt, endsAt }))
  page.show(<SeatsPage />, `/seats?view=week&day=${day}`)
  const print = (what: 'beforeprint' | 'afterprint') => act(() => void window.dispatchEvent(new Event(what)))
  await screen.findByRole('grid', { name: '一周的席位' }, patience)
  print('beforeprint')
  const sheet = document.querySelector<HTMLElement>('[data-printed]') ?? document.createElement('i')
  expect(
    within(sheet)
      .getAllByRole('columnheader')
      .map((head) => head.textContent),
  ).toContain(dayName(day, { language: 'zh', timeZone: 'Asia/Shanghai' }))
  const [, , second, third] = within(sheet).getAllByRole('row')
  expect(second?.textContent).toBe('210:00–11:00 王敏14:00–15:30 王敏')
  expect(third?.textContent).toBe('3')
  // Only who answers calls is marked.
  expect([...(second?.querySelectorAll('p') ?? [])].map((line) => line.querySelector('svg') !== null)).toEqual([
    ...[false, true],
  ])
  print('afterprint')
  expect(document.querySelector('[data-printed]')).toBeNull()
})
