import { screen, waitFor } from '@testing-library/react'
import { useLocation } from 'react-router'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { patience } from '../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { FindBox, fetchFindBox } from './FindBox.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
  await fetchFindBox()
})
afterEach(() => page.close())

function Place() {
  const { pathname, search } = useLocation()
  return <output>{pathname + search}</output>
}
const place = () => document.querySelector('output')?.textContent
const options = () => screen.queryAllByRole('option').map((option) => option.textContent)

test('the tickets of a state, an urgency or a type are a list that is found by its name', async () => {
  page.show(
    <>
      <Place />
      <FindBox />
    </>,
    '/today',
  )
  for (const [typed, name, address] of [
    ['已了结', '工单：已了结', '/tickets?state=ended'],
    ['p1', '工单：P1 紧急', '/tickets?priority=1'],
    ['youhuiquan', '工单：优惠券', '/tickets?state=all&type=coupon'],
  ] as const) {
    await page.user.keyboard('{Control>}k{/Control}')
    await page.user.type(await screen.findByRole('combobox'), typed)
    await waitFor(() => expect(options().some((option) => option?.includes(name))).toBe(true), patience)
    await page.user.click(screen.getByRole('option', { name: new RegExp(name) }))
    expect(place()).toBe(address)
  }
})

test('words that say a day lead to that day of the board, also where nothing lies on it', async () => {
  page.show(
    <>
      <Place />
      <FindBox />
    </>,
    '/today',
  )
  await page.user.keyboard('{Control>}k{/Control}')
  await page.user.type(await screen.findByRole('combobox'), '2031年3月5日')
  await page.user.click(await screen.findByRole('option', { name: /席位：2031年3月5日/ }, patience))
  expect(place()).toBe('/seats?day=2031-03-05')
})
