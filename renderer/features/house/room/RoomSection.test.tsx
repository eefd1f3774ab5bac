import { fireEvent, screen, waitFor } from '@testing-library/react'
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

test('left right after the answer, before the page shows it, the same is not sent again', async () => {
  const field = await screen.findByLabelText('席位数')
  const asked: unknown[] = []
  page.answer('room.save', async (input, ask) => {
    asked.push(input)
    const answer = await ask()
    void (async () => {
      for (let turns = 0; turns < 50; turns++) await null
      fireEvent.blur(field)
    })()
    return answer
  })
  await page.user.clear(field)
  await page.user.type(field, '9{Enter}')
  await waitFor(async () => expect(await seatsNow()).toBe(9))
  await screen.findByText('已保存')
  expect(asked).toHaveLength(1)
  expect(screen.queryByRole('button', { name: '用我的' })).toBeNull()
})

test('what another window changes shows as it comes; over a field touched here it is asked, and nothing is overwritten unseen', async () => {
  const field = await screen.findByLabelText('席位数')
  const elsewhere = async (change: object) =>
    accepted(page.client.room.save({ seenVersion: null, ...(await roomNow()), ...change }))
  await elsewhere({ seatCount: 7 })
  await waitFor(() => expect(field).toHaveProperty('value', '7'))
  await page.user.clear(field)
  await page.user.type(field, '9')
  await elsewhere({ seatCount: 8, closesAt: '23:00' })
  await page.user.tab()
  await screen.findByRole('button', { name: '用我的' })
  expect([await seatsNow(), (field as HTMLInputElement).value]).toEqual([8, '9'])
  await page.user.click(screen.getByRole('button', { name: '看对方的' }))
  expect(field).toHaveProperty('value', '8')
  await page.user.click(screen.getByRole('button', { name: '换回我的' }))
  await page.user.click(await screen.findByRole('button', { name: '用我的' }))
  // The other's hours are kept: they were not touched here.
  await waitFor(async () => expect(await roomNow()).toMatchObject({ seatCount: 9, closesAt: '23:00' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: '用我的' })).toBeNull())
  await type('10')
  await waitFor(async () => expect(await seatsNow()).toBe(10))
})
