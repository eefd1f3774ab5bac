import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { reading } from '../../../../test/builders/reading.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { queryClient } from '../../../lib/query-client.ts'
import { settingsQuery } from '../../../lib/settings.ts'
import { setCursor } from '../board/board-store.ts'
import { DayView } from '../board/DayView.tsx'
import { WeekView } from '../week/WeekView.tsx'
import { askToWait, leaveWait } from './asked-wait.ts'
import { DayWaits } from './DayWaits.tsx'
import { JoinDialog } from './JoinDialog.tsx'
import { MyWaits } from './MyWaits.tsx'
import { useOfferNotices } from './use-offer-notices.ts'

/** Friday 09:00 in Shanghai; what is waited for is seat 1 on Monday, 14:00-15:00. */
const MONDAY = '2026-09-21'
const place = { startsAt: shanghai('14:00', MONDAY), endsAt: shanghai('15:00', MONDAY) }
let page: TestWindow
let roomId: string
let seatId: string
let wang: string
let li: string
let zhao: string
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock() })
  const add = (name: string) =>
    accepted(page.client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null }))
  ;[wang, li, zhao] = [(await add('王敏')).id, (await add('李强')).id, (await add('赵云')).id]
  const [first] = await accepted(page.client.rooms.list({}))
  ;[roomId, seatId] = [first?.id ?? '', first?.seats[0]?.id ?? '']
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

const wait = async (personId: string, acceptHours: number | null = null) => {
  const window = { date: MONDAY, from: '14:00', to: '15:00', minutes: 60, seatId }
  const who = { personId, companionId: null, purpose: 'listen' as const }
  return accepted(page.client.waitlist.join({ roomId, ...who, windows: [window], acceptHours }))
}
/** 赵云 has the place, 王敏 waits for it, each for themselves, and then 赵云 gives it up. */
async function aHeldPlace(...others: string[]) {
  const booking = await accepted(
    page.client.bookings.reserve({ seatId, personId: zhao, companionId: null, purpose: 'listen', ...place }),
  )
  const { me } = await accepted(page.client.settings.get({}))
  for (const personId of [wang, ...others]) {
    await accepted(page.client.settings.save({ me: personId }))
    await wait(personId)
  }
  await accepted(page.client.settings.save({ me }))
  await accepted(page.client.bookings.cancel({ bookingId: booking.id, reason: '有会', seenVersion: null }))
  await waitFor(async () => expect(await held()).toHaveLength(1))
}
const held = () => accepted(page.client.waitlist.held({ from: MONDAY, to: MONDAY }))
const nothing = () => {}
const days = { day: MONDAY, today: '2026-09-18', now: shanghai('09:00'), onOpenDay: nothing }

test('for others the cells of a held place say so and are not free, and Enter on them asks to wait for just that time', async () => {
  await accepted(page.client.settings.save({ me: li }))
  await queryClient.fetchQuery(settingsQuery)
  await aHeldPlace()
  page.show(
    <>
      <DayView {...days} me={li} onListen={nothing} />
      <JoinDialog />
    </>,
  )
  await screen.findByRole('gridcell', { name: '1号席 14:00 留给候补的人' })
  screen.getByRole('gridcell', { name: '1号席 14:30 留给候补的人' })
  screen.getByRole('gridcell', { name: '1号席 15:00 空闲' })
  act(() => setCursor({ seat: 0, slot: 10 }))
  await page.user.keyboard('{Enter}')
  const form = within(await screen.findByRole('dialog', { name: '加入候补' }))
  // The one that was pressed; others are free then.
  expect(form.getByRole<HTMLInputElement>('combobox', { name: '席位' }).value).toBe('1号席')
  await page.user.click(form.getByRole('button', { name: /^加入候补/ }))
  await page.told('李强 已加入候补')
})

