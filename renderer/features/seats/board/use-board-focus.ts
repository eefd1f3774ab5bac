import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Instant } from '../../../../shared/contract/values.ts'
import { timeOfDay } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { putBack } from '../seats.actions.ts'
import { type Cell, type DayBoard, holderAt } from './board-layout.ts'
import { laidOn } from './board-moves.ts'
import { arriveAt, cursorNow, goesAlong, letGo, modeNow, setCursor, setMode, useBoard } from './board-store.ts'

/** Keeps the focus on the cursor's cell: when the day opens, after a popover, and when a cell gives way to a booking. */
export function useBoardFocus(grid: RefObject<HTMLElement | null>, board: DayBoard, now: Instant): void {
  const cursor = useBoard((state) => state.cursor)
  const kind = useBoard((state) => state.mode.kind)
  const lastKind = useRef(kind)
  const place = usePlace()
  const timeOf = (at: Instant) => timeOfDay(at, place)

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the day opens
  useLayoutEffect(() => {
    const carried = modeNow()
    if (goesAlong(carried)) setMode({ ...carried, to: laidOn(board, carried, timeOf) })
    else letGo()
    setCursor(firstCursor(board, now))
    arriveAt(null)
    return () => {
      const left = modeNow()
      const row = left.kind === 'carrying' ? board.slots[left.to.firstSlot] : undefined
      if (goesAlong(left) && row !== undefined) setMode({ ...left, leftAt: timeOf(row.startsAt) })
      else putBack()
    }
  }, [board.date])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a moved cursor is what this waits for
  useEffect(() => {
    const isBack = lastKind.current !== 'idle' && kind === 'idle'
    lastKind.current = kind
    const focused = document.activeElement
    const isNowhere = focused === null || focused === document.body || focused.tagName === 'MAIN'
    const isInGrid = grid.current?.contains(focused) === true
    // A booking in the hand is steered from the grid; windows over the board hold the focus themselves.
    if (kind !== 'idle' && kind !== 'carrying' && !isInGrid) return
    // Asked anew: when the day has just opened, this paint's cursor is still the one before.
    if (isBack || isNowhere || isInGrid) cellElement(grid.current, board, cursorNow())?.focus()
  }, [grid, board, cursor, kind])
}

function cellElement(grid: HTMLElement | null, board: DayBoard, cursor: Cell): HTMLElement | null {
  const slot = holderAt(board, cursor)?.firstSlot ?? cursor.slot
  return grid?.querySelector<HTMLElement>(`[data-cell="${cursor.seat}:${slot}"]`) ?? null
}

/** Where the week pointed; else the present; else the same seat and row as on the day before, to compare days. */
function firstCursor(board: DayBoard, now: Instant): Cell {
  const wanted = useBoard.getState().arriveAt
  if (wanted !== null) {
    const seat = board.seats.findIndex((each) => each.number === wanted.seatNumber)
    const slot = board.slots.findIndex((each) => each.endsAt > wanted.startsAt)
    if (seat !== -1 && slot !== -1) return { seat, slot }
  }
  const before = cursorNow()
  const seat = Math.min(before.seat, board.seats.length - 1)
  const present = board.slots.findIndex((slot) => slot.startsAt <= now && slot.endsAt > now)
  return { seat, slot: present === -1 ? Math.max(0, Math.min(before.slot, board.slots.length - 1)) : present }
}
