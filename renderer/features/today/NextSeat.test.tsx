import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { aClock } from '../../../test/builders/parts.ts'
import { seatsOf } from '../../../test/builders/rooms.ts'
import { shanghai } from '../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { NextSeat } from './NextSeat.tsx'
import { checkIn, sitDown } from './today.actions.ts'

let page: TestWindow
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

/** A booking of 林岚 with 赵一 beside her, on which 孙悦 sits for her. */
async function aStandIn() {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:50')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock(shanghai('09:50')) })
  const add = (name: string) =>
    accepted(page.client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null }))
  const [lin, sun, zhao] = [await add('林岚'), await add('孙悦'), await add('赵一')]
  const [seat] = await seatsOf(page.client)
  const place = { seatId: seat?.id ?? '', personId: lin.id, companionId: zhao.id, purpose: 'listen' } as const
  const times = { startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
  const { id: bookingId } = await accepted(page.client.bookings.reserve({ ...place, ...times }))
  const booking = await accepted(page.client.bookings.checkIn({ bookingId, standInId: sun.id }))
  return { lin, sun, zhao, booking }
}
const shownTo = (me: string) =>
  page.show(<NextSeat me={me} running={null} onStart={() => {}} onCheckIn={(booking) => void checkIn(booking)} />)

test('who sits there for me is named, and I may still come myself', async () => {
  const { lin } = await aStandIn()
  shownTo(lin.id)
  await screen.findByText('孙悦 代班')
  expect(screen.queryByText('已签到')).toBeNull()
  await page.user.click(screen.getByRole('button', { name: /^签到/ }))
  await screen.findByText('已签到')
  await waitFor(() => expect(screen.queryByText('孙悦 代班')).toBeNull())
})

test('whoever comes along does not come instead of somebody for whom another sits there', async () => {
  const { zhao } = await aStandIn()
  shownTo(zhao.id)
  await screen.findByText('孙悦 代班')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^签到/ }).disabled).toBe(true)
})

test('who begins to listen on a seat where somebody sits for them listens themselves', async () => {
  const { lin, booking } = await aStandIn()
  expect(await sitDown(booking, lin.id)).toMatchObject({ bookingId: booking.id, listenerId: lin.id })
  expect(await accepted(page.client.bookings.upcoming({ personId: lin.id }))).toMatchObject([{ satById: null }])
})

test('who sits for somebody else is told on which seat, when they check in on their own', async () => {
  const { sun } = await aStandIn()
  const place = { seatId: (await seatsOf(page.client))[1]?.id ?? '', personId: sun.id, companionId: null }
  const times = { startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
  await accepted(page.client.bookings.reserve({ ...place, ...times, purpose: 'listen' }))
  shownTo(sun.id)
  await page.user.click(await screen.findByRole('button', { name: /^签到/ }))
  await page.told('孙悦 已在 1号席 10:00–11:00')
})

test('where the house has several rooms, the notice of a check-in names the room before its seat, and not before the sentence', async () => {
  const { lin } = await aStandIn()
  const [room] = await accepted(page.client.rooms.list({}))
  await accepted(page.client.roomKeeping.add({ name: '柏林室', site: '', likeRoomId: room?.id ?? '' }))
  shownTo(lin.id)
  await screen.findByText('听线室 1号席')
  await page.user.click(screen.getByRole('button', { name: /^签到/ }))
  await page.told('已签到，听线室 1号席')
})

test('whole hours and whole days have no «0 minutes» behind them', async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock(shanghai('09:00')) })
  const lin = await accepted(
    page.client.people.add({ name: '林岚', department: '', role: 'listener', employeeNumber: null, email: null }),
  )
  const [seat] = await seatsOf(page.client)
  const place = { seatId: seat?.id ?? '', personId: lin.id, companionId: null, purpose: 'listen' } as const
  await accepted(page.client.bookings.reserve({ ...place, startsAt: shanghai('11:00'), endsAt: shanghai('12:00') }))
  shownTo(lin.id)
  await screen.findByText('2 小时后')
})

test('what is left of the last hour is said in words: «22:22 后» would be a time of the evening', async () => {
  const { lin } = await aStandIn()
  vi.setSystemTime(Date.parse(shanghai('09:37')) + 38_000)
  shownTo(lin.id)
  expect((await screen.findByRole('timer')).textContent).toBe('22 分 22 秒后')
})
