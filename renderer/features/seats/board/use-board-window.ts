import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Instant } from '../../../../shared/contract/values.ts'
import { useTextScale } from '../../../lib/appearance.ts'
import { wallTime } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import type { Cell, DayBoard } from './board-layout.ts'
import { cursorNow, wantedNow } from './board-store.ts'
import { type BoardWindow, type CellSize, covers, type View, windowOf, windowSeen } from './board-window.ts'
import { arrivalCell } from './opening.ts'

/** The least size of a cell at text size 100 %, as in DayBoard.module.css: with it the first drawing is never too small. */
const LEAST_CELL = { cellWidth: 92, cellHeight: 24 }
const ROWS_BEFORE = 2
const AFTER_PAINT_MS = 100
/** What stands around the cells at least: rail, headings, times. With less room reckoned than there is, all of it is drawn twice. */
const AROUND = { width: 130, height: 130 }

/**
 * Follows the scrolled box: which cells are in the document. `keep` draws the cursor's cell, wherever it is. `look` is for whoever
 * scrolls, and for after each drawing.
 */
export function useBoardWindow(
  scroller: RefObject<HTMLElement | null>,
  layer: RefObject<HTMLElement | null>,
  board: DayBoard,
  now: Instant,
) {
  const place = usePlace()
  const scale = useTextScale()
  const [drawn, setDrawn] = useState<{ window: BoardWindow; kept: Cell; cell: CellSize }>(() => {
    const opensAt = arrivalCell(board, now, wantedNow(), cursorNow().seat, (at) => wallTime(at, place))
    return { window: windowSeen(board, firstView(opensAt, leastCell(scale))), kept: opensAt, cell: leastCell(scale) }
  })
  const openedTop = useRef<number | null>(null)
  const look = () => {
    const view = viewOf(scroller.current, layer.current, board)
    if (view === null) return
    const cell = hasSize(view) ? sizeOf(view) : drawn.cell
    const isSameSize = cell.cellWidth === drawn.cell.cellWidth && cell.cellHeight === drawn.cell.cellHeight
    if (isSameSize && covers(board, drawn.window, view)) return
    setDrawn({ window: windowOf(board, view), kept: cursorNow(), cell })
  }
  // What is seen was drawn first; what scrolling will show comes when it is painted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, after the first painting
  useEffect(() => {
    const soon = setTimeout(() => {
      const view = viewOf(scroller.current, layer.current, board)
      if (view !== null) setDrawn((before) => ({ ...before, window: windowOf(board, view) }))
    }, AFTER_PAINT_MS)
    return () => clearTimeout(soon)
  }, [])
  useLayoutEffect(() => {
    window.addEventListener('resize', look)
    return () => window.removeEventListener('resize', look)
  })
  // What fits into a cell is told by its size at text size 100 %.
  const cell = useMemo(
    () => ({ cellWidth: drawn.cell.cellWidth / scale, cellHeight: drawn.cell.cellHeight / scale }),
    [drawn.cell, scale],
  )
  return {
    ...drawn,
    cell,
    look,
    keep: () => setDrawn((before) => ({ ...before, kept: cursorNow() })),
    /** Brings a row near the top, with what was just before it above. */
    openAt: (row: number) => {
      const view = viewOf(scroller.current, layer.current, board)
      if (scroller.current === null || view === null) return
      scroller.current.scrollTop = Math.max(0, row - ROWS_BEFORE) * view.cellHeight
      openedTop.current = scroller.current.scrollTop
    },
    /** Nobody scrolled since it was opened at a row. */
    isAsOpened: () => scroller.current?.scrollTop === openedTop.current,
  }
}

const leastCell = (scale: number): CellSize => ({
  cellWidth: LEAST_CELL.cellWidth * scale,
  cellHeight: LEAST_CELL.cellHeight * scale,
})

/** Before anything is measured: a window's worth of the smallest cells. */
const firstView = ({ seat, slot }: Cell, cell: CellSize): View => ({
  left: seat * cell.cellWidth,
  top: Math.max(0, slot - ROWS_BEFORE) * cell.cellHeight,
  width: window.innerWidth - AROUND.width,
  height: window.innerHeight - AROUND.height,
  ...cell,
})

const hasSize = ({ cellWidth, cellHeight }: View): boolean => cellWidth > 0 && cellHeight > 0
const sizeOf = ({ cellWidth, cellHeight }: View): CellSize => ({
  cellWidth: Math.round(cellWidth),
  cellHeight: Math.round(cellHeight),
})

function viewOf(scroller: HTMLElement | null, layer: HTMLElement | null, board: DayBoard): View | null {
  if (scroller === null || layer === null) return null
  return {
    left: scroller.scrollLeft,
    top: scroller.scrollTop,
    width: scroller.clientWidth,
    height: scroller.clientHeight,
    cellWidth: layer.offsetWidth / board.seats.length,
    cellHeight: layer.offsetHeight / Math.max(1, board.slots.length),
  }
}
