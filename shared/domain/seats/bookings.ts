import type { RoomRules } from '../../contract/house/room-rules.ts'
import type { Booking } from '../../contract/seats/bookings.ts'
import { addMs, type Instant, msOf } from '../instants.ts'
import type { SeatSpan } from './free-neighbours.ts'
import { LONGEST_BOOKING_MS } from './longest-booking.ts'
import type { Span } from './slots.ts'
import { isOpenDuring, openingsAround, type SeatTimes } from './timetable.ts'

const SHORTEST_SLOT_MINUTES = 15

export interface PlacingFacts {
  now: Instant
  /** Of the seat that is wanted. */
  seat: SeatTimes
}

export type PlacingRefusal = 'in_the_past' | 'outside_opening_hours' | 'not_on_slots'

/** Whether it is the place that is refused, and not what became of the booking. */
export const isPlacing = (refusal: string): refusal is PlacingRefusal =>
  refusal === 'in_the_past' || refusal === 'outside_opening_hours' || refusal === 'not_on_slots'

type Held = Pick<Booking, 'seatId' | 'startsAt' | 'endsAt' | 'state'>

/** The earliest start that can still be booked: the slot that is running counts, so that an empty seat can be taken now. */
export const earliestStart = (now: Instant, slotMinutes: number): Instant => addMs(now, 1 - slotMinutes * 60_000)

const isPast = ({ now, seat }: PlacingFacts, { startsAt }: Span): boolean =>
  startsAt < earliestStart(now, seat.rulesOn(seat.dayOf(startsAt)).slotMinutes)

/** Whether a place can be asked for at all; null means yes. Who else wants it, the database decides. */
export function decideReservation(facts: PlacingFacts, wish: Span): PlacingRefusal | null {
  return isPast(facts, wish) ? 'in_the_past' : offTimetable(facts.seat, wish)
}

/**
 * Another seat or time. Who sits already (or should) keeps seat and start; the end may move, but not into the past. The
 * timetable is asked about new edges only: it may have changed since the booking was made, and what was given stays given.
 * `earlier`: the places it had before, to which an undo leads back. `from`: the seat it is on, where another one is wanted.
 */
export function decideReschedule(
  facts: PlacingFacts,
  booking: Held,
  wish: SeatSpan,
  earlier: readonly SeatSpan[] = [],
  from: SeatTimes = facts.seat,
): PlacingRefusal | 'not_found' | 'already_over' | 'already_started' | null {
  const refusal = decideChange(facts.now, booking)
  if (refusal !== null) return refusal
  if (wish.endsAt <= wish.startsAt) return 'not_on_slots'
  const isRunning = hasStarted(facts.now, booking)
  const refusedByRoom = () => {
    if (isBackTo(earlier, wish)) return null
    const held = isOpenAlike(from, facts.seat, booking) ? booking : undefined
    return offTimetable(facts.seat, wish, held, isRunning ? facts.now : undefined)
  }
  if (!isRunning) return isPast(facts, wish) ? 'in_the_past' : refusedByRoom()
  if (wish.seatId !== booking.seatId || wish.startsAt !== booking.startsAt) return 'already_started'
  return wish.endsAt <= facts.now ? 'in_the_past' : refusedByRoom()
}

/** Whether it had that place before. */
export const isBackTo = (earlier: readonly SeatSpan[], { seatId, startsAt, endsAt }: SeatSpan): boolean =>
  earlier.some((place) => place.seatId === seatId && place.startsAt === startsAt && place.endsAt === endsAt)

/** Then times on one seat are no others on another. */
function isOpenAlike(one: SeatTimes, other: SeatTimes, booking: Span): boolean {
  const [here, there] = [one, other].map((seat) =>
    openingsAround(seat, booking).map(({ startsAt, endsAt }) => [startsAt, endsAt]),
  )
  return JSON.stringify(here) === JSON.stringify(there)
}

/** Not the listener's, and not the companion's. An unknown asker is told apart by nothing else. */
export const isSomebodyElses = (
  { personId, companionId }: Pick<Booking, 'personId' | 'companionId'>,
  asker: string | null,
): boolean => asker === null || (asker !== personId && asker !== companionId)

/** Companion and purpose may change until the end. A booking that was missed is over. */
export function decideChange(now: Instant, booking: Held): 'not_found' | 'already_over' | null {
  return booking.state === 'no_show' || booking.state === 'excused' ? 'already_over' : decideSeat(now, booking)
}

