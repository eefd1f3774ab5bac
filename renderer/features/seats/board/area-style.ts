import type { CSSProperties } from 'react'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { areaOf, type DayBoard } from './board-layout.ts'

/** A place as CSS lengths of the layer; what lies on another day has none. */
export function areaStyle(board: DayBoard, span: SeatSpan | null): CSSProperties | null {
  const area = span === null ? null : areaOf(board, span)
  if (area === null) return null
  const percent = (share: number) => `${share * 100}%`
  return {
    left: percent(area.left),
    width: percent(area.width),
    top: percent(area.top),
    height: percent(area.height),
  }
}
