import { MantineProvider } from '@mantine/core'
import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { NumberField } from './NumberField.tsx'

function Minutes({ onChange }: { onChange: (value: number | null) => void }) {
  const [minutes, setMinutes] = useState<number | null>(30)
  const change = (value: number | null) => {
    setMinutes(value)
    onChange(value)
  }
  return (
    <>
      <NumberField label="minutes" value={minutes} min={0} max={40} step={5} onChange={change} />
      <button type="button" onClick={() => change(20)}>
        twenty
      </button>
    </>
  )
}

function show() {
  let said: number | null = 30
  render(<Minutes onChange={(value) => (said = value)} />, { wrapper: MantineProvider })
  const field = screen.getByLabelText<HTMLInputElement>('minutes')
  return { field, user: userEvent.setup(), said: () => said }
}

test.each([
  ['45', 45],
  ['-1', -1],
  ['1e3', Number.NaN],
  ['1.5', 1.5],
  ['1,000', Number.NaN],
  ['abc', Number.NaN],
])('«%s» stays as it was typed, and is no other number', async (typed, number) => {
  const { field, user, said } = show()
  await user.clear(field)
  await user.type(field, typed)
  expect([field.value, said()]).toEqual([typed, number])
  // Of 40 at most.
  expect(field.getAttribute('aria-invalid')).toBe(Number.isNaN(number) || number > 40 ? 'true' : null)
})

test('arrows count within the range, and from what is typed', async () => {
  const { field, user, said } = show()
  await user.click(field)
  await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}')
  expect([field.value, said()]).toEqual(['40', 40])
  await user.clear(field)
  expect(said()).toBeNull()
  await user.keyboard('7{ArrowDown}')
  expect([field.value, said()]).toEqual(['2', 2])
})

test('arrows of an input method walk its candidates, and with Shift they select', async () => {
  const { field, user, said } = show()
  await user.click(field)
  fireEvent.keyDown(field, { key: 'ArrowDown', isComposing: true })
  fireEvent.keyDown(field, { key: 'ArrowUp', keyCode: 229 })
  expect(fireEvent.keyDown(field, { key: 'ArrowUp', shiftKey: true })).toBe(true)
  expect([field.value, said()]).toEqual(['30', 30])
})

test('what comes from elsewhere takes the place of what was typed', async () => {
  const { field, user } = show()
  await user.clear(field)
  await user.type(field, 'ab')
  await user.click(screen.getByRole('button', { name: 'twenty' }))
  expect(field.value).toBe('20')
})
