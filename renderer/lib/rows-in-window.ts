import { useDeferredValue } from 'react'
import { useTextSize } from './appearance.ts'

/**
 * No more rows of this height than the window has room for: what lies below is drawn after what can be seen. `abovePx`: what stands above
 * and below them at least. Both at the usual text size; smaller text leaves room for more.
 */
export const rowsInWindow = (rowHeightPx: number, abovePx: number): number => {
  const { percent } = useTextSize.getState()
  return Math.max(1, Math.ceil((innerHeight * 100) / percent / rowHeightPx - abovePx / rowHeightPx))
}

/** A list that is all in the page is drawn with the rows of the window first, down to `downTo`, where somebody left it; the others come once these are seen. */
export function useWindowFirst<Row>(
  rows: readonly Row[],
  rowHeightPx: number,
  abovePx: number,
  downTo = -1,
): readonly Row[] {
  const isFirst = useDeferredValue(false, true)
  return isFirst ? rows.slice(0, Math.max(rowsInWindow(rowHeightPx, abovePx), downTo + 1)) : rows
}
