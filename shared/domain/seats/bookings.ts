import type { Booking } from '../../contract/seats/bookings.ts'
import { addMs, type Instant, msOf } from '../instants.ts'
import { dateOf, instantAt } from '../wall-clock.ts'
import { CHECK_IN_BEFORE_MS } from './check-in.ts'
import type { SeatSpan } from './free-neighbours.ts'
import { LONGEST_BOOKING_MS } from './longest-booking.ts'
import { type OpeningHours, type Span, slotsOfDay } from './slots.ts'

export interface PlacingFacts {
  now: Instant
  room: OpeningHours
}

export type PlacingRefusal = 'in_the_past' | 'outside_opening_hours' | 'not_on_slots'
type Held = Pick<Booking, 'seatId' | 'startsAt' | 'endsAt' | 'state'>

/** The earliest start that can still be booked: the slot that is running counts, so that an empty seat can be taken now. */
export const earliestStart = ({ now, room }: PlacingFacts): Instant => addMs(now, 1 - room.slotMinutes * 60_000)

/** Whether a place can be asked for at all; null means yes. Who else wants it, the database decides. */
export function decideReservation(facts: PlacingFacts, wish: Span): PlacingRefusal | null {
  if (wish.startsAt < earliestStart(facts)) return 'in_the_past'
  return offTimetable(facts.room, wish)
}

/**
 * Another seat or time. Who sits already (or should) keeps seat and start; the end may move, but not into the past. The
 * timetable is asked about new edges only: it may have changed since the booking was made, and what was given stays given.
 * `earlier`: the times it had before, to which an undo leads back.
 */
export function decideReschedule(
  facts: PlacingFacts,
  booking: Held,
  wish: SeatSpan,
  earlier: readonly Span[] = [],
): PlacingRefusal | 'not_found' | 'already_over' | 'already_started' | null {
  const refusal = decideChange(facts.now, booking)
  if (refusal !== null) return refusal
  if (wish.endsAt <= wish.startsAt) return 'not_on_slots'
  const refusedByRoom = () =>
    earlier.some((span) => span.startsAt === wish.startsAt && span.endsAt === wish.endsAt)
      ? null
      : offTimetable(facts.room, wish, booking)
  if (!hasStarted(facts.now, booking)) return wish.startsAt < earliestStart(facts) ? 'in_the_past' : refusedByRoom()
  if (wish.seatId !== booking.seatId || wish.startsAt !== booking.startsAt) return 'already_started'
  return wish.endsAt <= facts.now ? 'in_the_past' : refusedByRoom()
}

/** Not the listener's, not the companion's, and not booked by whoever sits at the desk. An unknown asker is told apart by nothing else. */
export function isSomebodyElses(
  booking: Pick<Booking, 'personId' | 'companionId'>,
  bookedBy: string | null,
  asker: string | null,
): boolean {
  if (asker === bookedBy) return false
  return asker !== booking.personId && (asker === null || asker !== booking.companionId)
}

/** Companion and purpose may change until the end. */
export function decideChange(now: Instant, booking: Held): 'not_found' | 'already_over' | null {
  if (booking.state === 'cancelled') return 'not_found'
  return booking.state === 'done' || booking.endsAt <= now ? 'already_over' : null
}

/** Until somebody sits: a slip of the hand in the running slot can be taken back, and an empty seat goes to others. */
export function decideCancel(now: Instant, booking: Held): 'not_found' | 'already_over' | 'already_started' | null {
  return decideChange(now, booking) ?? (booking.state === 'checked_in' ? 'already_started' : null)
}

/** Undo of a cancel, until the end. The timetable is not asked again: it may have changed since. */
export const decideRestore = (now: Instant, booking: Held): 'in_the_past' | null =>
  booking.endsAt <= now ? 'in_the_past' : null

/** From 15 minutes before the start until the end. */
export function decideCheckIn(now: Instant, booking: Held): 'not_found' | 'already_over' | 'too_early' | null {
  return decideChange(now, booking) ?? (now < checkInOpensAt(booking) ? 'too_early' : null)
}

export const checkInOpensAt = (booking: Pick<Booking, 'startsAt'>): Instant =>
  addMs(booking.startsAt, -CHECK_IN_BEFORE_MS)

/** Sitting down early starts it too. */
const hasStarted = (now: Instant, booking: Held): boolean => booking.startsAt <= now || booking.state === 'checked_in'

/**
 * Start and end on slot edges within opening hours; a room that never closes is one long day. Edges that `held` has already are
 * not asked about, and an earlier end than its own needs no opening hours.
 */
function offTimetable(room: OpeningHours, wish: Span, held?: Span): 'outside_opening_hours' | 'not_on_slots' | null {
  if (msOf(wish.endsAt) - msOf(wish.startsAt) > LONGEST_BOOKING_MS) return 'outside_opening_hours'
  const isStartKept = wish.startsAt === held?.startsAt
  const isEndKept = wish.endsAt === held?.endsAt
  const isShortened = held !== undefined && isStartKept && wish.endsAt < held.endsAt
  if (isStartKept && isEndKept) return null
  const date = dateOf(wish.startsAt, room.timeZone)
  const opensAt = instantAt(date, room.opensAt, room.timeZone)
  const closesAt = instantAt(date, room.closesAt, room.timeZone)
  const isOpen =
    (isStartKept || wish.startsAt >= opensAt) &&
    (isEndKept || isShortened || neverCloses(room) || wish.endsAt <= closesAt)
  if (!isOpen) return 'outside_opening_hours'
  const isOnSlots =
    wish.startsAt < wish.endsAt &&
    (isStartKept || slotsOfDay(date, room).some((slot) => slot.startsAt === wish.startsAt)) &&
    (isEndKept || isSlotEnd(room, wish.endsAt) || (isShortened && isOnGrid(room, date, wish.endsAt)))
  return isOnSlots ? null : 'not_on_slots'
}

/** The moment before the end: an end at midnight belongs to the day it ends. */
const isSlotEnd = (room: OpeningHours, endsAt: Instant): boolean =>
  slotsOfDay(dateOf(addMs(endsAt, -1), room.timeZone), room).some((slot) => slot.endsAt === endsAt)

/** Also before opening and after closing, where a booking of earlier hours may lie. */
const isOnGrid = (room: OpeningHours, date: string, at: Instant): boolean =>
  (msOf(at) - msOf(instantAt(date, room.opensAt, room.timeZone))) % (room.slotMinutes * 60_000) === 0

const neverCloses = (room: OpeningHours): boolean => room.opensAt === '00:00' && room.closesAt === '24:00'
