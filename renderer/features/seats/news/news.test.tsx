import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { seatsOf } from '../../../../test/builders/rooms.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { NewsBar } from './NewsBar.tsx'
import { whoDidIt } from './news-words.ts'
import { TodayNews } from './TodayNews.tsx'

let page: TestWindow
let me: string
let other: string
beforeEach(async () => {
  page = await aWindow({ clock: aClock() })
  const wish = { department: '', role: 'coordinator', employeeNumber: null, email: null } as const
  me = (await accepted(page.client.people.add({ ...wish, name: '林岚' }))).id
  other = (await accepted(page.client.people.add({ ...wish, name: '赵倩' }))).id
})
afterEach(() => {
  vi.useRealTimers()
  return page.close()
})

const sit = (personId: string) => accepted(page.client.settings.save({ me: personId }))
async function aBooking(from: string, to: string) {
  await sit(me)
  const [seat] = await seatsOf(page.client)
  const place = { seatId: seat?.id ?? '', personId: me, companionId: null, purpose: 'listen' } as const
  return accepted(page.client.bookings.reserve({ ...place, startsAt: shanghai(from), endsAt: shanghai(to) }))
}
async function cancelledByOther(from: string, to: string) {
  const { id } = await aBooking(from, to)
  await sit(other)
  await accepted(page.client.bookings.cancel({ bookingId: id, seenVersion: 0, reason: '席位检修' }))
  await sit(me)
}
async function theNews() {
  const [news] = await accepted(page.client.bookingNews.list({ personId: me }))
  if (news === undefined) throw new Error('no news')
  return news
}
const isGone = (words: HTMLElement) => vi.waitFor(() => expect(words.isConnected).toBe(false), patience)

test('on Today it is said who cancelled which seat and why, until R says that it was read', async () => {
  await cancelledByOther('14:00', '15:00')
  page.show(<TodayNews me={me} />, '/today')
  const words = await screen.findByText(/赵倩 取消了你的预约/, {}, patience)
  screen.getByText(/14:00–15:00/)
  screen.getByText(/原因：席位检修/)
  await page.user.keyboard('r')
  await isGone(words)
  expect(await accepted(page.client.bookingNews.list({ personId: me }))).toEqual([])
})

test('moved from today to another day, both days are told', async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  const { id, seatId } = await aBooking('14:00', '15:00')
  await sit(other)
  const [startsAt, endsAt] = [shanghai('14:00', '2026-09-21'), shanghai('15:00', '2026-09-21')]
  await accepted(
    page.client.bookings.reschedule({ bookingId: id, seatId, seenVersion: 0, startsAt, endsAt, reason: '席位检修' }),
  )
  await sit(me)
  page.show(<TodayNews me={me} />, '/today')
  await screen.findByText(/赵倩 改动了你的预约/, {}, patience)
  const told = document.body.textContent ?? ''
  expect(told).toMatch(/9月18日 周五 1号席 14:00–15:00 → 9月21日 周一 1号席 14:00–15:00/)
})

test('on every other page a line says it; of several, how many', async () => {
  await cancelledByOther('14:00', '15:00')
  page.show(<NewsBar />, '/tickets')
  await screen.findByText(/赵倩 取消了你的预约：.*14:00–15:00.*。原因：席位检修/, {}, patience)
  await cancelledByOther('16:00', '17:00')
  await screen.findByText('别人改动了 2 处', {}, patience)
  expect(screen.queryByRole('button', { name: '知道了' })).toBeNull()
})

test('an agreed swap says that it is one, and its reason is nobody else’s', async () => {
  const mine = await aBooking('14:00', '15:00')
  const [, seat] = await seatsOf(page.client)
  const place = { seatId: seat?.id ?? '', personId: other, companionId: null, purpose: 'listen' } as const
  await sit(other)
  const theirs = await accepted(
    page.client.bookings.reserve({ ...place, startsAt: shanghai('16:00'), endsAt: shanghai('17:00') }),
  )
  await sit(me)
  const asked = { bookingId: mine.id, otherId: theirs.id, reason: '下午要出差' }
  const swap = await accepted(page.client.swaps.ask(asked))
  await sit(other)
  await accepted(page.client.swaps.agree({ swapId: swap.id }))
  await sit(me)
  page.show(<TodayNews me={me} />, '/today')
  await screen.findByText(/赵倩 互换了你的预约/, {}, patience)
  screen.getByText(/为什么互换：下午要出差/)
})

