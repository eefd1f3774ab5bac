import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import { instantAt } from '../../../shared/domain/wall-clock.ts'
import { accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { theRoomOf } from '../../../test/builders/rooms.ts'
import { aBerlinRoom } from '../../../test/builders/two-rooms.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { letGo } from '../../features/seats/board/board-store.ts'
import { forgetPick, pickedFirst } from '../../features/seats/swap/swap-pick.ts'
import { dateIn } from '../../lib/formats.ts'
import { addDays } from '../../lib/plain-dates.ts'
import { SeatsPage } from './SeatsPage.tsx'

const day = addDays(dateIn(new Date().toISOString(), 'Asia/Shanghai'), 7)

let page: TestWindow
let berlin: HouseRoom
let mine: Booking
let theirs: Booking
beforeEach(async () => {
  page = await aWindow()
  berlin = await aBerlinRoom(page.client)
  mine = await aBooking('王敏', await theRoomOf(page.client), day, '09:00')
  theirs = await aBooking('赵强', berlin, addDays(day, 1), '09:00')
  await accepted(page.client.settings.save({ me: mine.personId }))
})
afterEach(async () => {
  letGo()
  forgetPick()
  await page.close()
})

async function aBooking(name: string, { seats, timeZone }: HouseRoom, date: string, from: string): Promise<Booking> {
  const facts = { department: '', role: 'listener', employeeNumber: null, email: null } as const
  const { id: personId } = await accepted(page.client.people.add({ ...facts, name }))
  const startsAt = instantAt(date, from, timeZone)
  const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString()
  const who = { personId, companionId: null, purpose: 'listen' } as const
  return accepted(page.client.bookings.reserve({ ...who, seatId: seats[0]?.id ?? '', startsAt, endsAt }))
}

const cellOf = (name: RegExp) => screen.findByRole('gridcell', { name }, patience)
const isPicked = () => expect(screen.getByText(/互换 王敏 的 .*选另一个预约/)).toBeTruthy()

/** Keys start from the address, which the router of a test does not write. */
const lookAt = (address: string) => window.history.replaceState(null, '', `?${address}`)

async function pickMine() {
  lookAt(`day=${day}`)
  const shown = page.show(<SeatsPage />, `/seats?day=${day}`)
  ;(await cellOf(/王敏/)).focus()
  await page.user.keyboard('x')
  isPicked()
  return shown
}

async function goToBerlin() {
  await page.user.keyboard('r')
  await page.user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /柏林室/ }))
}

async function askWhy() {
  const dialog = await screen.findByRole('dialog', { name: /赵强/ }, patience)
  await page.user.type(within(dialog).getByRole('textbox'), '那天要出差')
  await page.user.click(within(dialog).getByRole('button', { name: /问一问/ }))
  await waitFor(async () => {
    const [swap] = await accepted(page.client.swaps.waiting({}))
    expect([swap?.booking.id, swap?.other.id]).toEqual([mine.id, theirs.id])
  }, patience)
}

test('what a swap waits with stays picked over days, the week and rooms, and Enter chooses the other one there', async () => {
  await pickMine()
  await page.user.keyboard(']')
  await screen.findByRole('grid', { name: /席位表/ }, patience)
  isPicked()
  lookAt(`day=${addDays(day, 1)}`)
  await page.user.keyboard('w')
  await screen.findByRole('grid', { name: '一周的席位' }, patience)
  isPicked()
  lookAt(`day=${addDays(day, 1)}`)
  await goToBerlin()
  ;(await cellOf(/赵强/)).focus()
  isPicked()
  await page.user.keyboard('{Enter}')
  await askWhy()
})

test('Esc forgets it in the week as on a day, and so does leaving the page', async () => {
  const shown = await pickMine()
  await page.user.keyboard('w')
  await screen.findByRole('grid', { name: '一周的席位' }, patience)
  await page.user.keyboard('{Escape}')
  expect(pickedFirst()).toBeNull()
  shown.unmount()
  const again = await pickMine()
  again.unmount()
  expect(pickedFirst()).toBeNull()
})
