import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BookingChange } from '../../../../shared/contract/seats/bookings.ts'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { seatsOf } from '../../../../test/builders/rooms.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { DrawHistory } from '../draw/DrawHistory.tsx'
import { TodayNews } from '../news/TodayNews.tsx'
import { ChangeList } from './ChangeList.tsx'

const clock = aClock()
let page: TestWindow
let [coordinator, wang, other] = ['', '', '']
beforeEach(async () => {
  clock.set(shanghai('09:00'))
  page = await aWindow({ clock })
  const add = async (name: string, role: 'coordinator' | 'listener', department = '') =>
    (await accepted(page.client.people.add({ name, department, role, employeeNumber: null, email: null }))).id
  coordinator = await add('赵倩', 'coordinator')
  wang = await add('王伟', 'listener', '家电部')
  other = await add('王伟', 'coordinator', '客服部')
})
afterEach(() => page.close())

const sit = (me: string) => accepted(page.client.settings.save({ me }))

test('who changes what is their own changes «their own», told to whoever comes along', async () => {
  await sit(coordinator)
  const [seat] = await seatsOf(page.client)
  const booking = await accepted(
    page.client.bookings.reserve({
      ...{ personId: coordinator, companionId: wang, seatId: seat?.id ?? '', purpose: 'listen' },
      ...{ startsAt: shanghai('14:00'), endsAt: shanghai('15:00') },
    }),
  )
  await sit(wang)
  const own = await accepted(page.client.ownNews.unseen({}))
  await accepted(page.client.ownNews.shown({ own }))
  await sit(coordinator)
  const wish = { bookingId: booking.id, seenVersion: null, companionId: wang }
  await accepted(page.client.bookings.edit({ ...wish, purpose: 'answer' }))
  await sit(wang)
  page.show(<TodayNews me={wang} />, '/today')
  await screen.findByText(/赵倩 改了自己的预约/, {}, patience)
})

test('a request that a namesake handed in is told as handed in for somebody, and which of them is which', async () => {
  await sit(other)
  const roomIds = (await accepted(page.client.rooms.list({}))).map(({ id }) => id)
  const days = { from: '2026-09-21', to: '2026-09-21', hours: null, lengthsMinutes: [60] }
  const { id: windowId } = await accepted(
    page.client.draws.open({ ...days, roomIds, closesAt: shanghai('10:00', '2026-09-20') }),
  )
  const [slot] = await accepted(page.client.draws.slots({ windowId }))
  const wish = { togetherWith: [], purpose: 'listen' as const, lengthMinutes: 60, wishes: [slot?.id ?? ''] }
  await accepted(page.client.draws.handIn({ windowId, personId: wang, ...wish }))
  page.show(<DrawHistory windowId={windowId} />, '/draws')
  await screen.findByText('递交了 王伟（家电部） 的申请', {}, patience)
  screen.getAllByText('王伟（客服部）')
})

test('a place that a clock put right gives back is not said to be an act of somebody unnamed', async () => {
  await sit(wang)
  const [seat] = await seatsOf(page.client)
  const { id: bookingId } = await accepted(
    page.client.bookings.reserve({
      ...{ personId: wang, companionId: null, seatId: seat?.id ?? '', purpose: 'listen' },
      ...{ startsAt: shanghai('14:00'), endsAt: shanghai('15:00') },
    }),
  )
  const history = () => accepted(page.client.bookings.history({ bookingId }))
  clock.set(shanghai('14:30'))
  await accepted(page.client.walkUps.open({}))
  clock.set(shanghai('10:00'))
  await accepted(page.client.walkUps.open({}))
  const changes: BookingChange[] = await history()
  expect(changes.map(({ what }) => what)).toEqual(['no_show', 'restored', 'reserved'])
  page.show(<ChangeList changes={changes} isOfAll />, '/seats')
  await screen.findByText('不算爽约了，席位又是自己的', {}, patience)
  expect(screen.queryByText('没有署名的人')).toBeNull()
})

test('namesakes are told apart in the changes of a booking and among those who were asked for, others are called by their name', async () => {
  await sit(other)
  const [seat] = await seatsOf(page.client)
  const span = { startsAt: shanghai('14:00'), endsAt: shanghai('15:00') }
  const place = { companionId: null, seatId: seat?.id ?? '', purpose: 'listen' as const, ...span }
  await accepted(page.client.bookings.reserve({ ...place, personId: wang }))
  const changes = await accepted(page.client.bookings.history({ bookingId: null }))
  page.show(<ChangeList changes={changes} isOfAll />)
  await screen.findByText('王伟（客服部）', {}, patience)
  screen.getByText('王伟（家电部）')
  await accepted(
    page.client.bookings.cancel({ bookingId: changes[0]?.booking.id ?? '', seenVersion: null, reason: '改天' }),
  )
  await sit(coordinator)
  await accepted(page.client.bookings.reserve({ ...place, personId: coordinator }))
  page.show(
    <ChangeList changes={(await accepted(page.client.bookings.history({ bookingId: null }))).slice(0, 1)} isOfAll />,
  )
  expect(screen.getAllByText('赵倩')).toHaveLength(2)
})
