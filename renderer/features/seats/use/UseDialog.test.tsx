import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aClock } from '../../../../test/builders/parts.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { UseButton } from './UseDialog.tsx'
import { openHours } from './use-spans.ts'

const TODAY = '2026-09-18'
let page: TestWindow
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock() })
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

const BOOKED = { weekday: 3, hour: 10, openMinutes: 60, bookedMinutes: 30, satMinutes: 0 }
/** Booked on the days that begin on one of these dates. */
async function show(...begins: string[]) {
  page.answer('seatUse.byHour', async (input) => {
    const isBooked = begins.includes((input as { from: string }).from)
    return { ok: true, value: [{ ...BOOKED, bookedMinutes: isBooked ? 30 : 0 }] }
  })
  page.show(<UseButton today={TODAY} />)
  await page.user.click(await screen.findByRole('button', { name: /席位利用/ }))
}
const span = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })

test('it opens on the weeks that were, where somebody booked in them', async () => {
  await show('2026-08-21', TODAY)
  await screen.findByText('50%')
  expect(span('过去 4 周').checked).toBe(true)
  expect(screen.queryByText(/没有人约/)).toBeNull()
})

test('where nobody booked before it opens on the days ahead, and says so', async () => {
  await show(TODAY)
  await screen.findByText('过去 4 周没有人约，这里看的是今后 4 周。')
  screen.getByText('50%')
  expect(span('今后 4 周').checked).toBe(true)
})

test('a span that is chosen and empty offers where there is something', async () => {
  await show(TODAY)
  await screen.findByText('50%')
  await page.user.click(span('过去 13 周'))
  await page.user.click(await screen.findByRole('button', { name: '今后 4 周' }))
  await screen.findByText('50%')
})

test('where nobody ever booked it says so', async () => {
  await show()
  await screen.findByText('换一段日子看看，或等有人约了再来。')
})

test('it keeps the room of all the hours of the week before they are known, over midnight too', () => {
  const week = (opensAt: string, closesAt: string) => [
    ...Array(6).fill({ opensAt: '09:00', closesAt: '18:00' }),
    { opensAt, closesAt },
  ]
  expect(openHours(week('10:00', '21:30'))).toBe(13)
  expect(openHours(week('22:00', '02:00'))).toBe(17)
  expect(openHours(week('00:00', '24:00'))).toBe(24)
  expect(openHours(Array(7).fill(null))).toBe(0)
})
