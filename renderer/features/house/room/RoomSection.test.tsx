import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { RoomSection } from './RoomSection.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
  page.show(<RoomSection />)
})
afterEach(() => page.close())

const roomNow = async () => {
  const { seats, opensAt, closesAt, slotMinutes } = await accepted(page.client.room.get({}))
  return { seatCount: seats.length, opensAt, closesAt, slotMinutes }
}
const seatsNow = async () => (await accepted(page.client.room.get({}))).seats.length
async function type(text: string) {
  const field = await screen.findByLabelText('席位数')
  await page.user.clear(field)
  await page.user.type(field, text)
  await page.user.tab()
  return field
}

test('as many seats as a room can have are taken', async () => {
  await type('99')
  await waitFor(async () => expect(await seatsNow()).toBe(99))
})

test('more are refused as a whole: the number stays to be mended, and the room stays as it was', async () => {
  const field = await type('120')
  await screen.findByText('席位数请填 1 到 99')
  expect(field).toHaveProperty('value', '120')
  expect(await seatsNow()).toBe(4)
  await type('60')
  await waitFor(async () => expect(await seatsNow()).toBe(60))
})

test('what somebody else changed meanwhile is not written over: it is said, shown, and the own number taken at the next try', async () => {
  const field = await screen.findByLabelText('席位数')
  await page.user.clear(field)
  await page.user.type(field, '12')
  const theirs = { ...(await roomNow()), slotMinutes: 60 as const }
  await accepted(page.client.room.save({ seenVersion: null, ...theirs }))
  await page.user.tab()
  await screen.findByText(/改了/)
  expect(await roomNow()).toEqual(theirs)
  await page.user.type(field, '{Enter}')
  await waitFor(async () => expect(await roomNow()).toEqual({ ...theirs, seatCount: 12 }))
})
