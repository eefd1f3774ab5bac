import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../test/builders/console.ts'
import { aClock } from '../../test/builders/parts.ts'
import { seatsOf } from '../../test/builders/rooms.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { StartListening } from '../features/listening/call/StartListening.tsx'
import { checkIn } from '../features/today/today.actions.ts'
import { dateIn, dayName } from '../lib/formats.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

let page: TestWindow
beforeEach(async () => {
  page = await aWindow({ clock: aClock(new Date().toISOString()) })
})
afterEach(() => page.close())

/** On slots of the day after tomorrow, whatever the time is now. */
async function aBookingIn2Days() {
  const person = { name: '王敏', department: '客服部', role: 'listener', employeeNumber: null, email: null } as const
  const { id: personId } = await accepted(page.client.people.add(person))
  const seats = await seatsOf(page.client)
  const date = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10)
  const startsAt = `${date}T02:30:00.000Z`
  const endsAt = new Date(Date.parse(startsAt) + 30 * MINUTE_MS).toISOString()
  const wish = { seatId: seats[0]?.id ?? '', personId, companionId: null, purpose: 'listen', startsAt, endsAt } as const
  const booking = await accepted(page.client.bookings.reserve(wish))
  return { booking, personId, day: dayName(dateIn(startsAt, 'Asia/Shanghai'), 'zh') }
}

test('sitting down two days early says on which day it is time', async () => {
  const { personId, day } = await aBookingIn2Days()
  page.show(<StartListening me={personId} reference={null} />)
  await screen.findByText(`还早：${day} 10:15 起可以入座`)
  expect(await screen.findByRole('button', { name: /入座/ })).toHaveProperty('disabled', true)
})

test('checking in two days early says it too', async () => {
  const { booking, day } = await aBookingIn2Days()
  page.show(null)
  await checkIn(booking)
  await screen.findByText(`还早：${day} 10:15 起可以签到入座`)
})
