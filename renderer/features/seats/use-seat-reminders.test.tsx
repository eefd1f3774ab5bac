import { waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { accepted } from '../../../test/builders/outcomes.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { workspaceStatus } from '../../lib/common-queries.ts'
import { timeOfDay } from '../../lib/formats.ts'
import { placeNow } from '../../lib/place-store.ts'
import { queryClient } from '../../lib/query-client.ts'
import { useSeatReminders } from './use-seat-reminders.ts'

let page: TestWindow
afterEach(() => page.close())

function Reminding() {
  useSeatReminders()
  return null
}

async function aSeatSoon() {
  const { seats } = await accepted(page.client.room.get({}))
  return {
    ...{ id: '01930000-0000-7000-8000-000000000001', seatId: seats[0]?.id ?? '', seatNumber: 7 },
    ...{ personId: '01930000-0000-7000-8000-000000000003', personName: '王敏', companionId: null, companionName: null },
    ...{ purpose: 'listen', state: 'booked', checkedInAt: null, version: 0 },
    startsAt: new Date(Date.now() + 8 * 60_000).toISOString(),
    endsAt: new Date(Date.now() + 38 * 60_000).toISOString(),
  }
}

test('without a desktop the window says once when my seat begins, where it is, and leads to today; once I sit there it is gone', async () => {
  page = await aWindow()
  const booking = await aSeatSoon()
  const { startsAt } = booking
  const now = { ...booking }
  page.answer('bookings.upcoming', async () => ({ ok: true, value: [now] }))
  // Told by one window, it is still due in what the other has asked already.
  page.answer('bookings.dueReminders', async () => ({ ok: true, value: [booking] }))
  let told = 0
  let isFirst = false
  page.answer('bookings.reminded', async () => {
    told += 1
    return { ok: true, value: { isFirst } }
  })
  page.show(<Reminding />)
  // Another window was the first to say it.
  await waitFor(() => expect(told).toBe(1))
  await accepted(page.client.room.get({}))
  expect(page.noticeCount()).toBe(0)
  isFirst = true
  await accepted(
    page.client.room.save({ seenVersion: null, seatCount: 6, opensAt: '00:00', closesAt: '24:00', slotMinutes: 30 }),
  )
  const notice = await page.told(`${timeOfDay(startsAt, placeNow())} 开始听线`)
  expect(notice.hint).toContain('7号席')
  for (const seatCount of [4, 5]) {
    const before = told
    await accepted(
      page.client.room.save({ seenVersion: null, seatCount, opensAt: '00:00', closesAt: '24:00', slotMinutes: 30 }),
    )
    await waitFor(() => expect(told).toBeGreaterThan(before))
  }
  expect(page.noticeCount()).toBe(1)
  now.state = 'checked_in'
  await accepted(
    page.client.room.save({ seenVersion: null, seatCount: 3, opensAt: '00:00', closesAt: '24:00', slotMinutes: 30 }),
  )
  await waitFor(() => expect(page.noticeCount()).toBe(0))
})

test('beside a desktop the window says nothing, until the desktop could not show it', async () => {
  page = await aWindow()
  const status = { ...(await accepted(page.client.workspace.status({}))), shell: 'electron' }
  page.answer('workspace.status', async () => ({ ok: true, value: status }))
  const booking = await aSeatSoon()
  let asked = 0
  page.answer('bookings.dueReminders', async () => ({ ok: true, value: asked++ === 0 ? [booking] : [] }))
  page.answer('bookings.upcoming', async () => ({ ok: true, value: [booking] }))
  page.answer('bookings.reminded', async () => ({ ok: true, value: { isFirst: true } }))
  page.show(<Reminding />)
  await waitFor(() => expect(queryClient.getQueryData(workspaceStatus.queryKey)?.shell).toBe('electron'))
  await accepted(
    page.client.room.save({ seenVersion: null, seatCount: 4, opensAt: '00:00', closesAt: '24:00', slotMinutes: 30 }),
  )
  expect([asked, page.noticeCount()]).toEqual([0, 0])
  page.hears({ kind: 'remindOfSeats' })
  await page.told(`${timeOfDay(booking.startsAt, placeNow())} 开始听线`)
})

test('on the page of today, which says it in large letters, no notice stands before what is due', async () => {
  page = await aWindow()
  const booking = await aSeatSoon()
  let told = 0
  page.answer('bookings.dueReminders', async () => ({ ok: true, value: told === 0 ? [booking] : [] }))
  page.answer('bookings.reminded', async () => {
    told += 1
    return { ok: true, value: { isFirst: true } }
  })
  page.show(<Reminding />, '/today')
  await waitFor(() => expect(told).toBe(1))
  await accepted(page.client.room.get({}))
  expect(page.noticeCount()).toBe(0)
})
