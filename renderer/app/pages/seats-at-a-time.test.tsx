import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { instantAt } from '../../../shared/domain/wall-clock.ts'
import { accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { seatsOf } from '../../../test/builders/rooms.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { letGo, setCursor } from '../../features/seats/board/board-store.ts'
import { SeatsPage } from './SeatsPage.tsx'

let page: TestWindow
const at = (day: string, time: string) => instantAt(day, time, 'Asia/Shanghai')

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(at('2026-09-18', '09:00')), toFake: ['Date'] })
  page = await aWindow()
  setCursor({ seat: 0, slot: 0 })
})
afterEach(async () => {
  vi.useRealTimers()
  letGo()
  await page.close()
})

const goTo = async (words: string) => {
  await page.user.keyboard('j')
  await page.user.type(await screen.findByRole('textbox', { name: '输入日期' }, patience), `${words}{Enter}`)
}
const cursorAt = (time: RegExp) =>
  waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(time), patience)

async function aBookingOfWangMin(day: string, from: string, to: string) {
  const person = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const personId = (await accepted(page.client.people.add(person))).id
  const seatId = (await seatsOf(page.client))[0]?.id ?? ''
  const wish = { seatId, personId, companionId: null, purpose: 'listen' } as const
  await accepted(page.client.bookings.reserve({ ...wish, startsAt: at(day, from), endsAt: at(day, to) }))
}

test('a day and a time typed where a booking of the day on screen lies open at that time, and a time typed on the day that is open moves there', async () => {
  await aBookingOfWangMin('2026-09-25', '10:30', '12:00')
  page.show(<SeatsPage />, '/seats?day=2026-09-25')
  window.history.replaceState(null, '', '?day=2026-09-25')
  await screen.findByRole('gridcell', { name: /王敏/ }, patience)
  await goTo('下周三 11点')
  await screen.findByText('2026年9月23日 周三', undefined, patience)
  window.history.replaceState(null, '', '?day=2026-09-23')
  await cursorAt(/11:00/)
  await goTo('9-23 14点')
  await cursorAt(/14:00/)
})

test('of a span that was typed as much is asked for as is free', async () => {
  await aBookingOfWangMin('2026-09-19', '10:30', '11:00')
  page.show(<SeatsPage />, '/seats')
  await screen.findByRole('grid', undefined, patience)
  await goTo('明天 10-11')
  await screen.findByRole('gridcell', { name: /王敏/ }, patience)
  await cursorAt(/10:00/)
  await page.user.keyboard('{Enter}')
  await screen.findByRole('dialog', { name: /10:00–10:30/ }, patience)
})
