import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import { addMs, type Instant, msOf } from '../../../../shared/domain/instants.ts'
import { earlierQuarters } from '../../../../shared/domain/seats/bookings.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { type Cell, type DayBoard, edgesAt, type PlacedBooking } from './board-layout.ts'

export interface Point {
  x: number
  y: number
}

/** The rectangle of all cells, headings left out, in the pixels the pointer speaks. */
export interface Frame {
  left: number
  top: number
  width: number
  height: number
}

/** Below this many pixels a press is a click. */
const DRAG_FROM_PX = 4

export const isDrag = (from: Point, to: Point): boolean => Math.hypot(to.x - from.x, to.y - from.y) >= DRAG_FROM_PX

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/** The cell under a point; outside the frame the nearest one, so that a drag beyond the edge stays at it. */
export function cellAt(point: Point, frame: Frame, board: Pick<DayBoard, 'seats' | 'slots'>): Cell {
  const seat = Math.floor(((point.x - frame.left) / frame.width) * board.seats.length)
  const slot = Math.floor(((point.y - frame.top) / frame.height) * board.slots.length)
  return { seat: within(seat, 0, board.seats.length - 1), slot: within(slot, 0, board.slots.length - 1) }
}

/** There nobody sees where a booking would land: it stays where it was. */
export const isOutOfWindow = ({ x, y }: Point): boolean =>
  x < 0 || y < 0 || x > window.innerWidth || y > window.innerHeight

/** A booking in the hand: where it would land. `endSlot` may be cut at the board's end, the true length is kept. */
export interface Carried {
  seat: number
  firstSlot: number
  /** Length in whole slots. */
  length: number
  /** The drawn end, where it lies between two rows. */
  endsAt?: Instant
}

/** Whole slots, rounded up: a length made under another slot length fits again. */
const slotsLong = (booking: Booking, slotMs: number): number =>
  Math.max(1, slotsBetween(booking.startsAt, booking.endsAt, slotMs))

const slotsBetween = (from: Instant, to: Instant, slotMs: number): number => Math.ceil((msOf(to) - msOf(from)) / slotMs)

/** In the hand: by its length when it moves, by the rows it lies on (and runs on below) when its end is drawn. */
export function lifted(board: DayBoard, placed: PlacedBooking, act: 'move' | 'resize' = 'move'): Carried {
  const { booking, seat, firstSlot, endSlot } = placed
  const rowsBelow = Math.max(
    0,
    slotsBetween(board.slots.at(-1)?.endsAt ?? booking.endsAt, booking.endsAt, board.slotMs),
  )
  const length = act === 'move' ? slotsLong(booking, board.slotMs) : endSlot - firstSlot + rowsBelow
  return { seat, firstSlot, length }
}

export const isUnmoved = (board: DayBoard, placed: PlacedBooking, act: 'move' | 'resize', to: Carried): boolean => {
  const from = lifted(board, placed, act)
  const isSameEnd = from.length === to.length && to.endsAt === undefined
  return from.seat === to.seat && from.firstSlot === to.firstSlot && isSameEnd
}

/** Carried so that the row where it was grabbed stays under the pointer. */
export function carriedTo(board: DayBoard, placed: PlacedBooking, grabbedSlot: number, under: Cell): Carried {
  const start = lifted(board, placed, 'move')
  return movedTo(board, placed, { ...start, seat: under.seat, firstSlot: under.slot - (grabbedSlot - start.firstSlot) })
}

/** Keeps what is carried on the board. It may run past midnight where the next day opens then, or where it did so already. */
export function movedTo(board: DayBoard, placed: PlacedBooking, wish: Carried): Carried {
  const dayEndsAt = board.slots.at(-1)?.endsAt ?? placed.booking.endsAt
  const seat = within(wish.seat, 0, board.seats.length - 1)
  const runsOver = placed.booking.endsAt > dayEndsAt || (board.rowsOn[seat] ?? 0) > 0
  const lastStart = runsOver ? board.slots.length - 1 : Math.max(0, board.slots.length - wish.length)
  return { ...wish, seat, firstSlot: within(wish.firstSlot, 0, lastStart) }
}

/** The end edge drawn to a row: that row is the last one, and at least one slot stays. */
export function resizedTo(board: DayBoard, carried: Carried, endSlot: number): Carried {
  const most = board.slots.length + (board.rowsOn[carried.seat] ?? 0)
  const end = within(endSlot, carried.firstSlot + 1, most)
  const { seat, firstSlot } = carried
  return { seat, firstSlot, length: end - firstSlot }
}

