import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { aClock } from '../../../test/builders/parts.ts'
import { seatsOf } from '../../../test/builders/rooms.ts'
import { shanghai } from '../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { NextSeat } from './NextSeat.tsx'
import { checkIn } from './today.actions.ts'

let page: TestWindow
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

test('who sits there for me is named, and I may still come myself', async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:50')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock(shanghai('09:50')) })
  const add = (name: string) =>
    accepted(page.client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null }))
  const [lin, sun] = [await add('林岚'), await add('孙悦')]
  const [seat] = await seatsOf(page.client)
  const place = { seatId: seat?.id ?? '', personId: lin.id, companionId: null, purpose: 'listen' } as const
  const times = { startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
  const { id: bookingId } = await accepted(page.client.bookings.reserve({ ...place, ...times }))
  await accepted(page.client.bookings.checkIn({ bookingId, standInId: sun.id }))
  page.show(<NextSeat me={lin.id} running={null} onStart={() => {}} onCheckIn={(booking) => void checkIn(booking)} />)
  await screen.findByText('孙悦 代班')
  expect(screen.queryByText('已签到')).toBeNull()
  await page.user.click(screen.getByRole('button', { name: /^签到/ }))
  await screen.findByText('已签到')
  await waitFor(() => expect(screen.queryByText('孙悦 代班')).toBeNull())
})
