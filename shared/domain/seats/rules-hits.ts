import type { HitBooking } from '../../contract/house/rooms.ts'
import type { KeptBooking } from '../../contract/seats/bookings.ts'
import { type Instant, msOf } from '../instants.ts'
import { bufferMs, closedDayIn } from './booking-rules.ts'
import { offTimetable } from './bookings.ts'
import { seatsOn } from './room-rules.ts'
import type { SeatTimes, Timetable } from './timetable.ts'

type Hit = Pick<HitBooking, 'reason' | 'name'>
type Placed = Pick<KeptBooking, 'seatNumber' | 'startsAt' | 'endsAt'>

/**
 * Which bookings to come a change of the rules hits: those that fit before and do not fit after, soonest first. How far ahead, how soon
 * and how many somebody may book is asked when they book, so what is booked is hit by none of these.
 */
export function hitsOf(
  { before, after, now }: { before: Timetable; after: Timetable; now: Instant },
  bookings: readonly KeptBooking[],
): HitBooking[] {
  const toCome = bookings
    .filter(({ state, endsAt }) => (state === 'booked' || state === 'checked_in') && endsAt > now)
    .sort((a, b) => (a.startsAt === b.startsAt ? a.seatNumber - b.seatNumber : a.startsAt < b.startsAt ? -1 : 1))
  const previous = new Map<string, KeptBooking>()
  return toCome.flatMap((booking) => {
    const neighbour = previous.get(booking.seatId)
    previous.set(booking.seatId, booking)
    const seat = (rules: Timetable) => rules.seat(booking.seatNumber)
    const hit = misfit(seat(after), booking, neighbour)
    if (hit === null || misfit(seat(before), booking, neighbour) !== null) return []
    const { id: bookingId, personName, seatNumber, startsAt, endsAt, state } = booking
    return [{ bookingId, personName, seatNumber, startsAt, endsAt, ...hit, isRunning: state === 'checked_in' }]
  })
}

/** Whether a place that is promised, and nobody's yet, is none any more by a change of the rules. */
export function isLost({ before, after }: { before: Timetable; after: Timetable }, place: Placed): boolean {
  const by = (rules: Timetable) => misfit(rules.seat(place.seatNumber), place)
  return by(before) === null && by(after) !== null
}

/** Why the booking would not be given by these rules; null: it would. */
function misfit(seat: SeatTimes, booking: Placed, neighbour?: Placed): Hit | null {
  const day = seat.dayOf(booking.startsAt)
  const rules = seat.rulesOn(day)
  if (booking.seatNumber > seatsOn(rules, day)) return { reason: 'seat_gone', name: null }
  const off = offTimetable(seat, booking)
  const closed = off === 'outside_opening_hours' ? closedDayIn(seat, booking) : null
  if (closed !== null) return { reason: 'closed_day', name: closed.detail.name }
  if (off !== null) return { reason: off, name: null }
  const isTooClose = neighbour !== undefined && msOf(booking.startsAt) - msOf(neighbour.endsAt) < bufferMs(rules)
  return isTooClose ? { reason: 'buffer', name: null } : null
}
