import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { NumberField } from './NumberField.tsx'

function Minutes() {
  const [minutes, setMinutes] = useState<number | null>(30)
  return <NumberField label="minutes" value={minutes} onChange={setMinutes} />
}

test('letters over a selected number leave it, digits replace it', async () => {
  render(<Minutes />, { wrapper: MantineProvider })
  const field = screen.getByLabelText<HTMLInputElement>('minutes')
  const user = userEvent.setup()
  await user.click(field)
  for (const [typed, stands] of [
    ['abc', '30'],
    ['45', '45'],
  ] as const) {
    field.select()
    await user.keyboard(typed)
    expect(field.value).toBe(stands)
  }
})
