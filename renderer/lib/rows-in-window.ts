import { useTextSize } from './appearance.ts'

/**
 * No more rows of this height than the window has room for: what lies below is drawn after what can be seen. `rowHeightPx`: at the usual text
 * size; smaller text leaves room for more.
 */
export const rowsInWindow = (rowHeightPx: number): number =>
  Math.ceil((innerHeight * 100) / (rowHeightPx * useTextSize.getState().percent))