function decideSeat(now: Instant, booking: Held): 'not_found' | 'already_over' | null {
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

/** From so long before the start as the room says until the end, also late: whether the place is still to be had, the database decides. */
export function decideCheckIn(
  now: Instant,
  booking: Held & Pick<Booking, 'checkInOpensAt'>,
): 'not_found' | 'already_over' | 'too_early' | null {
  return decideSeat(now, booking) ?? (now < booking.checkInOpensAt ? 'too_early' : null)
}

/** When check-in opens, and from when whoever is not there is late. */
export const checkInTimes = (
  { startsAt }: Pick<Booking, 'startsAt'>,
  { beforeMinutes, graceMinutes }: RoomRules['checkIn'],
): Pick<Booking, 'checkInOpensAt' | 'checkInClosesAt'> => ({
  checkInOpensAt: addMs(startsAt, -beforeMinutes * 60_000),
  checkInClosesAt: addMs(startsAt, graceMinutes * 60_000),
})

/** Sitting down early starts it too. */
const hasStarted = (now: Instant, booking: Held): boolean => booking.startsAt <= now || booking.state === 'checked_in'

/**
 * What is newly taken lies within opening hours, new edges on slot edges; where a day closes as the next one opens a booking may go on.
 * Edges that `held` has already are not asked about, and an earlier end than its own needs no opening hours. `runningAt`: it has begun. Null: all is well.
 */
export function offTimetable(
  seat: SeatTimes,
  wish: Span,
  held?: Span,
  runningAt?: Instant,
): 'outside_opening_hours' | 'not_on_slots' | null {
  if (msOf(wish.endsAt) - msOf(wish.startsAt) > LONGEST_BOOKING_MS) return 'outside_opening_hours'
  if (wish.endsAt <= wish.startsAt) return 'not_on_slots'
  const isStartKept = wish.startsAt === held?.startsAt
  const isEndKept = wish.endsAt === held?.endsAt
  if (isStartKept && isEndKept) return null
  const openings = openingsAround(seat, wish)
  const isShortened = held !== undefined && isStartKept && wish.endsAt < held.endsAt
  if (!isShortened && !isOpenDuring(openings, newlyTaken(wish, held))) return 'outside_opening_hours'
  const slots = openings.flatMap((opening) => opening.slots)
  const isOnSlots =
    (isStartKept || slots.some(({ startsAt }) => startsAt === wish.startsAt)) &&
    (isEndKept ||
      slots.some(({ endsAt }) => endsAt === wish.endsAt) ||
      (isShortened && isFitEnd(seat, held, wish.endsAt, runningAt)))
  return isOnSlots ? null : 'not_on_slots'
}

/** An edge that stays takes nothing new on its side. */
function newlyTaken(wish: Span, held?: Span): Span {
  if (wish.startsAt === held?.startsAt) return { startsAt: held.endsAt, endsAt: wish.endsAt }
  if (wish.endsAt === held?.endsAt && wish.startsAt < held.startsAt)
    return { startsAt: wish.startsAt, endsAt: held.startsAt }
  return wish
}

/** Where a booking can end earlier by quarters of an hour, as `isFitEnd` allows it, soonest first. */
export function earlierQuarters(seat: SeatTimes, now: Instant, booking: Held): Instant[] {
  const runningAt = hasStarted(now, booking) ? now : undefined
  const quarterMs = SHORTEST_SLOT_MINUTES * 60_000
  const ends: Instant[] = []
  for (let at = addMs(booking.startsAt, quarterMs); at < booking.endsAt; at = addMs(at, quarterMs))
    if (at > now && isFitEnd(seat, booking, at, runningAt)) ends.push(at)
  return ends
}

/**
 * Where a booking can end earlier: by the day's slots, before opening and after closing too; and by quarters of an hour from its start one whose own start is on
 * no slot any more, or that is running and has no slot before it that could end it. So there always is an end.
 */
function isFitEnd(seat: SeatTimes, held: Span, endsAt: Instant, runningAt?: Instant): boolean {
  const date = seat.dayOf(held.startsAt)
  const { slotMinutes } = seat.rulesOn(date)
  const opensAt = seat.openingOn(date)?.startsAt
  const isWhole = (fromMs: number, minutes: number): boolean => (msOf(endsAt) - fromMs) % (minutes * 60_000) === 0
  if (opensAt !== undefined && isWhole(msOf(opensAt), slotMinutes)) return true
  if (!isWhole(msOf(held.startsAt), SHORTEST_SLOT_MINUTES)) return false
  if (opensAt === undefined) return true
  const slotMs = slotMinutes * 60_000
  const slotsUntil = (at: Instant): number => (msOf(at) - msOf(opensAt)) / slotMs
  if (!Number.isInteger(slotsUntil(held.startsAt))) return true
  if (runningAt === undefined) return false
  const nextEnd = Math.floor(slotsUntil(runningAt > held.startsAt ? runningAt : held.startsAt)) + 1
  return nextEnd >= slotsUntil(held.endsAt)
}
