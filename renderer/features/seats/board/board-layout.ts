import type { Room, Seat } from '../../../../shared/contract/house/room.ts'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { addMs, msOf } from '../../../../shared/domain/instants.ts'
import { earliestStart } from '../../../../shared/domain/seats/bookings.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { overlaps, type Span, slotsOfDay } from '../../../../shared/domain/seats/slots.ts'
import { instantAt } from '../../../../shared/domain/wall-clock.ts'

/** `isOpen` false: outside today's opening hours, shown only because a booking made under earlier hours lies there. */
export interface BoardSlot extends Span {
  isOpen: boolean
}

/** A booking on the board. Slots `firstSlot` to before `endSlot`; the fractions cut off what it leaves of them. */
export interface PlacedBooking {
  booking: Booking
  seat: number
  firstSlot: number
  endSlot: number
  /** Share of its slots left free before the start and after the end: 0 unless the slot length changed since. */
  freeBefore: number
  freeAfter: number
}

/** One day: columns are the room's seats, rows its slots. Seats and slots are spoken of by index. */
export interface DayBoard {
  date: PlainDate
  /** False while its bookings are still being read: nothing can be placed on it yet. */
  isRead: boolean
  seats: readonly Seat[]
  slots: readonly BoardSlot[]
  slotMs: number
  placed: readonly PlacedBooking[]
  /** `holders[seat][slot]` */
  holders: readonly (readonly (PlacedBooking | undefined)[])[]
}

export interface Cell {
  seat: number
  slot: number
}

/** How many slots to show beyond opening hours, so that no booking of the day is hidden. */
export interface Widening {
  before: number
  after: number
}

const NO_WIDENING: Widening = { before: 0, after: 0 }

export function wideningFor(date: PlainDate, room: Room, bookings: readonly Booking[]): Widening {
  const open = slotsOfDay(date, room)
  const first = open[0]
  const last = open.at(-1)
  if (first === undefined || last === undefined) return NO_WIDENING
  const day = { startsAt: instantAt(date, '00:00', room.timeZone), endsAt: instantAt(date, '24:00', room.timeZone) }
  const slotMs = room.slotMinutes * 60_000
  let { before, after } = NO_WIDENING
  for (const booking of bookings) {
    if (!overlaps(booking, day)) continue
    const startsAt = booking.startsAt < day.startsAt ? day.startsAt : booking.startsAt
    const endsAt = booking.endsAt > day.endsAt ? day.endsAt : booking.endsAt
    before = Math.max(before, Math.ceil((msOf(first.startsAt) - msOf(startsAt)) / slotMs))
    after = Math.max(after, Math.ceil((msOf(endsAt) - msOf(last.endsAt)) / slotMs))
  }
  return { before, after }
}

/** Lays a day out. Bookings of seats that are gone have no column and are left out. */
export function layDay(
  date: PlainDate,
  room: Room,
  bookings: readonly Booking[],
  widening: Widening = wideningFor(date, room, bookings),
): DayBoard {
  const slotMs = room.slotMinutes * 60_000
  const slots = widened(
    slotsOfDay(date, room).map((slot) => ({ ...slot, isOpen: true })),
    widening,
    slotMs,
  )
  const columns = new Map(room.seats.map(({ id }, seat) => [id, seat]))
  const placed = bookings.flatMap((booking) => place(booking, columns.get(booking.seatId), slots))
  const holders = room.seats.map(() => slots.map((): PlacedBooking | undefined => undefined))
  for (const each of placed) holders[each.seat]?.fill(each, each.firstSlot, each.endSlot)
  return { date, isRead: true, seats: room.seats, slots, slotMs, placed, holders }
}

/** The timetable of a day whose bookings are still being read. */
export const unreadDay = (date: PlainDate, room: Room): DayBoard => ({ ...layDay(date, room, []), isRead: false })

function widened(open: BoardSlot[], { before, after }: Widening, slotMs: number): BoardSlot[] {
  const first = open[0]
  const last = open.at(-1)
  if (first === undefined || last === undefined) return open
  const closed = (startsAt: Instant) => ({ startsAt, endsAt: addMs(startsAt, slotMs), isOpen: false })
  return [
    ...Array.from({ length: before }, (_, index) => closed(addMs(first.startsAt, (index - before) * slotMs))),
    ...open,
    ...Array.from({ length: after }, (_, index) => closed(addMs(last.endsAt, index * slotMs))),
  ]
}

function place(booking: Booking, seat: number | undefined, slots: readonly BoardSlot[]): PlacedBooking[] {
  const firstSlot = slots.findIndex((slot) => overlaps(slot, booking))
  if (seat === undefined || firstSlot === -1) return []
  const endSlot = slots.findLastIndex((slot) => overlaps(slot, booking)) + 1
  const rows = endSlot - firstSlot
  const freeBefore = Math.max(0, (rowsDown(slots, booking.startsAt) - firstSlot) / rows)
  const freeAfter = Math.max(0, (endSlot - rowsDown(slots, booking.endsAt)) / rows)
  return [{ booking, seat, firstSlot, endSlot, freeBefore, freeAfter }]
}