test('whoever answers for them hears for whom a place is held, as the board shows it', async () => {
  await accepted(page.client.settings.save({ me: wang }))
  await accepted(page.client.bookingFor.allow({ personId: wang, bookerId: li }))
  await accepted(page.client.settings.save({ me: li }))
  await queryClient.fetchQuery(settingsQuery)
  await aHeldPlace()
  page.show(<DayView {...days} me={li} onListen={nothing} />)
  await screen.findByRole('gridcell', { name: '1号席 14:00 留给 王敏' })
  screen.getByRole('gridcell', { name: '1号席 14:30 留给 王敏' })
})

test('for whom it is held they are free, and say for whom; the week marks it, and says what the mark means', async () => {
  await accepted(page.client.settings.save({ me: wang }))
  await aHeldPlace()
  page.show(
    <>
      <DayView {...days} me={wang} onListen={nothing} />
      <WeekView {...days} me={wang} onToday={nothing} />
    </>,
  )
  await screen.findByRole('gridcell', { name: '1号席 14:00 留给你' })
  screen.getByText('为你留着')
  await screen.findByText('候补留位')
})

test('what is held for me is accepted by its key, and is a booking then; what is left of the wait goes with it', async () => {
  await accepted(page.client.settings.save({ me: wang }))
  await aHeldPlace(li)
  page.show(<MyWaits me={wang} />)
  await screen.findByText('1号席为你留着')
  screen.getByText(reading(/还留 .*到 .*到时没回复，就给下一位/))
  screen.getByText(/排在第 1 位/)
  expect(screen.queryByText(/机会/)).toBe(null)
  await page.user.keyboard('a')
  await page.told('王敏 已约')
  expect(await accepted(page.client.bookings.upcoming({ personId: wang }))).toMatchObject([place])
  await waitFor(() => expect(screen.queryByText('我的候补')).toBe(null))
})

test('a place that is held for less than a minute says so, and one minute as one', async () => {
  await accepted(page.client.settings.save({ me: wang }))
  await aHeldPlace()
  vi.setSystemTime(Date.parse(shanghai('14:29')))
  const shown = page.show(<MyWaits me={wang} />)
  await screen.findByText(reading(/还留 1 分钟，到 14:30/))
  shown.unmount()
  vi.setSystemTime(Date.parse(shanghai('14:29')) + 20_000)
  page.show(<MyWaits me={wang} />)
  await screen.findByText(reading(/还留 不到 1 分钟，到 14:30/))
})

test('accepting is taken back: the booking is gone, the wait stands there with what is held for it, and it can be accepted once more', async () => {
  await accepted(page.client.settings.save({ me: wang }))
  await aHeldPlace(li)
  page.show(<MyWaits me={wang} />)
  await page.user.click(await screen.findByRole('button', { name: /^接受/ }))
  await page.told('王敏 已约')
  await page.user.click(screen.getByRole('button', { name: /^撤销/ }))
  await page.told('1号席 14:00–15:00 留到 14:30')
  await screen.findByText('1号席为你留着')
  screen.getByText(/排在第 1 位/)
  expect(await accepted(page.client.bookings.upcoming({ personId: wang }))).toEqual([])
  await page.user.click(screen.getByRole('button', { name: /^重做/ }))
  await waitFor(() => expect(screen.queryByText('我的候补')).toBe(null))
  expect(await accepted(page.client.bookings.upcoming({ personId: wang }))).toMatchObject([place])
})

test('what is declined goes to the next, and the wait goes on until it is left, each of which can be undone as long as nobody else was asked', async () => {
  await aHeldPlace(li)
  page.show(<MyWaits me={wang} />)
  await page.user.click(await screen.findByRole('button', { name: /^不要了/ }))
  await page.told('先问下一位候补')
  // How good the chance is, is said again once nothing is held.
  await screen.findByText(/说不出机会多大/)
  await waitFor(async () =>
    expect(await accepted(page.client.waitlist.mine({ personId: li }))).toMatchObject([{ offer: { state: 'open' } }]),
  )
  await page.user.click(screen.getByRole('button', { name: /^撤销/ }))
  await page.told('这个席位已经给了别人')
  await page.user.click(screen.getByRole('button', { name: '退出候补' }))
  await waitFor(() => expect(screen.queryByText('我的候补')).toBe(null))
  await page.user.click(await screen.findByRole('button', { name: /^撤销/ }))
  await screen.findByText('我的候补')
})

