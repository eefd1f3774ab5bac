import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { instantAt } from '../../../shared/domain/wall-clock.ts'
import { accepted } from '../../../test/builders/console.ts'
import { seatsOf } from '../../../test/builders/rooms.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { letGo, setCursor } from '../../features/seats/board/board-store.ts'
import { dateIn } from '../../lib/formats.ts'
import { addDays } from '../../lib/plain-dates.ts'
import { SeatsPage } from './SeatsPage.tsx'

let page: TestWindow
const zone = 'Asia/Shanghai'
const day = addDays(dateIn(new Date().toISOString(), zone), 7)

beforeEach(async () => {
  page = await aWindow()
  setCursor({ seat: 0, slot: 0 })
})
afterEach(async () => {
  letGo()
  await page.close()
})

const seats = () => seatsOf(page.client)
async function book(name: string, seat: number, from: string, to: string, department = '', date = day) {
  const person = await accepted(
    page.client.people.add({ name, department, role: 'listener', employeeNumber: null, email: null }),
  )
  const [startsAt, endsAt] = [instantAt(date, from, zone), instantAt(date, to, zone)]
  const wish = {
    seatId: (await seats())[seat]?.id ?? '',
    startsAt,
    endsAt,
    companionId: null,
    purpose: 'listen',
  } as const
  return accepted(page.client.bookings.reserve({ ...wish, personId: person.id }))
}
const show = () => {
  window.history.replaceState(null, '', `?day=${day}`)
  page.show(
    <main id="main" tabIndex={-1}>
      <SeatsPage />
    </main>,
    `/seats?day=${day}`,
  )
}
const nameOfFocus = () => document.activeElement?.getAttribute('aria-label')
const said = () => screen.getByRole('status').textContent
const cellOf = (name: RegExp) => screen.findByRole('gridcell', { name })

test('the corners of the board are one key away', async () => {
  show()
  ;(await cellOf(/1号席 10:00 空闲/)).focus()
  await page.user.keyboard('{Control>}{End}{/Control}')
  expect(nameOfFocus()).toBe(`${(await seats()).length}号席 20:30 空闲`)
  await page.user.keyboard('{Control>}{Home}{/Control}')
  expect(nameOfFocus()).toBe('1号席 09:00 空闲')
})

test('a booking in the hand says where it is, whether that is free, who sits there, and when nobody does', async () => {
  await book('王敏', 0, '09:00', '10:00')
  await book('赵强', 1, '09:00', '10:30')
  show()
  ;(await cellOf(/王敏/)).focus()
  await page.user.keyboard('m{ArrowDown}')
  expect(said()).toBe('1号席 09:30–10:30，空闲')
  await page.user.keyboard('{ArrowRight}')
  expect(said()).toBe('2号席 09:30–10:30，已由 赵强 预约 09:00–10:30，最近空闲 10:30')
  await page.user.keyboard('{Escape}')
  expect(said()).toBe('')
})

test('a seat that is closed says why, to Enter on it as to a booking that is carried over it', async () => {
  const [room] = await accepted(page.client.rooms.list({}))
  const rules = room?.rules.at(-1)?.rules
  if (room === undefined || rules === undefined) throw new Error('no room')
  const closed = { kind: 'closed' as const, from: day, to: day, name: { zh: '设备检修', en: '' }, seatNumbers: [2] }
  const wish = { roomId: room.id, seenVersion: null, validFrom: addDays(day, -7), toldHits: null, cancel: null }
  await accepted(page.client.rooms.saveRules({ ...wish, rules: { ...rules, days: [closed] } }))
  await book('王敏', 0, '09:00', '10:00')
  show()
  ;(await cellOf(/1号席 09:00–10:00 王敏/)).focus()
  await page.user.keyboard('{ArrowRight}')
  expect(nameOfFocus()).toBe('2号席 09:00 不开放')
  await page.user.keyboard('{Enter}')
  await page.told('不开放：设备检修')
  await page.user.keyboard('{ArrowLeft}m{ArrowRight}')
  const words = screen.getAllByRole('status').map(({ textContent }) => textContent)
  expect(words).toContainEqual(expect.stringMatching(/^2号席 09:00–10:00，.*不开放：设备检修$/))
})

test('what is left free beside a place of the day after, in a room that never closes, is not free before midnight', async () => {
  const [room] = await accepted(page.client.rooms.list({}))
  const rules = room?.rules.at(-1)?.rules
  if (room === undefined || rules === undefined) throw new Error('no room')
  const always = { ...rules, bufferMinutes: 30, week: rules.week.map(() => ({ opensAt: '00:00', closesAt: '24:00' })) }
  const wish = { roomId: room.id, seenVersion: null, validFrom: addDays(day, -7), toldHits: null, cancel: null }
  await accepted(page.client.rooms.saveRules({ ...wish, rules: always }))
  await book('王敏', 0, '00:00', '01:00', '', addDays(day, 1))
  show()
  const cell = await cellOf(/1号席 23:30 两场之间/)
  await cellOf(/2号席 23:30 空闲/)
  cell.focus()
  await page.user.keyboard('{Enter}')
  await page.told('王敏')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('what others change is said where the board speaks', async () => {
  show()
  await cellOf(/1号席 09:00 空闲/)
  const theirs = await book('赵强', 1, '09:00', '10:00')
  await screen.findByText(/赵强 约了 .*2号席 09:00–10:00/)
  await accepted(page.client.bookings.cancel({ bookingId: theirs.id, seenVersion: theirs.version }))
  await screen.findByText(/2号席 09:00–10:00 空出来了/)
})

test('one department is looked for by keys: the others step back, how many is said, and the address keeps it', async () => {
  await book('王敏', 0, '09:00', '10:00', '客服部')
  await book('赵强', 1, '09:00', '10:30', '市场部')
  show()
  ;(await cellOf(/王敏/)).focus()
  await page.user.keyboard('p')
  ;(await screen.findByRole('button', { name: /市场部.*1 个预约/ })).focus()
  await page.user.keyboard('{Enter}')
  await screen.findByRole('button', { name: /市场部 · 1 个预约/ })
  const isDim = (name: RegExp) => screen.getByRole('gridcell', { name }).querySelector('[data-dim]') !== null
  expect([isDim(/王敏/), isDim(/赵强/)]).toEqual([true, false])
  expect(said()).toBe('市场部，1 个预约')
  await page.user.keyboard('p')
  ;(await screen.findByRole('button', { name: '所有部门' })).focus()
  await page.user.keyboard('{Enter}')
  expect([isDim(/王敏/), isDim(/赵强/)]).toEqual([false, false])
})