export const holderAt = (board: DayBoard, { seat, slot }: Cell): PlacedBooking | undefined =>
  board.holders[seat]?.[slot]

/** The earliest start that can be booked now; `bookable` wants it. */
export const earliestFor = (now: Instant, room: Room): Instant => earliestStart(now, room.slotMinutes)

/** Free, open and not over yet (the running slot still counts). */
export function isBookable(board: DayBoard, cell: Cell, earliest: Instant): boolean {
  const slot = board.slots[cell.slot]
  return board.isRead && slot?.isOpen === true && slot.startsAt >= earliest && holderAt(board, cell) === undefined
}

/** Free slots from `anchor` towards `head`, as far as nothing is in the way. `anchor` itself is taken as free. */
export function freeRange(
  board: DayBoard,
  seat: number,
  anchor: number,
  head: number,
  earliest: Instant,
): { from: number; end: number } {
  const step = head < anchor ? -1 : 1
  let reached = anchor
  while (reached !== head && isBookable(board, { seat, slot: reached + step }, earliest)) reached += step
  return { from: Math.min(anchor, reached), end: Math.max(anchor, reached) + 1 }
}

/** The first free cell at or after `from`, soonest first, the seat of `from` before the others. */
export function firstBookable(board: DayBoard, earliest: Instant, from: Cell = { seat: 0, slot: 0 }): Cell | null {
  for (let slot = from.slot; slot < board.slots.length; slot += 1) {
    for (let step = 0; step < board.seats.length; step += 1) {
      const cell = { seat: (from.seat + step) % board.seats.length, slot }
      if (isBookable(board, cell, earliest)) return cell
    }
  }
  return null
}

/** Slots `from` to before `end` of a seat as a place to ask for; null outside the board. */
export function spanOf(board: DayBoard, seat: number, from: number, end: number): SeatSpan | null {
  const seatId = board.seats[seat]?.id
  const startsAt = board.slots[from]?.startsAt
  const endsAt = board.slots[end - 1]?.endsAt
  return seatId === undefined || startsAt === undefined || endsAt === undefined ? null : { seatId, startsAt, endsAt }
}

/** Where a place lies on the board, as shares of its width and height; null when it is not on this day. */
export function areaOf(
  board: DayBoard,
  span: SeatSpan,
): { left: number; width: number; top: number; height: number } | null {
  const seat = board.seats.findIndex((each) => each.id === span.seatId)
  const top = shareOfDay(board, span.startsAt)
  const bottom = shareOfDay(board, span.endsAt)
  if (seat === -1 || bottom <= 0 || top >= 1) return null
  const shownTop = Math.max(0, top)
  return {
    left: seat / board.seats.length,
    width: 1 / board.seats.length,
    top: shownTop,
    height: Math.min(1, bottom) - shownTop,
  }
}

/** 0 at the first slot's start, 1 at the last one's end; below 0 or above 1 outside the board. */
export const shareOfDay = (board: DayBoard, at: Instant): number =>
  board.slots.length === 0 ? -1 : rowsDown(board.slots, at) / board.slots.length

/** From the top of a row to the middle of its time, and from there as far as the chip of the present, half of itself and a gap, must keep away. */
const TIME_MIDDLE = 11
const CHIP_REACH = 17

/** Whether the chip with the present time would cover this row's own time, or touch it. `cellHeight` in px at text size 100 %. */
export function isUnderPresent(board: DayBoard, slot: number, now: Instant, cellHeight: number): boolean {
  const rows = shareOfDay(board, now) * board.slots.length
  if (rows < 0 || rows > board.slots.length) return false
  return Math.abs((rows - slot) * cellHeight - TIME_MIDDLE) < CHIP_REACH
}

/** Rows from the top to a moment. All rows are equally high, also that of a slot which a change of clocks made longer. */
function rowsDown(slots: readonly BoardSlot[], at: Instant): number {
  const found = slots.findIndex((slot) => at < slot.endsAt)
  const row = found === -1 ? slots.length - 1 : found
  const slot = slots[row]
  if (slot === undefined) return 0
  return row + (msOf(at) - msOf(slot.startsAt)) / (msOf(slot.endsAt) - msOf(slot.startsAt))
}

/** Somebody else's booking in the way of a place, if any. */
export const inTheWay = (board: DayBoard, span: SeatSpan, exceptBookingId: string): Booking | undefined =>
  board.placed.find(
    ({ booking }) => booking.id !== exceptBookingId && booking.seatId === span.seatId && overlaps(booking, span),
  )?.booking
