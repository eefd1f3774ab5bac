import { create } from 'zustand'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import type { SeatsRefusal } from '../booking/refusal-words.ts'
import type { Cell, PlacedBooking } from './board-layout.ts'
import type { Carried } from './drag-geometry.ts'

type By = 'pointer' | 'keys'

export interface CarryingMode {
  kind: 'carrying'
  placed: PlacedBooking
  act: 'move' | 'resize'
  to: Carried
  by: By
  /** The time of day it was carried to on the day that was left last: there it lies on the next one. */
  leftAt?: string
}

/** What the hand is doing on the board. One thing at a time. */
export type Mode =
  | { kind: 'idle' }
  /** Drawing a range of free slots. */
  | { kind: 'selecting'; seat: number; anchor: number; from: number; end: number; by: By }
  /** The small form over the range. */
  | { kind: 'asking'; place: SeatSpan }
  /** A booking in the hand: all of it, or its end edge. */
  | CarryingMode
  /** Sent to main, not answered yet. */
  | { kind: 'sending'; booking: Booking; place: SeatSpan }
  /** Main said no to a move: why, and where else. */
  | { kind: 'refused'; booking: Booking; place: SeatSpan; refusal: SeatsRefusal }
  | { kind: 'details'; bookingId: Id; isEditing: boolean }

interface BoardState {
  mode: Mode
  /** The cell with the focus, or that gets it. */
  cursor: Cell
  /** Where the cursor shall stand on the next day that opens (a place chosen in the week, or the next free one); `seatId` null: on the seat it is on; `ask`: with the form for it. */
  arriveAt: { seatId: Id | null; startsAt: string; ask?: SeatSpan } | null
  /** Until when somebody who went to a day and a time said they want a place there. */
  meant: { startsAt: string; endsAt: string } | null
  /** What others changed, to be said while the hand is empty. */
  news: string
  /** The people of the department that is looked for: the bookings of all others step back. Null: nobody's do. */
  bright: ReadonlySet<Id> | null
}

const idle: Mode = { kind: 'idle' }

export const useBoard = create<BoardState>()(() => ({
  mode: idle,
  cursor: { seat: 0, slot: 0 },
  arriveAt: null,
  meant: null,
  news: '',
  bright: null,
}))

/** What was said before is over: it must not be said again when the hand is empty. */
export const setMode = (mode: Mode): void => useBoard.setState({ mode, news: '' })
export const setNews = (news: string): void => useBoard.setState({ news })
export const setBright = (bright: BoardState['bright']): void => useBoard.setState({ bright })
export const modeNow = (): Mode => useBoard.getState().mode
export const setCursor = (cursor: Cell): void => useBoard.setState({ cursor })
export const cursorNow = (): Cell => useBoard.getState().cursor
export const wantedNow = (): BoardState['arriveAt'] => useBoard.getState().arriveAt
export const arriveAt = (place: BoardState['arriveAt']): void => useBoard.setState({ arriveAt: place })

export const setMeant = (meant: BoardState['meant']): void => useBoard.setState({ meant })
/** Where a place that begins then was said to end; null: nothing was said of it. Asked once: it was said of the next place alone. */
export function takeMeant(startsAt: string): string | null {
  const { meant } = useBoard.getState()
  if (meant?.startsAt !== startsAt) return null
  setMeant(null)
  return meant.endsAt
}

/** Puts down what is in the hand. False when the hand was empty. */
export function letGo(): boolean {
  if (modeNow().kind === 'idle') return false
  setMode(idle)
  return true
}

/** True for a booking that goes along to another day: one carried as a whole, by keys. A drawn end belongs to its day. */
export const goesAlong = (mode: Mode): mode is CarryingMode =>
  mode.kind === 'carrying' && mode.by === 'keys' && mode.act === 'move'

/** Leaves one kind of mode only: a popover that closes late must not end what began meanwhile. */
export function leave(kind: Mode['kind']): void {
  if (modeNow().kind === kind) setMode(idle)
}
