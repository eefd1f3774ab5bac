import { type FocusEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { timeOfDay } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { isNowhere } from '../../../ui/focus.ts'
import { putBack } from '../seats.actions.ts'
import { type Cell, type DayBoard, holderAt } from './board-layout.ts'
import { laidOn } from './board-moves.ts'
import {
  arriveAt,
  cursorNow,
  goesAlong,
  letGo,
  modeNow,
  setCursor,
  setMode,
  useBoard,
  wantedNow,
} from './board-store.ts'
import { arrivalCell, rowAtTime } from './opening.ts'

/**
 * Keeps the focus on the cursor's cell: when the day opens, after a popover, and when a cell gives way to a booking. An arrow
 * moves it in the document alone, without drawing the board anew; `keep` draws a cell that is not there yet.
 */
export function useBoardFocus(
  grid: RefObject<HTMLElement | null>,
  board: DayBoard,
  now: Instant,
  {
    kept,
    keep,
    openAt,
    isAsOpened,
  }: { kept: Cell; keep: () => void; openAt: (row: number) => void; isAsOpened: () => boolean },
): void {
  const kind = useBoard((state) => state.mode.kind)
  const lastKind = useRef(kind)
  const shown = useRef<DayBoard | null>(null)
  const latest = useRef(board)
  const openedAt = useRef<Cell | null>(null)
  const place = usePlace()
  const timeOf = (at: Instant) => timeOfDay(at, place)

  // Before the cursor is set on another day: whoever hears of it must not look at the bookings of the day before.
  useLayoutEffect(() => {
    latest.current = board
  }, [board])

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the day opens
  useLayoutEffect(() => {
    const carried = modeNow()
    if (goesAlong(carried)) setMode({ ...carried, to: laidOn(board, carried, timeOf) })
    else letGo()
    const isPresent = board.slots.some((slot) => slot.startsAt <= now && slot.endsAt > now)
    const isLeftAlone = cursorNow() === openedAt.current && isAsOpened()
    // Where somebody went, the same seat and time stay from day to day, to compare; else the day opens where they pointed, or by itself.
    if (shown.current !== null && wantedNow() === null && !isPresent && !isLeftAlone)
      setCursor(sameTime(board, shown.current, timeOf))
    else open()
    return () => {
      const left = modeNow()
      const row = left.kind === 'carrying' ? shown.current?.slots[left.to.firstSlot] : undefined
      if (goesAlong(left) && row !== undefined) setMode({ ...left, leftAt: timeOf(row.startsAt) })
      else putBack()
    }
  }, [board.date])

  // The same day, read now or with other rows: it opens by its bookings, or the cursor stays at its time if it was moved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the board changes
  useLayoutEffect(() => {
    const before = shown.current
    if (before?.date === board.date) {
      if (!before.isRead && board.isRead && cursorNow() === openedAt.current) open()
      else setCursor(sameTime(board, before, timeOf))
    }
    shown.current = board
    if (board.isRead) arriveAt(null)
  }, [board])

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when one of these changed
  useEffect(() => {
    const isBack = lastKind.current !== 'idle' && kind === 'idle'
    lastKind.current = kind
    focusCursor(grid.current, board, isBack)
  }, [grid, board, kind, kept])

  function open() {
    const wanted = wantedNow()
    const cell = arrivalCell(board, now, wanted, cursorNow().seat, timeOf)
    openedAt.current = cell
    openAt(cell.slot)
    setCursor(cell)
    if (wanted?.ask !== undefined && board.isRead) setMode({ kind: 'asking', place: wanted.ask })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: `keep` does the same each time
  useEffect(
    () =>
      useBoard.subscribe(({ cursor, arriveAt: wanted }, before) => {
        // Pointed at on the day that is open already, from the box that finds everything.
        if (wanted !== null && wanted !== before.arriveAt && isOn(board, wanted)) {
          open()
          arriveAt(null)
          if (!focusCursor(grid.current, board, true)) keep()
          return
        }
        if (cursor !== before.cursor && !focusCursor(grid.current, latest.current)) keep()
      }),
    [grid, board],
  )
}

const isOn = ({ seats, slots }: DayBoard, { seatId, startsAt }: { seatId: Id | null; startsAt: Instant }): boolean =>
  (seatId === null || seats.some(({ id }) => id === seatId)) &&
  startsAt >= (slots[0]?.startsAt ?? startsAt) &&
  startsAt < (slots.at(-1)?.endsAt ?? '')

/**
 * The cursor goes where the focus went by other ways than its keys (a screen reader takes the focus along as it reads):
 * Delete must never act on another booking than the one that has it.
 */
export function followFocus(board: DayBoard, { target }: FocusEvent<HTMLElement>): void {
  const [seat, slot] = (target.dataset.cell ?? '').split(':').map(Number)
  if (seat === undefined || slot === undefined || modeNow().kind !== 'idle') return
  const cursor = cursorNow()
  const heldFrom = holderAt(board, cursor)?.firstSlot ?? cursor.slot
  if (cursor.seat !== seat || heldFrom !== slot) setCursor({ seat, slot })
}

/** False when the cursor's cell is not in the document. */
function focusCursor(grid: HTMLElement | null, board: DayBoard, isBack = false): boolean {
  const cell = cellElement(grid, board, cursorNow())
  if (grid === null || cell === null) return false
  for (const other of grid.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]')) other.tabIndex = -1
  cell.tabIndex = 0
  const { kind } = modeNow()
  const focused = document.activeElement
  const isInGrid = grid.contains(focused)
  // A booking in the hand is steered from the grid; windows over the board hold the focus themselves.
  if (kind !== 'idle' && kind !== 'carrying' && !isInGrid) return true
  // One that stands over a smaller one which just went, as the question why does.
  if (focused?.closest('[role=dialog]') != null) return true
  if (focused !== cell && (isBack || isNowhere(focused) || isInGrid)) cell.focus()
  return true
}

function cellElement(grid: HTMLElement | null, board: DayBoard, cursor: Cell): HTMLElement | null {
  const slot = holderAt(board, cursor)?.firstSlot ?? cursor.slot
  return grid?.querySelector<HTMLElement>(`[data-cell="${cursor.seat}:${slot}"]`) ?? null
}

function sameTime(board: DayBoard, before: DayBoard, timeOf: (at: Instant) => string): Cell {
  const cursor = cursorNow()
  const startsAt = before.slots[cursor.slot]?.startsAt
  const row = startsAt === undefined ? -1 : rowAtTime(board, timeOf(startsAt), timeOf)
  const slot = row === -1 ? Math.min(cursor.slot, board.slots.length - 1) : row
  const next = { seat: Math.max(0, Math.min(cursor.seat, board.seats.length - 1)), slot: Math.max(0, slot) }
  return next.seat === cursor.seat && next.slot === cursor.slot ? cursor : next
}
