import { useQuery } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aBerlinRoom } from '../../../../test/builders/two-rooms.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { theRooms } from '../../../lib/common-queries.ts'
import { tellGone } from './tell-gone.ts'

let page: TestWindow
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('15:55')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock(shanghai('15:55')) })
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

const Rooms = () => <p>{useQuery(theRooms).data?.at(-1)?.name}</p>

test('of a booking that went from under the hand it is said when by the clock that its place is told by', async () => {
  const sun = { name: '孙悦', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const { id: personId } = await accepted(page.client.people.add(sun))
  const seatId = (await aBerlinRoom(page.client)).seats[0]?.id ?? ''
  const span = { startsAt: shanghai('16:00'), endsAt: shanghai('17:00') }
  const wish = { seatId, personId, companionId: null, purpose: 'listen', ...span } as const
  const booking = await accepted(page.client.bookings.reserve(wish))
  await accepted(page.client.bookings.cancel({ bookingId: booking.id, seenVersion: null, reason: '席位坏了' }))
  page.show(<Rooms />)
  await screen.findByText('柏林室', {}, patience)
  await tellGone(booking)
  const { title } = page.notice()
  expect(title).toContain('10:00–11:00 (UTC+2)')
  expect(title).toContain('09:55 (UTC+2)')
  expect(title).not.toContain('15:55')
})
