import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import { accepted } from '../../../test/builders/console.ts'
import { aClock } from '../../../test/builders/parts.ts'
import { patience } from '../../../test/builders/patience.ts'
import { seatsOf } from '../../../test/builders/rooms.ts'
import { shanghai } from '../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { MadeForOthers, MyBookings } from './MyBookings.tsx'

let page: TestWindow
let boss: string
let secretary: string
beforeEach(async () => {
  page = await aWindow({ clock: aClock() })
  const add = (name: string) =>
    accepted(page.client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null }))
  ;[boss, secretary] = [(await add('王总')).id, (await add('陈秘书')).id]
})
afterEach(() => page.close())

async function bookedBy(me: string, personId: string, from: string, to: string) {
  await accepted(page.client.settings.save({ me }))
  const seatId = (await seatsOf(page.client))[0]?.id ?? ''
  const times = { startsAt: shanghai(from), endsAt: shanghai(to) }
  await accepted(page.client.bookings.reserve({ seatId, personId, companionId: null, purpose: 'listen', ...times }))
}

test('the boss sees who booked, the secretary what she booked for others; neither sees it of their own', async () => {
  await bookedBy(secretary, boss, '10:00', '11:00')
  await bookedBy(boss, boss, '12:00', '13:00')
  await bookedBy(secretary, secretary, '14:00', '15:00')
  page.show(
    <>
      <MyBookings me={boss} />
      <MadeForOthers me={secretary} />
    </>,
  )
  const made = within(await screen.findByRole('region', { name: '替别人约的' }))
  expect(made.getAllByRole('link').map((row) => row.textContent)).toEqual([expect.stringContaining('王总')])
  const mine = within(screen.getByRole('region', { name: '我的预约' }))
  const rows = (await mine.findAllByRole('link'))
    .map((row) => row.textContent ?? '')
    .filter((text) => text.includes('号席'))
  expect(rows).toEqual([expect.stringContaining('由 陈秘书 预约'), expect.not.stringContaining('预约')])
})

test('whether they came stands beside it, for both', async () => {
  await bookedBy(secretary, boss, '10:00', '11:00')
  page.answer('bookingFor.made', async (_, ask) => stateOf(await ask(), 'no_show'))
  page.answer('bookings.upcoming', async (_, ask) => stateOf(await ask(), 'checked_in'))
  page.show(
    <>
      <MyBookings me={boss} />
      <MadeForOthers me={secretary} />
    </>,
  )
  await screen.findByText('王总 · 没有来签到')
  await screen.findByText('听线 · 由 陈秘书 预约 · 已签到')
})
const stateOf = (answer: unknown, state: Booking['state']) => {
  const { value } = answer as { value: Booking[] }
  return { ok: true, value: value.map((booking) => ({ ...booking, state })) }
}

test('of many that were booked for others the next five are seen first, and all when they are asked for', async () => {
  for (let hour = 9; hour < 17; hour += 1)
    await bookedBy(secretary, boss, `${String(hour).padStart(2, '0')}:00`, `${String(hour).padStart(2, '0')}:30`)
  page.show(<MadeForOthers me={secretary} />)
  const made = within(await screen.findByRole('region', { name: '替别人约的' }))
  expect(made.getAllByRole('link')).toHaveLength(5)
  await page.user.click(made.getByRole('button', { name: '还有 3 个' }))
  const all = made.getAllByRole('link')
  expect(all).toHaveLength(8)
  // The button is gone: the keys go on at the first that it brought.
  expect(document.activeElement).toBe(all[5])
  expect(made.queryByRole('button')).toBeNull()
})

test('who booked nothing for others has no such panel', async () => {
  await bookedBy(secretary, secretary, '10:00', '11:00')
  page.show(
    <>
      <MadeForOthers me={secretary} />
      <MyBookings me={secretary} />
    </>,
  )
  await screen.findByText(/1号席/)
  expect(screen.queryByRole('region', { name: '替别人约的' })).toBe(null)
})

test('a booking that is over goes by itself, from both lists', async () => {
  await bookedBy(secretary, boss, '10:00', '11:00')
  // Soon, from whenever it is asked until both were seen, however busy the machine is.
  let endsAt = ''
  let areSeen = false
  const endingSoon = async (_: unknown, ask: () => Promise<unknown>) => {
    const answer = (await ask()) as { value: Booking[] }
    if (areSeen && Date.now() >= Date.parse(endsAt)) return { ...answer, value: [] }
    if (!areSeen) endsAt = new Date(Date.now() + 1_000).toISOString()
    return { ...answer, value: answer.value.map((one) => ({ ...one, endsAt })) }
  }
  page.answer('bookingFor.made', endingSoon)
  page.answer('bookings.upcoming', endingSoon)
  page.show(
    <>
      <MyBookings me={boss} />
      <MadeForOthers me={secretary} />
    </>,
  )
  const rows = () => screen.queryAllByRole('link', { name: /号席/ })
  await waitFor(() => expect(rows()).toHaveLength(2), patience)
  areSeen = true
  await waitFor(() => expect(rows()).toHaveLength(0), patience)
})
