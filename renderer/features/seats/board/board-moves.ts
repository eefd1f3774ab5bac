import type { Instant } from '../../../../shared/contract/values.ts'
import { type Cell, type DayBoard, freeRange, holderAt, isFree, type PlacedBooking } from './board-layout.ts'
import type { CarryingMode, Mode } from './board-store.ts'
import { type Carried, endStepped, movedTo, resizedTo } from './drag-geometry.ts'
import { rowAtTime } from './opening.ts'

export type Arrow = 'up' | 'down' | 'left' | 'right' | 'first' | 'last' | 'pageUp' | 'pageDown' | 'begin' | 'end'

const ARROWS: Readonly<Record<string, Arrow>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
}

/** With Ctrl, Home and End go to the corners of the whole board; another key with it is no step. */
export function arrowOf({ key, ctrlKey = false }: { key: string; ctrlKey?: boolean }): Arrow | null {
  if (ctrlKey) return key === 'Home' ? 'begin' : key === 'End' ? 'end' : null
  return ARROWS[key] ?? null
}

const PAGE_SLOTS = 6

/** Where the cursor goes: a booking counts as one cell up and down; at an edge it stays. */
export function cursorAfter(board: DayBoard, { seat, slot }: Cell, arrow: Arrow): Cell {
  const placed = holderAt(board, { seat, slot })
  const lastSeat = board.seats.length - 1
  const lastSlot = board.slots.length - 1
  switch (arrow) {
    case 'up':
      return { seat, slot: upTo((placed?.firstSlot ?? slot) - 1, slot) }
    case 'down':
      return { seat, slot: upTo(placed?.endSlot ?? slot + 1, slot) }
    case 'left':
      return { seat: Math.max(0, seat - 1), slot }
    case 'right':
      return { seat: Math.min(lastSeat, seat + 1), slot }
    case 'first':
      return { seat: 0, slot }
    case 'last':
      return { seat: lastSeat, slot }
    case 'begin':
      return { seat: 0, slot: 0 }
    case 'end':
      return { seat: lastSeat, slot: lastSlot }
    case 'pageUp':
      return { seat, slot: Math.max(0, slot - PAGE_SLOTS) }
    case 'pageDown':
      return { seat, slot: Math.min(lastSlot, slot + PAGE_SLOTS) }
  }

  function upTo(wanted: number, stay: number): number {
    return wanted < 0 || wanted > lastSlot ? stay : wanted
  }
}

/** A booking carried one step; with Shift, or when its end edge is in the hand, the end alone moves: `between`: also to these, between two rows. */
export function carriedBy(
  board: DayBoard,
  { placed, act, to }: { placed: PlacedBooking; act: 'move' | 'resize'; to: Carried },
  arrow: Arrow,
  isShift: boolean,
  between: readonly Instant[] = [],
): { to: Carried } {
  const down = arrow === 'down' ? 1 : arrow === 'up' ? -1 : 0
  const right = arrow === 'right' ? 1 : arrow === 'left' ? -1 : 0
  if (act === 'resize' && between.length > 0) return { to: endStepped(board, placed.booking, to, down, between) }
  if (act === 'resize' || isShift) return { to: resizedTo(board, to, to.firstSlot + to.length + down) }
  return { to: movedTo(board, placed, { ...to, seat: to.seat + right, firstSlot: to.firstSlot + down }) }
}

/** What is carried, laid on the board of another day: on its seat, at its time of day where that day has such a row. */
export function laidOn(
  board: DayBoard,
  { placed, to, leftAt }: CarryingMode,
  timeOf: (at: Instant) => string,
): Carried {
  const row = leftAt === undefined ? -1 : rowAtTime(board, leftAt, timeOf)
  return movedTo(board, placed, row === -1 ? to : { ...to, firstSlot: row })
}

/** The range drawn by Shift and an arrow; null where nothing can be drawn. */
export function extendedBy(
  board: DayBoard,
  mode: Mode,
  cursor: Cell,
  arrow: 'up' | 'down',
  earliest: Instant,
): Mode | null {
  const isGoingOn = mode.kind === 'selecting' && mode.by === 'keys'
  if (!isGoingOn && !isFree(board, cursor, earliest)) return null
  const { seat, anchor, from, end } = isGoingOn
    ? mode
    : { seat: cursor.seat, anchor: cursor.slot, from: cursor.slot, end: cursor.slot + 1 }
  const head = from < anchor ? from : end - 1
  const range = freeRange(board, seat, anchor, head + (arrow === 'down' ? 1 : -1), earliest)
  return { kind: 'selecting', seat, anchor, ...range, by: 'keys' }
}
