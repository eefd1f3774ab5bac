import type { Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef } from 'react'

/** Rows that were placed by another height, before the text size changed, are placed anew before anybody sees them. */
export function useMeasuredAnew<List extends Element, Row extends Element>(
  rows: Virtualizer<List, Row>,
  rowHeight: number,
): void {
  const measuredFor = useRef(rowHeight)
  useLayoutEffect(() => {
    if (measuredFor.current === rowHeight) return
    measuredFor.current = rowHeight
    rows.measure()
  }, [rows, rowHeight])
}
