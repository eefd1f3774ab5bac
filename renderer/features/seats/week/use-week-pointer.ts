import { type MouseEvent, type PointerEvent, type RefObject, useRef, useState } from 'react'
import type { Instant } from '../../../../shared/contract/values.ts'
import {
  type DayBoard,
  earliestFor,
  freeRange,
  holderAt,
  isFree,
  type PlacedBooking,
  spanOf,
} from '../board/board-layout.ts'
import { arriveAt } from '../board/board-store.ts'
import { hasStarted, isOver } from '../board/cell-names.ts'
import {
  type Carried,
  carriedTo,
  isDrag,
  isOutOfWindow,
  isUnmoved,
  landingOf,
  lifted,
  type Point,
} from '../board/drag-geometry.ts'
import { moveInWeek } from './move-in-week.ts'
import { placeUnder } from './place-under.ts'

interface Press {
  at: Point
  board: DayBoard
  seat: number
  slot: number
  /** Null: the press began on a free place. */
  placed: PlacedBooking | null
}

/** What is drawn over the week: where a booking is carried to, or the range to be booked. */
export interface WeekDrag {
  board: DayBoard
  placed: PlacedBooking | null
  seat: number
  from: number
  end: number
}

/** Carries a booking to any place of the week, or draws a range to book; a press without a drag opens its day. */
export function useWeekPointer(
  list: RefObject<HTMLElement | null>,
  boards: readonly DayBoard[],
  { now, onOpenDay }: { now: Instant; onOpenDay: (day: string) => void },
) {
  const press = useRef<Press | null>(null)
  const wasDrag = useRef(false)
  const [drag, setDrag] = useState<WeekDrag | null>(null)

  return {
    drag,
    /** False when nothing was in the hand. */
    letGo: () => {
      press.current = null
      wasDrag.current = drag !== null
      setDrag(null)
      return drag !== null
    },
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        wasDrag.current = false
        // A finger scrolls; it opens by a tap.
        if (event.button !== 0 || event.pointerType === 'touch') return
        const under = placeUnder(list.current, boards, pointOf(event))
        if (under === null || !under.isInside) return
        const { board, seat, slot } = under
        const placed = holderAt(board, under) ?? null
        const canBegin =
          placed === null
            ? isFree(board, { seat, slot }, earliestFor(now, board))
            : !isOver(placed.booking, now) && !hasStarted(placed.booking, now)
        if (canBegin) press.current = { at: pointOf(event), board, seat, slot, placed }
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const begun = press.current
        if (begun === null || (drag === null && !isDrag(begun.at, pointOf(event)))) return
        if (drag === null) event.currentTarget.setPointerCapture?.(event.pointerId)
        if (begun.placed !== null && isOutOfWindow(pointOf(event))) return setDrag(atHome(begun.board, begun.placed))
        const under = placeUnder(list.current, boards, pointOf(event))
        if (under !== null) setDrag(begun.placed === null ? drawn(begun, under) : carried(begun, begun.placed, under))
      },
      onPointerUp() {
        const begun = press.current
        press.current = null
        setDrag(null)
        if (begun === null || drag === null) return
        wasDrag.current = true
        if (drag.placed === null) return ask(drag)
        const to = carriedOf(drag)
        const place = landingOf(drag.board, drag.placed.booking, to, 'move')
        const isBack = drag.board.date === begun.board.date && isUnmoved(drag.board, drag.placed, 'move', to)
        if (place !== null && !isBack) void moveInWeek(drag.placed.booking, place)
      },
      onPointerCancel() {
        press.current = null
        setDrag(null)
      },
      /** The press that ended a drag is no press on a day. */
      onClickCapture(event: MouseEvent) {
        if (!wasDrag.current) return
        wasDrag.current = false
        event.stopPropagation()
      },
    },
  }

  function ask({ board, seat, from, end }: WeekDrag) {
    const place = spanOf(board, seat, from, end)
    if (place === null) return
    arriveAt({ seatId: place.seatId, startsAt: place.startsAt, ask: place })
    onOpenDay(board.date)
  }

  function drawn({ board, seat, slot }: Press, under: { board: DayBoard; slot: number }): WeekDrag {
    const range = freeRange(
      board,
      seat,
      slot,
      under.board.date === board.date ? under.slot : slot,
      earliestFor(now, board),
    )
    return { board, placed: null, seat, ...range }
  }

  function carried(begun: Press, placed: PlacedBooking, under: { board: DayBoard; seat: number; slot: number }) {
    const to = carriedTo(under.board, placed, begun.slot, under)
    return { board: under.board, placed, seat: to.seat, from: to.firstSlot, end: to.firstSlot + to.length }
  }
}

/** Where it was taken up. */
function atHome(board: DayBoard, placed: PlacedBooking): WeekDrag {
  const { seat, firstSlot, length } = lifted(board, placed)
  return { board, placed, seat, from: firstSlot, end: firstSlot + length }
}

const pointOf = (event: PointerEvent): Point => ({ x: event.clientX, y: event.clientY })
const carriedOf = ({ seat, from, end }: WeekDrag): Carried => ({ seat, firstSlot: from, length: end - from })