/** Where the end of a booking may be drawn to besides the rows: by quarters of an hour, where the rules of the room allow it. */
export function endsBetween(board: DayBoard, { booking, seat }: PlacedBooking, now: Instant): Instant[] {
  const times = board.times[seat]
  const ends = times === undefined ? [] : earlierQuarters(times, now, booking)
  return ends.filter((end) => !board.slots.some(({ endsAt }) => endsAt === end))
}

interface Stop {
  readonly endsAt: Instant
  readonly to: Carried
}

/** Everywhere the end can be drawn to, soonest first: rows, and what lies between them. */
function stopsOf(board: DayBoard, booking: Booking, carried: Carried, between: readonly Instant[]): Stop[] {
  const most = board.slots.length + (board.rowsOn[carried.seat] ?? 0)
  const rows = Array.from({ length: most - carried.firstSlot }, (_, row): Stop => {
    const to = resizedTo(board, carried, carried.firstSlot + row + 1)
    return { to, endsAt: landingOf(board, booking, to, 'resize')?.endsAt ?? booking.endsAt }
  })
  const others = between.flatMap((endsAt): Stop[] => {
    const row = rows.find((stop) => stop.endsAt >= endsAt)
    return row === undefined ? [] : [{ endsAt, to: { ...row.to, endsAt } }]
  })
  return [...rows, ...others].sort((one, other) => (one.endsAt < other.endsAt ? -1 : 1))
}

/** The end edge one stop later or earlier; at the last one it stays. */
export function endStepped(
  board: DayBoard,
  booking: Booking,
  carried: Carried,
  step: number,
  between: readonly Instant[],
): Carried {
  const at = landingOf(board, booking, carried, 'resize')?.endsAt ?? booking.endsAt
  const stops = stopsOf(board, booking, carried, between)
  const next = step > 0 ? stops.find(({ endsAt }) => endsAt > at) : stops.findLast(({ endsAt }) => endsAt < at)
  return step === 0 ? carried : (next?.to ?? carried)
}

/** The end edge drawn to a moment: to the first stop that is not before it. */
export function endDrawnTo(
  board: DayBoard,
  booking: Booking,
  carried: Carried,
  moment: Instant,
  between: readonly Instant[],
): Carried {
  const stops = stopsOf(board, booking, carried, between)
  return (stops.find(({ endsAt }) => endsAt >= moment) ?? stops.at(-1))?.to ?? carried
}

/** The moment under a point, on a seat. */
export function momentAt({ y }: Point, frame: Frame, board: DayBoard, seat: number): Instant | null {
  const rows = within(((y - frame.top) / frame.height) * board.slots.length, 0, board.slots.length)
  const slot = Math.min(Math.floor(rows), board.slots.length - 1)
  const edges = edgesAt(board, { seat, slot })
  if (edges === undefined) return null
  return addMs(edges.startsAt, Math.round((rows - slot) * (msOf(edges.endsAt) - msOf(edges.startsAt))))
}

/**
 * The place to ask for. A resized booking keeps its own start: one that began yesterday, or under another slot length,
 * must not be moved by a change of its end.
 */
export function landingOf(
  board: DayBoard,
  booking: Booking,
  carried: Carried,
  act: 'move' | 'resize',
): SeatSpan | null {
  const seatId = board.seats[carried.seat]?.id
  const startsAt = edgesAt(board, { seat: carried.seat, slot: carried.firstSlot })?.startsAt
  if (seatId === undefined || startsAt === undefined) return null
  const endsAt = carried.endsAt ?? endAfter(board, carried, startsAt)
  return act === 'move' ? { seatId, startsAt, endsAt } : { seatId, startsAt: booking.startsAt, endsAt }
}

/** The end of the last of its slots; past the board's own, as many slots further on. */
function endAfter(board: DayBoard, { seat, firstSlot, length }: Carried, startsAt: Instant): Instant {
  const last = board.slots.at(-1)
  const beyond = firstSlot + length - board.slots.length
  if (last === undefined) return addMs(startsAt, length * board.slotMs)
  return beyond > 0
    ? addMs(last.endsAt, beyond * board.slotMs)
    : (edgesAt(board, { seat, slot: firstSlot + length - 1 })?.endsAt ?? last.endsAt)
}

export const isSamePlace = (booking: Booking, place: SeatSpan): boolean =>
  booking.seatId === place.seatId && booking.startsAt === place.startsAt && booking.endsAt === place.endsAt
