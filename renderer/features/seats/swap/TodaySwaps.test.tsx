import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { reading } from '../../../../test/builders/reading.ts'
import { seatsOf } from '../../../../test/builders/rooms.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { TodaySwaps } from './TodaySwaps.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow({ clock: aClock() })
})
afterEach(() => page.close())

const sit = (personId: string) => accepted(page.client.settings.save({ me: personId }))
async function aPersonWith(name: string, seat: number, from: string, to: string) {
  const wish = { department: '', role: 'coordinator', employeeNumber: null, email: null } as const
  const { id } = await accepted(page.client.people.add({ ...wish, name }))
  await sit(id)
  const seatId = (await seatsOf(page.client))[seat - 1]?.id ?? ''
  const place = { seatId, personId: id, companionId: null, purpose: 'listen' } as const
  const times = { startsAt: shanghai(from), endsAt: shanghai(to) }
  return { id, booking: await accepted(page.client.bookings.reserve({ ...place, ...times })) }
}

test('whoever asked reads on Today that it was declined, and nothing of it once they did', async () => {
  const other = await aPersonWith('赵倩', 2, '16:00', '17:00')
  const me = await aPersonWith('林岚', 1, '14:00', '15:00')
  const asked = { bookingId: me.booking.id, otherId: other.booking.id, reason: '下午要出差' }
  const { id: swapId } = await accepted(page.client.swaps.ask(asked))
  page.show(<TodaySwaps />, '/today')
  await screen.findByText(/等 赵倩 答复/, {}, patience)
  await sit(other.id)
  await accepted(page.client.swaps.decline({ swapId }))
  await sit(me.id)
  const words = await screen.findByText(reading(/赵倩 没有答应换 .*16:00–17:00，.*14:00–15:00 照旧/), {}, patience)
  await page.user.click(screen.getByRole('button', { name: '知道了' }))
  await vi.waitFor(() => expect(words.isConnected).toBe(false), patience)
  expect(await accepted(page.client.swaps.ended({}))).toEqual([])
})

test('what waits for an answer ends by the clock: the moment one of the two begins, whoever asked reads that it was over', async () => {
  const other = await aPersonWith('赵倩', 2, '16:00', '17:00')
  const me = await aPersonWith('林岚', 1, '14:00', '15:00')
  const swap = await accepted(
    page.client.swaps.ask({ bookingId: me.booking.id, otherId: other.booking.id, reason: '下午要出差' }),
  )
  // Soon, from whenever it is asked until it was read, however busy the machine is.
  let beginsAt = ''
  let isRead = false
  const isOver = () => isRead && Date.now() >= Date.parse(beginsAt)
  const soon = () => {
    if (!isRead) beginsAt = new Date(Date.now() + 1_000).toISOString()
    return { ...swap, isMineToAnswer: false, other: { ...swap.other, startsAt: beginsAt } }
  }
  page.answer('swaps.waiting', async () => ({ ok: true, value: isOver() ? [] : [soon()] }))
  page.answer('swaps.ended', async () => ({ ok: true, value: isOver() ? [{ ...soon(), why: 'begun' }] : [] }))
  page.show(<TodaySwaps />, '/today')
  await screen.findByText(/等 赵倩 答复/, {}, patience)
  isRead = true
  await screen.findByText(/已经开始，没有等到答复/, {}, patience)
  expect(screen.queryByText(/等 赵倩 答复/)).toBeNull()
})

test('whoever was asked reads that the asker’s booking was changed by somebody else, and the asker by whom theirs was', async () => {
  const other = await aPersonWith('赵倩', 2, '16:00', '17:00')
  const me = await aPersonWith('林岚', 1, '14:00', '15:00')
  const asked = { bookingId: me.booking.id, otherId: other.booking.id, reason: '下午要出差' }
  await accepted(page.client.swaps.ask(asked))
  await aPersonWith('罗佳', 3, '10:00', '11:00')
  const { id: bookingId, seatId, version: seenVersion } = me.booking
  const later = { seatId, startsAt: shanghai('15:00'), endsAt: shanghai('16:00'), reason: '设备检修' }
  await accepted(page.client.bookings.reschedule({ bookingId, seenVersion, ...later }))
  await sit(other.id)
  page.show(<TodaySwaps />, '/today')
  await screen.findByText(reading(/林岚 的预约已改动或取消，互换作罢，.*16:00–17:00 照旧/), {}, patience)
  await sit(me.id)
  const words = await screen.findByText('罗佳 改动或取消了 林岚 的预约，和 赵倩 的互换作罢', {}, patience)
  await page.user.click(screen.getByRole('button', { name: '知道了' }))
  await vi.waitFor(() => expect(words.isConnected).toBe(false), patience)
  await sit(other.id)
  await screen.findByText(/林岚 的预约已改动或取消/, {}, patience)
})
