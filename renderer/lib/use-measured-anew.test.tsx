import { useVirtualizer } from '@tanstack/react-virtual'
import { render } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { drawAt } from './appearance.ts'
import { rowsInWindow } from './rows-in-window.ts'
import { useMeasuredAnew } from './use-measured-anew.ts'

function Rows({ height }: { height: number }) {
  const rows = useVirtualizer({
    ...{ count: 20, getScrollElement: () => null, estimateSize: () => height },
    initialRect: { width: 100, height: 2_000 },
  })
  useMeasuredAnew(rows, height)
  return <output>{rows.getTotalSize()}</output>
}

test('rows of another height are placed by it at once', () => {
  const { container, rerender } = render(<Rows height={37} />)
  expect(container.textContent).toBe('740')
  rerender(<Rows height={74} />)
  expect(container.textContent).toBe('1480')
})

test.each([
  [90, 23],
  [100, 20],
  [130, 16],
] as const)('at a text size of %i percent the window has room for %i rows', (percent, count) => {
  onTestFinished(() => drawAt(100))
  drawAt(percent)
  expect(rowsInWindow(innerHeight / 20, 0)).toBe(count)
})
