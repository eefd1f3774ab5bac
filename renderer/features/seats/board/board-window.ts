import { type Cell, type DayBoard, holderAt, type PlacedBooking } from './board-layout.ts'

/** A rectangle of cells: from the first to before the end. */
export interface BoardWindow {
  firstSlot: number
  endSlot: number
  firstSeat: number
  endSeat: number
}

export interface CellSize {
  cellWidth: number
  cellHeight: number
}

/** What of the scrolled board can be seen, in pixels from its first cell, and how large a cell is. */
export interface View extends CellSize {
  left: number
  top: number
  width: number
  height: number
}

/** Drawn beyond the edge of what is seen, so that scrolling shows cells and not ground. */
const MARGIN: Reach = { slots: 8, seats: 4 }
/** Comes the seen part as near as this to the edge of what is drawn, the window moves on. */
const GUARD: Reach = { slots: 2, seats: 1 }

interface Reach {
  slots: number
  seats: number
}

type Size = Pick<DayBoard, 'seats' | 'slots'>

export const wholeBoard = (board: Size): BoardWindow => ({
  firstSlot: 0,
  endSlot: board.slots.length,
  firstSeat: 0,
  endSeat: board.seats.length,
})

/** The cells to draw first: what is seen. */
export const windowSeen = (board: Size, view: View): BoardWindow => seen(board, view, GUARD)

/** The cells to draw. Without a size (a page that is not painted) all of them. */
export const windowOf = (board: Size, view: View): BoardWindow => seen(board, view, MARGIN)

/** Whether what is drawn is enough for what can be seen. */
export function covers(board: Size, drawn: BoardWindow, view: View): boolean {
  const needed = seen(board, view, GUARD)
  return (
    drawn.firstSlot <= needed.firstSlot &&
    drawn.endSlot >= needed.endSlot &&
    drawn.firstSeat <= needed.firstSeat &&
    drawn.endSeat >= needed.endSeat
  )
}

function seen(board: Size, view: View, reach: Reach): BoardWindow {
  if (view.cellWidth === 0 || view.cellHeight === 0) return wholeBoard(board)
  return {
    firstSlot: Math.max(0, Math.floor(view.top / view.cellHeight) - reach.slots),
    endSlot: Math.min(board.slots.length, Math.ceil((view.top + view.height) / view.cellHeight) + reach.slots),
    firstSeat: Math.max(0, Math.floor(view.left / view.cellWidth) - reach.seats),
    endSeat: Math.min(board.seats.length, Math.ceil((view.left + view.width) / view.cellWidth) + reach.seats),
  }
}

export interface DrawnRow {
  slot: number
  /** Free slots and bookings that begin here, by seat. */
  cells: readonly { seat: number; placed: PlacedBooking | undefined }[]
}

/**
 * The rows in the document: those of the window, the beginnings of bookings that reach into it from above, and the cell with the
 * focus wherever it is, since keys go to what has the focus.
 */
export function drawnRows(board: DayBoard, window: BoardWindow, kept: Cell): DrawnRow[] {
  const rows = new Map<number, Map<number, PlacedBooking | undefined>>()
  const draw = (seat: number, slot: number) => {
    const placed = holderAt(board, { seat, slot })
    const row = placed?.firstSlot ?? slot
    const cells = rows.get(row) ?? new Map<number, PlacedBooking | undefined>()
    rows.set(row, cells.set(seat, placed))
  }
  for (let slot = window.firstSlot; slot < Math.min(window.endSlot, board.slots.length); slot += 1) {
    rows.set(slot, rows.get(slot) ?? new Map())
    for (let seat = window.firstSeat; seat < Math.min(window.endSeat, board.seats.length); seat += 1) draw(seat, slot)
  }
  if (kept.seat < board.seats.length && kept.slot < board.slots.length) draw(kept.seat, kept.slot)
  const ordered = [...rows].sort(([a], [b]) => a - b)
  return ordered.map(([slot, cells]) => ({
    slot,
    cells: [...cells].sort(([a], [b]) => a - b).map(([seat, placed]) => ({ seat, placed })),
  }))
}
