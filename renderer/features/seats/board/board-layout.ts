import type { RoomRules } from '../../../../shared/contract/house/room-rules.ts'
import type { HouseRoom, Seat } from '../../../../shared/contract/house/rooms.ts'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { DrawnSeats } from '../../../../shared/contract/seats/draws.ts'
import type { HeldPlace } from '../../../../shared/contract/seats/waitlist.ts'
import type { Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { msOf } from '../../../../shared/domain/instants.ts'
import { refusalOfDate } from '../../../../shared/domain/seats/booking-rules.ts'
import { earliestStart } from '../../../../shared/domain/seats/bookings.ts'
import { rulesWhileOpen } from '../../../../shared/domain/seats/closed-rooms.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { isMissed } from '../../../../shared/domain/seats/no-shows.ts'
import { rulesOn, seatsOn } from '../../../../shared/domain/seats/room-rules.ts'
import { overlaps, type Span } from '../../../../shared/domain/seats/slots.ts'
import { type Opening, type SeatTimes, slotsFrom, timetableIn } from '../../../../shared/domain/seats/timetable.ts'
import { dateOf } from '../../../../shared/domain/wall-clock.ts'
import { alike, extentOf, openRows, reachOf, type Widening, widened, wideningOf } from './day-rows.ts'
import { keptOf, NOTHING_TAKEN, restsOf, type Taken } from './rests.ts'

/** The slot of a seat that a row lies in; seats with hours of their own may have longer ones than the row. */
export interface Offer extends Span {
  readonly firstRow: number
  readonly endRow: number
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

/** One day: columns are the seats it has, rows its slots. Seats and slots are spoken of by index. */
export interface DayBoard {
  date: PlainDate
  timeZone: string
  /** Of that day. */
  rules: RoomRules
  /** False while its bookings are still being read: nothing can be placed on it yet. */
  isRead: boolean
  /** Those of the day, and others that somebody still has. */
  seats: readonly Seat[]
  slots: readonly Span[]
  slotMs: number
  /** `times[seat]`: when it can be had. */
  times: readonly SeatTimes[]
  /** Of each seat: so many slots of the day after a place may go on through, where that opens as this one closes. */
  rowsOn: readonly number[]
  /** `offers[seat][slot]`; undefined: closed, and shown because another seat is open or a booking lies there. */
  offers: readonly (readonly (Offer | undefined)[])[]
  placed: readonly PlacedBooking[]
  /** `holders[seat][slot]` */
  holders: readonly (readonly (PlacedBooking | undefined)[])[]
  /** Slots that are left free beside a booking, for each seat. */
  rests: readonly ReadonlySet<number>[]
  /** What is left free beside, of other days, too. */
  kept: Taken
  /** Places that are held for those who wait. */
  heldPlaces: readonly HeldPlace[]
  /** `heldRows[seat]`: where they lie. */
  heldRows: readonly ReadonlyMap<number, HeldPlace>[]
  /** What looks free and is not: it is drawn for whoever asks. */
  drawn: readonly DrawnSeats[]
}

export interface Cell {
  seat: number
  slot: number
}

/** Lays a day out. Bookings of seats that are gone have no column and are left out. `around`: what lies on the days before and after. */
export function layDay(
  date: PlainDate,
  room: HouseRoom,
  bookings: readonly Booking[],
  held: readonly HeldPlace[] = [],
  around: Taken = NOTHING_TAKEN,
  wanted?: Widening,
): DayBoard {
  const rules = rulesOn(rulesWhileOpen(room), date)
  const { seats, openings, open, widening } = outlineOf(date, room, bookings)
  const slots = widened(open, wanted ?? widening)
  const columns = new Map(seats.map(({ id }, seat) => [id, seat]))
  const placed = beside(bookings.flatMap((booking) => place(booking, columns.get(booking.seatId), slots)))
  const holders = seats.map(() => slots.map((): PlacedBooking | undefined => undefined))
  for (const each of placed) holders[each.seat]?.fill(each, each.firstSlot, each.endSlot)
  const heldPlaces = held.filter((each) => columns.has(each.seatId) && slots.some((slot) => overlaps(slot, each)))
  const kept = keptOf({ bookings: [...bookings, ...around.bookings], held: [...held, ...around.held] })
  const times = timetableIn(room)
  const offersBy = new Map(openings.map((opening) => [opening, offersIn(slots, opening)]))
  return {
    ...{ date, timeZone: room.timeZone, rules, isRead: true, seats, slots, slotMs: open.slotMs, placed, holders },
    offers: openings.map((opening) => offersBy.get(opening) ?? []),
    times: seats.map(({ number }) => times.seat(number)),
    rowsOn: seats.map(({ number }, seat) => {
      const own = openings[seat]?.slots.length ?? 0
      return own === 0 ? 0 : slotsFrom(times.seat(number), date).length - own
    }),
    rests: restsOf(seats, slots, kept, rules.bufferMinutes * 60_000),
    ...{ heldPlaces, kept },
    drawn: [],
    heldRows: seats.map(({ id }) =>
      rowsOfHeld(
        slots,
        heldPlaces.filter(({ seatId }) => seatId === id),
      ),
    ),
  }
}

/** The timetable of a day whose bookings are still being read. */
export const unreadDay = (date: PlainDate, room: HouseRoom): DayBoard => ({ ...layDay(date, room, []), isRead: false })

/** Several days with the same hours in all of them. */
export function layDays(
  dates: readonly PlainDate[],
  room: HouseRoom,
  bookings: readonly Booking[],
  held: readonly HeldPlace[] = [],
  around: Taken = NOTHING_TAKEN,
): DayBoard[] {
  const reaches = dates.map((date) => {
    const { open, widening } = outlineOf(date, room, bookings)
    return reachOf(date, room.timeZone, open, widening)
  })
  const widenings = alike(reaches)
  return dates.map((date, index) => layDay(date, room, bookings, held, around, widenings[index]))
}

function outlineOf(date: PlainDate, room: HouseRoom, bookings: readonly Booking[]) {
  const timetable = timetableIn(room)
  const openingsOf = (seats: readonly Seat[]) => seats.map(({ number }) => timetable.seat(number).openingOn(date))
  const extent = extentOf(date, room.timeZone, openingsOf(room.seats))
  const count = seatsOn(rulesOn(room.rules, date), date)
  const held = new Set(bookings.filter((booking) => overlaps(booking, extent)).map(({ seatId }) => seatId))
  const seats = room.seats.filter(({ id, number }) => number <= count || held.has(id))
  const openings = openingsOf(seats)
  const open = openRows(date, room, openings)
  const ids = new Set(seats.map(({ id }) => id))
  const own = bookings.filter(({ seatId }) => ids.has(seatId))
  const widening = wideningOf(date, open, extent, own, ({ seatNumber }) => timetable.seat(seatNumber))
  return { seats, openings, open, widening }
}

/** For each row the slot that it lies in. */
function offersIn(slots: readonly Span[], opening: Opening | null): (Offer | undefined)[] {
  const offers = slots.map((): Offer | undefined => undefined)
  let row = 0
  for (const slot of opening?.slots ?? []) {
    while (row < slots.length && (slots[row]?.startsAt ?? '') < slot.startsAt) row += 1
    const firstRow = row
    while (row < slots.length && (slots[row]?.endsAt ?? '') <= slot.endsAt) row += 1
    offers.fill({ ...slot, firstRow, endRow: row }, firstRow, row)
  }
  return offers
}

function rowsOfHeld(slots: readonly Span[], held: readonly HeldPlace[]): ReadonlyMap<number, HeldPlace> {
  const rows = new Map<number, HeldPlace>()
  for (const place of held) for (const [row, slot] of slots.entries()) if (overlaps(slot, place)) rows.set(row, place)
  return rows
}

function place(booking: Booking, seat: number | undefined, slots: readonly Span[]): PlacedBooking[] {
  const firstSlot = slots.findIndex((slot) => overlaps(slot, booking))
  if (seat === undefined || firstSlot === -1) return []
  const endSlot = slots.findLastIndex((slot) => overlaps(slot, booking)) + 1
  const rows = endSlot - firstSlot
  const freeBefore = Math.max(0, (rowsDown(slots, booking.startsAt) - firstSlot) / rows)
  const freeAfter = Math.max(0, (endSlot - rowsDown(slots, booking.endsAt)) / rows)
  return [{ booking, seat, firstSlot, endSlot, freeBefore, freeAfter }]
}

/** What a no-show left may be somebody else's by now: it is shown up to there, and not at all where nothing of it is left. */
function beside(placed: readonly PlacedBooking[]): PlacedBooking[] {
  return placed.flatMap((one) => {
    if (!isMissed(one.booking)) return [one]
    const rows = placed.filter(
      (other) => other.seat === one.seat && !isMissed(other.booking) && overlaps(other.booking, one.booking),
    )
    const endSlot = Math.min(one.endSlot, ...rows.map(({ firstSlot }) => firstSlot))
    if (endSlot <= one.firstSlot) return []
    return [endSlot === one.endSlot ? one : { ...one, endSlot, freeAfter: 0 }]
  })
}

export const holderAt = (board: DayBoard, { seat, slot }: Cell): PlacedBooking | undefined =>
  board.holders[seat]?.[slot]

/** What is held there for somebody who waits. */
export const heldAt = (board: DayBoard, { seat, slot }: Cell): HeldPlace | undefined => board.heldRows[seat]?.get(slot)

/** Later than every day there is. */
const NEVER = '9999-12-31T23:59:59.999Z'

/** The earliest start of that day that can be booked now; `isBookable` wants it. Where the day cannot be booked there is none. */
export const earliestFor = (now: Instant, { rules, date, timeZone }: DayBoard): Instant =>
  refusalOfDate(rules, date, dateOf(now, timeZone)) === null ? earliestStart(now, rules.slotMinutes) : NEVER

/** Nobody's, open, held for nobody else, and not over yet (the running slot still counts). It may still be drawn: `isFree` leaves that out. */
export function isBookable(board: DayBoard, { seat, slot }: Cell, earliest: Instant): boolean {
  const offer = board.offers[seat]?.[slot]
  if (!board.isRead || offer === undefined || offer.startsAt < earliest) return false
  for (let row = offer.firstRow; row < offer.endRow; row += 1) if (!isNobodys(board, { seat, slot: row })) return false
  return true
}

/** Whether the seat is to be drawn then, and cannot be booked. */
export function isToBeDrawn({ drawn, seats, slots }: DayBoard, { seat, slot }: Cell): boolean {
  const [id, row] = [seats[seat]?.id, slots[slot]]
  if (drawn.length === 0 || id === undefined || row === undefined) return false
  return drawn.some((one) => overlaps(one, row) && one.seatIds.includes(id))
}

/** Bookable, and not to be drawn: whoever asks first has it. */
export const isFree = (board: DayBoard, cell: Cell, earliest: Instant): boolean =>
  isBookable(board, cell, earliest) && !isToBeDrawn(board, cell)

/** The first cell of the day that is still to be drawn. */
export function firstToBeDrawn(board: DayBoard): Cell | null {
  if (board.drawn.length === 0) return null
  for (const slot of board.slots.keys())
    for (const seat of board.seats.keys()) if (isToBeDrawn(board, { seat, slot })) return { seat, slot }
  return null
}

const isNobodys = (board: DayBoard, cell: Cell): boolean =>
  holderAt(board, cell) === undefined &&
  heldAt(board, cell)?.isMine !== false &&
  board.rests[cell.seat]?.has(cell.slot) !== true

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
  while (reached !== head && isFree(board, { seat, slot: reached + step }, earliest)) reached += step
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

/** Whether the seat has nothing left that day, not even an odd gap. */
export const isSeatFull = (board: DayBoard, seat: number, earliest: Instant): boolean =>
  board.slots.every((_, slot) => !isBookable(board, { seat, slot }, earliest))

/** Whether nothing of the day, or of the seat, is still to come, taken or not; or the day is none that can be booked. Other rows may go on for the sake of other seats. */
export const isDayOver = ({ slots, offers }: DayBoard, earliest: Instant, seat?: number): boolean =>
  (slots.at(-1)?.endsAt ?? earliest) <= earliest ||
  (seat === undefined ? offers : [offers[seat] ?? []]).every((row) =>
    row.every((offer) => (offer?.startsAt ?? '') < earliest),
  )

/** The slot that the seat has there, or else the row. */
export const edgesAt = (board: DayBoard, { seat, slot }: Cell): Span | undefined =>
  board.offers[seat]?.[slot] ?? board.slots[slot]

/** Slots `from` to before `end` of a seat as a place to ask for; null outside the board. */
export function spanOf(board: DayBoard, seat: number, from: number, end: number): SeatSpan | null {
  const seatId = board.seats[seat]?.id
  const startsAt = edgesAt(board, { seat, slot: from })?.startsAt
  const endsAt = edgesAt(board, { seat, slot: end - 1 })?.endsAt
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
function rowsDown(slots: readonly Span[], at: Instant): number {
  const found = slots.findIndex((slot) => at < slot.endsAt)
  const row = found === -1 ? slots.length - 1 : found
  const slot = slots[row]
  if (slot === undefined) return 0
  return row + (msOf(at) - msOf(slot.startsAt)) / (msOf(slot.endsAt) - msOf(slot.startsAt))
}

/** Whether any of its time lies on the day. */
export const isDuring = (board: DayBoard, span: Span): boolean => board.slots.some((slot) => overlaps(slot, span))

/** Somebody else's booking in the way of a place, if any. */
export const inTheWay = (board: DayBoard, span: SeatSpan, exceptBookingId: string): Booking | undefined =>
  board.placed.find(
    ({ booking }) =>
      booking.id !== exceptBookingId && booking.seatId === span.seatId && !isMissed(booking) && overlaps(booking, span),
  )?.booking

/** A place in the way that is held for somebody else, if any. */
export const heldInTheWay = (board: DayBoard, span: SeatSpan): HeldPlace | undefined =>
  board.heldPlaces.find((held) => !held.isMine && held.seatId === span.seatId && overlaps(held, span))
