import { waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { accepted } from '../../../test/builders/outcomes.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { timeOfDay } from '../../lib/formats.ts'
import { placeNow } from '../../lib/place-store.ts'
import { useSeatReminders } from './use-seat-reminders.ts'

let page: TestWindow
afterEach(() => page.close())

function Reminding() {
  useSeatReminders()
  return null
}

test('without a desktop the window says once when my seat begins, where it is, and leads to today; once I sit there it is gone', async () => {
  page = await aWindow()
  const { seats } = await accepted(page.client.room.get({}))
  const startsAt = new Date(Date.now() + 8 * 60_000).toISOString()
  const booking = {
    ...{ id: '01930000-0000-7000-8000-000000000001', seatId: seats[0]?.id ?? '', seatNumber: 7 },
    ...{ personId: '01930000-0000-7000-8000-000000000003', personName: '王敏', companionId: null, companionName: null },
    ...{ purpose: 'listen', state: 'booked', checkedInAt: null, version: 0 },
    ...{ startsAt, endsAt: new Date(Date.now() + 38 * 60_000).toISOString() },
  }
  const due = [booking]
  const now = { ...booking }
  page.answer('bookings.upcoming', async () => ({ ok: true, value: [now] }))
  page.answer('bookings.takeReminders', async () => ({ ok: true, value: due.splice(0) }))
  page.show(<Reminding />)
  const notice = await page.told(`${timeOfDay(startsAt, placeNow())} 开始听线`)
  expect(notice.hint).toContain('7号席')
  await accepted(
    page.client.room.save({ seenVersion: null, seatCount: 4, opensAt: '00:00', closesAt: '24:00', slotMinutes: 30 }),
  )
  expect(page.noticeCount()).toBe(1)
  now.state = 'checked_in'
  await accepted(
    page.client.room.save({ seenVersion: null, seatCount: 3, opensAt: '00:00', closesAt: '24:00', slotMinutes: 30 }),
  )
  await waitFor(() => expect(page.noticeCount()).toBe(0))
})
