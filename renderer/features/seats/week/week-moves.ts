import { type DayBoard, holderAt } from '../board/board-layout.ts'
import { type Arrow, arrowOf, carriedBy, cursorAfter } from '../board/board-moves.ts'
import type { CarryingMode } from '../board/board-store.ts'
import { type Carried, movedTo } from '../board/drag-geometry.ts'

/** Where the focus is in the week. `slot` null: on the heading of the day. */
export interface WeekPlace {
  day: number
  seat: number
  slot: number | null
}

export type WeekArrow = Arrow | 'previousDay' | 'nextDay'

/** With Ctrl the arrows across go a day and not a seat. */
export function weekArrowOf(event: { key: string; ctrlKey?: boolean }): WeekArrow | null {
  if (event.ctrlKey && event.key === 'ArrowLeft') return 'previousDay'
  if (event.ctrlKey && event.key === 'ArrowRight') return 'nextDay'
  return arrowOf(event)
}

/** Where the focus goes. The seats of a day follow on those of the day before; `opensAt`: the row at which a day is entered from its heading. */
export function weekStep(
  boards: readonly DayBoard[],
  at: WeekPlace,
  arrow: WeekArrow,
  opensAt: (board: DayBoard) => number,
): WeekPlace {
  const lastDay = boards.length - 1
  const dayBy = (step: number) => Math.max(0, Math.min(lastDay, at.day + step))
  const lastSeat = (day: number) => Math.max(0, (boards[day]?.seats.length ?? 1) - 1)
  const board = boards[at.day]
  if (board === undefined) return at
  switch (arrow) {
    case 'begin':
      return { day: 0, seat: 0, slot: null }
    case 'end':
      return { day: lastDay, seat: lastSeat(lastDay), slot: Math.max(0, (boards[lastDay]?.slots.length ?? 1) - 1) }
    case 'previousDay':
    case 'nextDay':
      return onDay(dayBy(arrow === 'nextDay' ? 1 : -1), at.seat)
    default:
  }
  if (at.slot === null) return fromHeading(arrow)
  const cell = { seat: at.seat, slot: at.slot }
  if (arrow === 'first') return { ...at, day: 0, seat: 0 }
  if (arrow === 'last') return onDay(lastDay, lastSeat(lastDay))
  if (arrow === 'left' && at.seat === 0) return at.day === 0 ? at : onDay(at.day - 1, lastSeat(at.day - 1))
  if (arrow === 'right' && at.seat === lastSeat(at.day)) return at.day === lastDay ? at : onDay(at.day + 1, 0)
  if (arrow === 'up' && (holderAt(board, cell)?.firstSlot ?? at.slot) === 0) return { ...at, slot: null }
  return { ...at, ...cursorAfter(board, cell, arrow) }

  function fromHeading(step: Arrow): WeekPlace {
    if (step === 'down' || step === 'pageDown') return { ...at, slot: opensAt(boards[at.day] as DayBoard) }
    const day = { left: dayBy(-1), right: dayBy(1), first: 0, last: lastDay }[step as 'left']
    return day === undefined ? at : { ...at, day }
  }

  function onDay(day: number, seat: number): WeekPlace {
    const rows = boards[day]?.slots.length ?? 1
    const slot = at.slot === null ? null : Math.min(at.slot, rows - 1)
    return { day, seat: Math.min(seat, lastSeat(day)), slot }
  }
}

/** A booking carried one step; past the last seat it lies on the first one of the next day. Null: that key carries nothing. */
export function carriedInWeek(
  boards: readonly DayBoard[],
  day: number,
  mode: CarryingMode,
  arrow: WeekArrow,
): { day: number; to: Carried } | null {
  const { placed, to } = mode
  const lastSeat = (boards[day]?.seats.length ?? 1) - 1
  if (arrow === 'previousDay' || arrow === 'nextDay') return onDay(arrow === 'nextDay' ? 1 : -1, to.seat)
  if (arrow === 'left' && to.seat === 0) return onDay(-1, Number.MAX_SAFE_INTEGER)
  if (arrow === 'right' && to.seat === lastSeat) return onDay(1, 0)
  const board = boards[day]
  const isStep = arrow === 'up' || arrow === 'down' || arrow === 'left' || arrow === 'right'
  return board === undefined || !isStep ? null : { day, ...carriedBy(board, mode, arrow, false) }

  function onDay(step: number, seat: number) {
    const board = boards[day + step]
    return board === undefined ? null : { day: day + step, to: movedTo(board, placed, { ...to, seat }) }
  }
}