function Telling() {
  useOfferNotices()
  return null
}

test('what is held for me the window says where the system cannot, until it is answered', async () => {
  await accepted(page.client.settings.save({ me: wang }))
  page.show(<Telling />)
  await aHeldPlace()
  page.hears({ kind: 'remindOfSeats' })
  await page.told('1号席空出来了')
  await accepted(page.client.settings.save({ reactionLagMs: 500 }))
  expect(page.noticeCount()).toBe(1)
  const [wait] = await accepted(page.client.waitlist.mine({ personId: wang }))
  expect(wait?.offer?.state).toBe('open')
  await accepted(page.client.waitlist.decline({ offerId: wait?.offer?.id ?? '' }))
  await waitFor(() => expect(page.noticeCount()).toBe(0))
})

test('what is held for somebody is said to whoever books for them, with their name, until it is answered', async () => {
  await accepted(page.client.bookingFor.allow({ personId: wang, bookerId: li }))
  await accepted(page.client.settings.save({ me: li }))
  page.show(<Telling />)
  await aHeldPlace()
  page.hears({ kind: 'remindOfSeats' })
  await page.told('1号席空出来了，为 王敏 留到')
  await accepted(page.client.settings.save({ reactionLagMs: 500 }))
  expect(page.noticeCount()).toBe(1)
  const [wait] = await accepted(page.client.waitlist.mine({ personId: wang }))
  await accepted(page.client.waitlist.accept({ offerId: wait?.offer?.id ?? '' }))
  await waitFor(() => expect(page.noticeCount()).toBe(0))
})

test('what was held for somebody is not said to whoever sits there after them', async () => {
  await accepted(page.client.settings.save({ me: wang }))
  page.show(<Telling />)
  await aHeldPlace()
  page.hears({ kind: 'remindOfSeats' })
  await page.told('1号席空出来了')
  await accepted(page.client.settings.save({ me: li }))
  await waitFor(() => expect(page.noticeCount()).toBe(0))
})

test('what is held for somebody who gets up while it is asked is not said to whoever sits down, and is theirs to hear still', async () => {
  await accepted(page.client.settings.save({ me: wang }))
  page.show(<Telling />)
  await aHeldPlace()
  let isAsked = false
  page.answer('waitlist.dueOffers', async (_, ask) => {
    const due = await ask()
    await accepted(page.client.settings.save({ me: li }))
    isAsked = true
    return due
  })
  page.hears({ kind: 'remindOfSeats' })
  await waitFor(() => expect(isAsked).toBe(true))
  await accepted(page.client.settings.save({ reactionLagMs: 500 }))
  expect(page.noticeCount()).toBe(0)
  await accepted(page.client.settings.save({ me: wang }))
  page.answer('waitlist.dueOffers', (_, ask) => ask())
  page.hears({ kind: 'remindOfSeats' })
  await page.told('1号席空出来了')
})

test('what was taken for somebody stays said until somebody else sits there', async () => {
  await accepted(page.client.settings.save({ me: wang }))
  const taken = { seatId, personId: zhao, companionId: null, purpose: 'listen', ...place } as const
  const booking = await accepted(page.client.bookings.reserve(taken))
  await wait(wang, 2)
  await accepted(page.client.bookings.cancel({ bookingId: booking.id, reason: '有会', seenVersion: null }))
  await waitFor(async () => expect(await accepted(page.client.bookings.upcoming({ personId: wang }))).toHaveLength(1))
  page.show(<Telling />)
  page.hears({ kind: 'remindOfSeats' })
  await page.told('替你订上了 1号席')
  await accepted(page.client.settings.save({ reactionLagMs: 500 }))
  expect(page.noticeCount()).toBe(1)
  await accepted(page.client.settings.save({ me: li }))
  await waitFor(() => expect(page.noticeCount()).toBe(0))
})

