import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../test/builders/console.ts'
import { aClock } from '../../test/builders/parts.ts'
import { reading } from '../../test/builders/reading.ts'
import { seatsOf } from '../../test/builders/rooms.ts'
import { shanghai } from '../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { StartListening } from '../features/listening/call/StartListening.tsx'

let page: TestWindow
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('10:32')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock(shanghai('10:32')) })
})
afterEach(() => {
  vi.useRealTimers()
  return page.close()
})

async function aBookingThatBegan() {
  const person = { name: '王敏', department: '客服部', role: 'listener', employeeNumber: null, email: null } as const
  const { id: personId } = await accepted(page.client.people.add(person))
  const seats = await seatsOf(page.client)
  const [startsAt, endsAt] = [shanghai('10:30'), shanghai('11:00')]
  const wish = { seatId: seats[0]?.id ?? '', personId, companionId: null, purpose: 'listen', startsAt, endsAt } as const
  return { booking: await accepted(page.client.bookings.reserve(wish)), personId }
}

const running = async () => accepted(page.client.sessions.current({}))

test('whoever walks up while their seat waits for them is asked, and sits there by the next key', async () => {
  const { booking, personId } = await aBookingThatBegan()
  page.show(<StartListening me={personId} reference={null} />)
  await screen.findByText('1号席')
  await page.user.keyboard('w')
  await screen.findByText(reading('你约的 1号席 正等着你'))
  expect(await running()).toBeNull()
  await page.user.keyboard('{Enter}')
  await waitFor(async () => expect(await running()).toMatchObject({ bookingId: booking.id, seatNumber: 1 }))
})

test('and may sit elsewhere all the same', async () => {
  const { personId } = await aBookingThatBegan()
  page.show(<StartListening me={personId} reference={null} />)
  await screen.findByText('1号席')
  await page.user.keyboard('w')
  await page.user.click(await screen.findByRole('button', { name: /不坐这个席位/ }))
  await waitFor(async () => expect(await running()).toMatchObject({ bookingId: null, listenerId: personId }))
})
