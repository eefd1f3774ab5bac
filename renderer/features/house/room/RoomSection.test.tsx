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