test('the form tells at once what fits into no time, and what the console says no to', async () => {
  await accepted(page.client.settings.save({ me: wang }))
  await queryClient.fetchQuery(settingsQuery)
  page.show(<JoinDialog />)
  const who = { personId: null, companionId: null, seatId: null, purpose: 'listen' as const }
  act(() => askToWait({ date: MONDAY, from: '14:00', to: '15:00', minutes: 120, ...who }))
  await screen.findByText(/^这段时间放不下/)
  const button = { name: /^加入候补/ }
  expect((await screen.findByRole<HTMLButtonElement>('button', button)).disabled).toBe(true)
  act(leaveWait)
  act(() => askToWait({ date: MONDAY, from: '14:00', to: '15:00', minutes: 60, ...who }))
  await page.user.click(await screen.findByRole('button', button))
  await screen.findByText('这段时间还有空位，不用等')
  await page.user.click(screen.getByRole('button', { name: '改约 1号席 14:00–15:00' }))
  await page.told('王敏 已约')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(await accepted(page.client.bookings.upcoming({ personId: wang }))).toMatchObject([{ ...place, seatNumber: 1 }])
})

test('what was chosen in a form that was left waits in it, for whoever sat here then', async () => {
  await accepted(page.client.settings.save({ me: wang }))
  await queryClient.fetchQuery(settingsQuery)
  page.show(<JoinDialog />)
  const who = { personId: null, companionId: null, seatId: null, purpose: 'listen' as const }
  const ask = () => askToWait({ date: MONDAY, from: '14:00', to: '16:00', minutes: 60, ...who })
  act(ask)
  await page.user.click(await screen.findByLabelText('接线'))
  await accepted(page.client.settings.save({ me: li }))
  await waitFor(() => expect(queryClient.getQueryData(settingsQuery.queryKey)?.me).toBe(li))
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: '谁来' }).value).toBe('王敏')
  await page.user.keyboard('{Escape}')
  await page.told('「加入候补」还没做完')
  await accepted(page.client.settings.save({ me: wang }))
  await waitFor(() => expect(queryClient.getQueryData(settingsQuery.queryKey)?.me).toBe(wang))
  act(ask)
  expect((await screen.findByLabelText<HTMLInputElement>('接线')).checked).toBe(true)
})

test('whoever coordinates sees who waits for a day and what is held, and may take them off the list', async () => {
  await aHeldPlace(li)
  page.show(<DayWaits day={MONDAY} />)
  await page.user.click(await screen.findByRole('button', { name: '候补 2' }))
  const list = within(await screen.findByRole('dialog'))
  list.getByText(/1号席.*14:00–15:00/)
  await page.user.click(list.getByRole('button', { name: '退出候补 王敏' }))
  await waitFor(() => expect(list.queryByText('王敏')).toBe(null))
  list.getByText('李强')
})

test('a name that nobody has waits for nobody, whoever stood in the field before, and says so', async () => {
  await accepted(page.client.settings.save({ me: wang }))
  await queryClient.fetchQuery(settingsQuery)
  const nothingSaid = { from: '14:00', to: '16:00', minutes: 90, seatId: null, personId: null, companionId: null }
  page.show(<JoinDialog />)
  act(() => askToWait({ date: MONDAY, ...nothingSaid, purpose: 'listen' }))
  const who = await screen.findByRole<HTMLInputElement>('combobox', { name: '谁来' })
  await waitFor(() => expect(who.value).toBe('王敏'))
  // An hour and a half is not an hour.
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: '要坐多久' }).value).toBe('90 分钟')
  await page.user.clear(who)
  await page.user.type(who, '钱多多')
  await screen.findByText('没有符合的选项')
  await page.user.keyboard('{Enter}')
  await screen.findByText('名单里没有「钱多多」')
  expect(who.value).toBe('')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  screen.getByRole('dialog', { name: '加入候补' })
  expect(await accepted(page.client.waitlist.mine({ personId: wang }))).toEqual([])
})
