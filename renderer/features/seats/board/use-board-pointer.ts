import { type PointerEvent, type RefObject, useRef } from 'react'
import type { Instant } from '../../../../shared/contract/values.ts'
import { useMay } from '../../../lib/may.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useTellDrawn } from '../draw/use-tell-drawn.ts'
import { choose } from '../swap/swap.actions.ts'
import { pickedFirst } from '../swap/swap-pick.ts'
import { askToWaitFor } from '../waitlist/asked-wait.ts'
import { drop } from './board-acts.ts'
import { type Cell, type DayBoard, freeRange, heldAt, isFree, type PlacedBooking, spanOf } from './board-layout.ts'
import { letGo, modeNow, setCursor, setMode } from './board-store.ts'
import { hasStarted, isOver } from './cell-names.ts'
import {
  carriedTo,
  cellAt,
  endDrawnTo,
  endsBetween,
  isDrag,
  isOutOfWindow,
  landingOf,
  lifted,
  momentAt,
  type Point,
  resizedTo,
} from './drag-geometry.ts'

interface Press {
  at: Point
  cell: Cell
  /** Null: the press began on a free cell. */
  placed: PlacedBooking | null
  act: 'move' | 'resize'
  /** Something was drawn or taken into the hand. */
  hasBegun: boolean
}

/** Esc put down what this press had in the hand: what follows of the press does nothing. */
const isEnded = ({ hasBegun }: Press): boolean => {
  const { kind } = modeNow()
  return hasBegun && kind !== 'selecting' && kind !== 'carrying'
}

/** Draws over free slots to book; carries a booking to another place or draws its end. A press without a drag opens. */
export function useBoardPointer(
  layer: RefObject<HTMLElement | null>,
  board: DayBoard,
  earliest: Instant,
  now: Instant,
) {
  const press = useRef<Press | null>(null)
  const room = usePlace()
  const mayForBoth = useMay('swaps.exchange')
  const tellDrawn = useTellDrawn()
  const pointOf = (event: PointerEvent): Point => ({ x: event.clientX, y: event.clientY })
  // Asked at each move: the board may have been scrolled meanwhile.
  const cellUnder = (event: PointerEvent): Cell | null => {
    const frame = layer.current?.getBoundingClientRect()
    return frame === undefined ? null : cellAt(pointOf(event), frame, board)
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || !(event.target instanceof Element)) return
      if (event.target.closest('[data-cell]') === null) return
      const cell = cellUnder(event)
      if (cell === null) return
      const id = event.target.closest<HTMLElement>('[data-booking]')?.dataset.booking
      const placed = board.placed.find((each) => each.booking.id === id) ?? null
      const act = event.target.closest('[data-resize]') === null ? 'move' : 'resize'
      const begun: Press = { at: pointOf(event), cell, placed, act, hasBegun: false }
      press.current = begun
      letGo()
      setCursor(cell)
      // A finger scrolls; it books and opens by a tap.
      if (event.pointerType === 'touch') return
      event.currentTarget.setPointerCapture(event.pointerId)
      if (placed !== null || !isFree(board, cell, earliest)) return
      begun.hasBegun = true
      select(cell, cell)
    },

    onPointerMove(event: PointerEvent<HTMLElement>) {
      const begun = press.current
      if (begun === null || isEnded(begun) || event.pointerType === 'touch') return
      const under = cellUnder(event)
      if (under === null) return
      const mode = modeNow()
      if (begun.placed === null) {
        if (mode.kind === 'selecting') select(begun.cell, under)
        return
      }
      if (mode.kind === 'carrying') {
        if (isOutOfWindow(pointOf(event))) setMode({ ...mode, to: lifted(board, begun.placed, begun.act) })
        else carry(begun, begun.placed, under, event)
        return
      }
      if (isOver(begun.placed.booking, now) || !isDrag(begun.at, pointOf(event))) return
      // Who sits already keeps seat and start.
      if (begun.act === 'move' && hasStarted(begun.placed.booking, now)) return
      carry(begun, begun.placed, under, event)
    },

    onPointerUp(event: PointerEvent<HTMLElement>) {
      const begun = press.current
      press.current = null
      if (begun === null || isEnded(begun)) return
      const mode = modeNow()
      if (mode.kind === 'selecting') {
        const place = spanOf(board, mode.seat, mode.from, mode.end)
        if (place !== null) setMode({ kind: 'asking', place })
      } else if (mode.kind === 'carrying') {
        void drop(board, mode.placed.booking, mode.to, mode.act)
      } else if (begun.placed !== null && !isDrag(begun.at, pointOf(event))) {
        if (pickedFirst() !== null) return void choose(begun.placed.booking, mayForBoth)
        setMode({ kind: 'details', bookingId: begun.placed.booking.id, isEditing: false })
      } else if (begun.placed === null && event.pointerType === 'touch' && isFree(board, begun.cell, earliest)) {
        const place = spanOf(board, begun.cell.seat, begun.cell.slot, begun.cell.slot + 1)
        if (place !== null) setMode({ kind: 'asking', place })
      } else if (begun.placed === null && !isDrag(begun.at, pointOf(event))) {
        const held = heldAt(board, begun.cell)
        if (held !== undefined) askToWaitFor(board.date, held, room)
        else tellDrawn(board, begun.cell)
      }
    },

    onPointerCancel() {
      press.current = null
      const mode = modeNow()
      if (mode.kind === 'selecting' || mode.kind === 'carrying') letGo()
    },
  }

  function select(anchor: Cell, under: Cell) {
    const range = freeRange(board, anchor.seat, anchor.slot, under.slot, earliest)
    setMode({ kind: 'selecting', seat: anchor.seat, anchor: anchor.slot, ...range, by: 'pointer' })
  }

  /** The end of a booking snaps to rows, and between them where the rules of the room let it end there. */
  function endUnder(event: PointerEvent, placed: PlacedBooking, under: Cell) {
    const inHand = lifted(board, placed, 'resize')
    const between = endsBetween(board, placed, now)
    const frame = layer.current?.getBoundingClientRect()
    const moment = frame === undefined ? null : momentAt(pointOf(event), frame, board, placed.seat)
    return between.length === 0 || moment === null
      ? resizedTo(board, inHand, under.slot + 1)
      : endDrawnTo(board, placed.booking, inHand, moment, between)
  }

  function carry(begun: Press, placed: PlacedBooking, under: Cell, event: PointerEvent) {
    const to = begun.act === 'move' ? carriedTo(board, placed, begun.cell.slot, under) : endUnder(event, placed, under)
    if (landingOf(board, placed.booking, to, begun.act) === null) return
    begun.hasBegun = true
    setMode({ kind: 'carrying', placed, act: begun.act, to, by: 'pointer' })
  }
}
