import { screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { Select } from './Select.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const options = [
  { value: 'coupon', label: '1  优惠券' },
  { value: 'gone', label: '2  以前的', disabled: true },
  { value: 'parcel', label: 'Parcel' },
  { value: 'policy', label: 'Policy' },
]

function Type() {
  const [value, setValue] = useState('policy')
  return <Select aria-label="类型" options={options} value={value} onChange={setValue} />
}
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: '类型' })

test('a sign typed takes the option that begins with it, where the list is open and where it is not', async () => {
  page.show(<Type />)
  await page.user.click(field())
  await page.user.keyboard('1')
  expect([field().value, field().getAttribute('aria-expanded')]).toEqual(['1  优惠券', 'false'])
  await page.user.keyboard('p')
  expect(field().value).toBe('Parcel')
})

test('pressed again it walks on through all that begin so; what is not to be had or not there changes nothing', async () => {
  page.show(<Type />)
  await page.user.click(field())
  await page.user.keyboard('{Escape}pp')
  expect(field().value).toBe('Policy')
  await page.user.keyboard('2x')
  expect(field().value).toBe('Policy')
})