test('Today says it itself', async () => {
  await cancelledByOther('14:00', '15:00')
  page.show(
    <>
      <NewsBar />
      <TodayNews me={me} />
    </>,
    '/today',
  )
  await screen.findByText(/赵倩 取消了你的预约/, {}, patience)
  expect(screen.getByRole('status', { name: '别人的改动' }).textContent).toBe('')
})

test('of somebody else’s booking the name stands apart on both sides', async () => {
  await cancelledByOther('14:00', '15:00')
  expect(whoDidIt({ ...(await theNews()), whose: 'other' })).toBe('赵倩 取消了 林岚 的预约')
})

test('who cancels what was booked for them is said to have cancelled their own', async () => {
  await cancelledByOther('14:00', '15:00')
  expect(whoDidIt({ ...(await theNews()), whose: 'actor' })).toBe('赵倩 取消了自己的预约')
})

test('a namesake who cancels it is not said to have cancelled their own', async () => {
  await cancelledByOther('14:00', '15:00')
  const { booking, ...news } = await theNews()
  const namesake = { ...news, booking: { ...booking, personId: other, personName: '赵倩' }, whose: 'other' } as const
  expect(whoDidIt(namesake)).toBe('赵倩 取消了 赵倩 的预约')
})

test('a wait that somebody else left for me is told with its times, in both languages, and read with the rest by R', async () => {
  await cancelledByOther('14:00', '15:00')
  const free = { date: '2026-09-21', from: '09:00', to: '10:00', minutes: 60, seatId: null }
  const [seat, ...others] = await seatsOf(page.client)
  for (const one of [seat, ...others]) {
    const person = await accepted(
      page.client.people.add({
        name: `某${one?.number}`,
        department: '',
        role: 'listener',
        employeeNumber: null,
        email: null,
      }),
    )
    const place = {
      seatId: one?.id ?? '',
      startsAt: shanghai('09:00', free.date),
      endsAt: shanghai('10:00', free.date),
    }
    await accepted(
      page.client.bookings.reserve({ ...place, personId: person.id, companionId: null, purpose: 'listen' }),
    )
  }
  const roomId = (await accepted(page.client.rooms.list({})))[0]?.id ?? ''
  const wish = {
    roomId,
    personId: me,
    companionId: null,
    purpose: 'listen',
    windows: [free],
    acceptHours: null,
  } as const
  const wait = await accepted(page.client.waitlist.join({ ...wish, windows: [free] }))
  await sit(other)
  await accepted(page.client.waitlist.leave({ waitId: wait.id }))
  await sit(me)
  page.show(
    <>
      <NewsBar />
      <TodayNews me={me} />
    </>,
    '/today',
  )
  const words = await screen.findByText(/赵倩 退出了你的候补/, {}, patience)
  screen.getByRole('link', { name: /9月21日 周一 09:00–10:00/ })
  await page.user.keyboard('r')
  await isGone(words)
  expect(await accepted(page.client.ownNews.list({}))).toEqual([])
})

test('on every other page a line says what was ended, and which', async () => {
  const companion = { personId: other, companionId: me, purpose: 'listen' } as const
  const [seat] = await seatsOf(page.client)
  await sit(other)
  const place = { seatId: seat?.id ?? '', startsAt: shanghai('14:00'), endsAt: shanghai('15:00') }
  const { id: bookingId } = await accepted(page.client.bookings.reserve({ ...place, ...companion }))
  await sit(me)
  await accepted(page.client.ownNews.shown({ own: [{ kind: 'details', ofId: bookingId }] }))
  await sit(other)
  await accepted(
    page.client.bookings.edit({ bookingId, seenVersion: 0, companionId: null, purpose: 'listen', reason: '' }),
  )
  await sit(me)
  page.show(<NewsBar />, '/tickets')
  await screen.findByText(/赵倩 改了自己的预约，你不再同行：.*14:00–15:00/, {}, patience)
})
