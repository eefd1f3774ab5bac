import type { DayBoard } from '../board/board-layout.ts'
import { cellAt, type Point } from '../board/drag-geometry.ts'

export interface PlaceUnder {
  board: DayBoard
  /** Of its day, as it is drawn. */
  picture: Element
  isInside: boolean
  seat: number
  slot: number
}

/** The day of the week nearest to a point, and the place in it. */
export function placeUnder(list: Element | null, boards: readonly DayBoard[], { x, y }: Point): PlaceUnder | null {
  for (const board of boards) {
    const picture = list?.querySelector(`[data-day="${board.date}"] [data-picture]`)
    const frame = picture?.getBoundingClientRect()
    if (!picture || frame === undefined || frame.width === 0 || (x > frame.right && board !== boards.at(-1))) continue
    const isInside = x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom
    return { board, picture, isInside, ...cellAt({ x, y }, frame, board) }
  }
  return null
}
