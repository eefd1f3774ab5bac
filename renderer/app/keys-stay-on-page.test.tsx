import { screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { instantAt } from '../../shared/domain/wall-clock.ts'
import { accepted } from '../../test/builders/console.ts'
import { monday, slotAt } from '../../test/builders/drawing.ts'
import { aClock } from '../../test/builders/parts.ts'
import { patience } from '../../test/builders/patience.ts'
import { seatsOf } from '../../test/builders/rooms.ts'
import { shanghai } from '../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { Frame } from './Frame.tsx'
import { DrawsPage } from './pages/DrawsPage.tsx'
import { SeatsPage } from './pages/SeatsPage.tsx'

const clock = aClock()
let page: TestWindow
let me: string
const add = async (name: string) =>
  (
    await accepted(
      page.client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null }),
    )
  ).id
beforeEach(async () => {
  clock.set(shanghai('09:00'))
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock })
  me = await add('王敏')
  await accepted(page.client.settings.save({ me }))
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

const show = (address: string) =>
  page.show(
    <Routes>
      <Route element={<Frame />}>
        <Route path="/draws" element={<DrawsPage />} />
        <Route path="/seats" element={<SeatsPage />} />
      </Route>
    </Routes>,
    address,
  )
const main = () => document.getElementById('main')

test('as a draw is called off its request goes from under the keys: they stay with what stood around it', async () => {
  const { id } = await accepted(page.client.draws.open({ ...monday, closesAt: shanghai('18:00') }))
  const wish = { togetherWith: [], purpose: 'listen' as const, lengthMinutes: 60, wishes: [slotAt('09:00')] }
  await accepted(page.client.draws.handIn({ ...wish, windowId: id, personId: me }))
  show('/draws')
  const change = await screen.findByRole('button', { name: /^改志愿/ }, patience)
  change.focus()
  await accepted(page.client.draws.cancel({ windowId: id, reason: '改到下周' }))
  await waitFor(() => expect(change.isConnected).toBe(false), patience)
  await waitFor(() => expect(document.activeElement).not.toBe(document.body), patience)
  expect(main()?.contains(document.activeElement)).toBe(true)
  expect(document.activeElement).not.toBe(main())
})

test('the key of a page that is shown already takes the keys from the rail to it', async () => {
  show('/seats')
  await screen.findByRole('grid', undefined, patience)
  screen.getByRole('button', { name: /王敏/ }).focus()
  await page.user.keyboard('{Control>}2{/Control}')
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('gridcell'), patience)
})

test('a question about a booking that is gone leaves the keys on its place of the board', async () => {
  const other = await add('李强')
  await accepted(page.client.settings.save({ me: other }))
  const seatId = (await seatsOf(page.client))[1]?.id ?? ''
  const [startsAt, endsAt] = ['10:00', '11:00'].map((time) => instantAt('2026-09-25', time, 'Asia/Shanghai'))
  const wish = { seatId, personId: other, companionId: null, purpose: 'listen' } as const
  const booking = await accepted(
    page.client.bookings.reserve({ ...wish, startsAt: startsAt ?? '', endsAt: endsAt ?? '' }),
  )
  await accepted(page.client.settings.save({ me }))
  show('/seats?day=2026-09-25')
  // The board takes the keys as it opens.
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('gridcell'), patience)
  ;(await screen.findByRole('gridcell', { name: /李强/ }, patience)).focus()
  await page.user.keyboard('{Delete}')
  await screen.findByRole('dialog', { name: '这是 李强 的预约' }, patience)
  await accepted(page.client.bookings.cancel({ bookingId: booking.id, seenVersion: null, reason: '席位坏了' }))
  await waitFor(() => expect(screen.queryByRole('gridcell', { name: /李强/ })).toBeNull(), patience)
  await page.user.keyboard('设备检修{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), patience)
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('gridcell'), patience)
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/2号席.*10:00/)
})
