import { act, screen } from '@testing-library/react'
import { useRef, useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { patience } from '../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { speak } from '../lib/i18n.ts'
import { DateField, type FieldToGoTo } from './DateField.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => {
  vi.useRealTimers()
  speak('zh')
  page.close()
})

function Day() {
  const [day, setDay] = useState<string | null>(null)
  return (
    <>
      <DateField label="日子" value={day} onChange={setDay} />
      <button type="button">别处</button>
    </>
  )
}

test('half a date stays as it is typed when the language changes, and the calendar speaks it once it is opened again', async () => {
  page.show(<Day />)
  const field = screen.getByLabelText<HTMLInputElement>('日子')
  await page.user.type(field, '2026-0')
  act(() => speak('en'))
  expect(field.value).toBe('2026-0')
  await page.user.type(field, '3-05')
  expect(field.value).toBe('2026-03-05')
  await page.user.click(screen.getByRole('button', { name: '别处' }))
  await page.user.click(field)
  await screen.findByText('March 2026', {}, patience)
})

test.each([
  ['12-5', '2026-12-05'],
  ['2-3', '2027-02-03'],
  ['下周三', '2026-11-25'],
])('a day is typed as one says it: on Saturday, 2026-11-21, «%s» is %s', async (words, day) => {
  vi.useFakeTimers({ now: Date.parse('2026-11-21T10:00:00+08:00'), toFake: ['Date'] })
  page.show(<Day />)
  const field = screen.getByLabelText<HTMLInputElement>('日子')
  await page.user.type(field, words)
  await page.user.click(screen.getByRole('button', { name: '别处' }))
  expect(field.value).toBe(day)
})

test('what empties it says so, and of which field', async () => {
  page.show(<Day />)
  await page.user.type(screen.getByLabelText('日子'), '2026-03-05')
  await page.user.click(screen.getByRole('button', { name: /日子/ }))
  expect(screen.getByLabelText<HTMLInputElement>('日子').value).toBe('')
})

test('a form that is sent from the field is seen with what it says: its calendar is out of the way until somebody goes on typing', async () => {
  page.show(<Day />)
  const calendar = () => document.querySelector('table')
  const field = screen.getByLabelText<HTMLInputElement>('日子')
  await page.user.type(field, '2026-03-05')
  await vi.waitFor(() => expect(calendar()).not.toBeNull(), patience)
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect(calendar()).toBeNull()
  expect(document.activeElement).toBe(field)
  await page.user.type(field, '{Backspace}6')
  await vi.waitFor(() => expect(calendar()).not.toBeNull(), patience)
})

function Asked() {
  const [day, setDay] = useState<string | null>(null)
  const field = useRef<FieldToGoTo>(null)
  return (
    <>
      <DateField ref={field} isAskedFor={day === null} label="日子" value={day} onChange={setDay} />
      <button type="button" onClick={() => field.current?.focus()}>
        保存
      </button>
    </>
  )
}

test('a form that asks for the day leads to it, with the calendar out of the way of what it says', async () => {
  page.show(<Asked />)
  const calendar = () => document.querySelector('table')
  const field = screen.getByLabelText<HTMLInputElement>('日子')
  await page.user.click(screen.getByRole('button', { name: '保存' }))
  expect(document.activeElement).toBe(field)
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(calendar()).toBeNull()
  await page.user.keyboard('2026-03-05')
  expect(field.value).toBe('2026-03-05')
  expect(field.getAttribute('aria-invalid')).toBeNull()
  await vi.waitFor(() => expect(calendar()).not.toBeNull(), patience)
})
