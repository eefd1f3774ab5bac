import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../test/builders/console.ts'
import { aClock } from '../../test/builders/parts.ts'
import { reading } from '../../test/builders/reading.ts'
import { seatsOf } from '../../test/builders/rooms.ts'
import { shanghai } from '../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { StartListening } from '../features/listening/call/StartListening.tsx'
import { checkIn } from '../features/today/today.actions.ts'

let page: TestWindow
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock(shanghai('09:00')) })
})
afterEach(() => {
  vi.useRealTimers()
  return page.close()
})

async function aBookingIn2Days() {
  const person = { name: '王敏', department: '客服部', role: 'listener', employeeNumber: null, email: null } as const
  const { id: personId } = await accepted(page.client.people.add(person))
  const seats = await seatsOf(page.client)
  const [startsAt, endsAt] = [shanghai('10:30', '2026-09-20'), shanghai('11:00', '2026-09-20')]
  const wish = { seatId: seats[0]?.id ?? '', personId, companionId: null, purpose: 'listen', startsAt, endsAt } as const
  return { booking: await accepted(page.client.bookings.reserve(wish)), personId }
}

test('sitting down two days early says on which day it is time', async () => {
  const { personId } = await aBookingIn2Days()
  page.show(<StartListening me={personId} reference={null} />)
  await screen.findByText('还早：9月20日 周日 10:15 起可以入座')
  expect(await screen.findByRole('button', { name: /入座/ })).toHaveProperty('disabled', true)
})

test('checking in two days early says it too', async () => {
  const { booking } = await aBookingIn2Days()
  page.show(null)
  await checkIn(booking)
  await screen.findByText(reading('还早：9月20日 周日 10:15 起可以签到入座'))
})

test('the keys stay on the button while it is asked whether somebody can sit down', async () => {
  const { personId } = await aBookingIn2Days()
  const answer = Promise.withResolvers<void>()
  page.answer('sessions.start', async () => {
    await answer.promise
    return { ok: false, code: 'already_listening', detail: null }
  })
  page.show(<StartListening me={personId} reference={null} />)
  const begin = await screen.findByRole('button', { name: /^开始/ })
  begin.focus()
  await page.user.keyboard('{Enter}')
  await waitFor(() => expect(begin.getAttribute('aria-busy')).toBe('true'))
  expect(begin).toHaveProperty('disabled', false)
  answer.resolve()
  await waitFor(() => expect(begin.getAttribute('aria-busy')).toBeNull())
  expect(document.activeElement).toBe(begin)
})
