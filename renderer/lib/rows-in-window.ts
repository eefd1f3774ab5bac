import { useTextSize } from './appearance.ts'

/**
 * No more rows of this height than the window has room for: what lies below is drawn after what can be seen. `abovePx`: what stands above
 * and below them at least. Both at the usual text size; smaller text leaves room for more.
 */
export const rowsInWindow = (rowHeightPx: number, abovePx: number): number => {
  const { percent } = useTextSize.getState()
  return Math.max(1, Math.ceil((innerHeight * 100) / percent / rowHeightPx - abovePx / rowHeightPx))
}
