import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { startTexts } from '../lib/i18n.ts'
import { DayPicker } from './DayPicker.tsx'

startTexts('zh')

function focusedDay(): string | undefined {
  return document.activeElement instanceof HTMLElement ? document.activeElement.dataset.day : undefined
}

test('keys walk from month to month, and Enter takes the day', async () => {
  const onChange = vi.fn()
  render(<DayPicker value="2026-11-26" onChange={onChange} />, { wrapper: MantineProvider })
  screen.getByLabelText(/11月26日 周四$/).focus()
  const user = userEvent.setup()
  const walked = []
  for (const key of ['ArrowDown', 'ArrowLeft', 'ArrowUp', 'PageDown', 'PageUp', 'ArrowDown']) {
    await user.keyboard(`{${key}}`)
    walked.push(focusedDay())
  }
  expect(walked).toEqual(['2026-12-03', '2026-12-02', '2026-11-25', '2026-12-25', '2026-11-25', '2026-12-02'])
  // A dialog gives the focus to its first control a moment late: somebody fast has walked on by then.
  expect(document.querySelector<HTMLElement>('[data-autofocus]')?.dataset.day).toBe('2026-12-02')
  await user.keyboard('{Enter}')
  expect(onChange).toHaveBeenCalledExactlyOnceWith('2026-12-02')
})
