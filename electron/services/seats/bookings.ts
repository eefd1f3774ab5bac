import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import { msOf } from '../../../shared/domain/instants.ts'
import {
  checkInOpensAt,
  decideCancel,
  decideChange,
  decideCheckIn,
  decideReschedule,
  decideReservation,
  decideRestore,
  isSomebodyElses,
} from '../../../shared/domain/seats/bookings.ts'
import { instantAt } from '../../../shared/domain/wall-clock.ts'
import { inTransaction } from '../../storage/database.ts'
import { personById } from '../../storage/house/people.ts'
import { readRoom } from '../../storage/house/room.ts'
import { bookedBy, changesOf } from '../../storage/seats/booking-history.ts'
import {
  type BookingEvent,
  boardOf,
  bookingById,
  earlierTimesOf,
  insertBooking,
  PlaceTaken,
  type StoredBooking,
  upcomingOf,
  updateBooking,
} from '../../storage/seats/bookings.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { ServiceParts } from '../parts.ts'
import { refuse } from '../refuse.ts'
import { personTaken, seatTaken } from './place-taken.ts'
import { dueReminders, keepReminded } from './seat-reminders.ts'

/** 31 days and the hour that a change of clocks may add. */
const LONGEST_BOARD_MS = 31 * 86_400_000 + 3_600_000

export function bookingsService(parts: ServiceParts): Service<'bookings'> {
  const { db, clock } = parts

  const factsNow = () => ({ now: clock.now(), room: readRoom(db) })
  const eventOf = (what: BookingEvent['what'], asker: Asker, reason = ''): BookingEvent => ({
    id: clock.newId(),
    at: clock.now(),
    actorId: asker.personId,
    what,
    reason: reason === '' ? null : reason,
  })
  const reread = (booking: StoredBooking): Booking => {
    const found = bookingById(db, booking.id)
    if (found === null) throw new Error('a booking just stored is not there')
    return found
  }

  /** Writes, as a step within the call's transaction, and lets the database be the referee; what it refuses is explained with facts read fresh. */
  const place = (booking: StoredBooking, write: () => void) => {
    try {
      inTransaction(db, write)
      return { ok: true, value: reread(booking) } as const
    } catch (error) {
      if (!(error instanceof PlaceTaken)) throw error
      return error.by === 'seat_taken' ? seatTaken(db, clock.now(), booking) : personTaken(db, booking)
    }
  }
  const change = (booking: Booking, changes: Partial<StoredBooking>, event: BookingEvent) =>
    place({ ...booking, ...changes }, () => updateBooking(db, booking, changes, event))
  /** For changes that claim no more than the booking already holds, and so cannot meet another. */
  const settle = (booking: Booking, changes: Partial<StoredBooking>, event: BookingEvent) => {
    updateBooking(db, booking, changes, event)
    return { ok: true, value: reread(booking) } as const
  }
  /** Whoever changes somebody else's booking says why; null when that is said, or not needed. */
  const reasonNeeded = (booking: Booking, asker: Asker, reason = '') =>
    reason === '' && isSomebodyElses(booking, bookedBy(db, booking.id), asker.personId)
      ? ({ ok: false, code: 'reason_needed', detail: { personName: booking.personName } } as const)
      : null
  const isKnown = (personId: string | null) => personId === null || personById(db, personId) !== null
  const hasSeat = (seatId: string) => readRoom(db).seats.some((seat) => seat.id === seatId)

  return {
    board: ({ from, to }) => {
      if (to < from) return { ok: true, value: [] }
      const { timeZone } = readRoom(db)
      const span = { startsAt: instantAt(from, '00:00', timeZone), endsAt: instantAt(to, '24:00', timeZone) }
      if (msOf(span.endsAt) - msOf(span.startsAt) > LONGEST_BOARD_MS) return refuse('range_too_long')
      return { ok: true, value: boardOf(db, span) }
    },

    upcoming: ({ personId }) => ({ ok: true, value: upcomingOf(db, personId, clock.now()) }),

    dueReminders: (_, asker) => ({ ok: true, value: dueReminders(parts, asker) }),

    reminded: ({ bookingId }) => {
      const booking = bookingById(db, bookingId)
      return booking === null ? refuse('not_found') : { ok: true, value: { isFirst: keepReminded(parts, booking) } }
    },

    history: ({ bookingId }) => ({ ok: true, value: changesOf(db, bookingId) }),

    reserve: (wish, asker) =>
      inTransaction(db, () => {
        if (!hasSeat(wish.seatId) || !isKnown(wish.personId) || !isKnown(wish.companionId)) return refuse('not_found')
        const refusal = decideReservation(factsNow(), wish)
        if (refusal !== null) return refuse(refusal)
        const booking: StoredBooking = {
          ...wish,
          // Nobody sits beside themselves.
          companionId: wish.companionId === wish.personId ? null : wish.companionId,
          id: clock.newId(),
          state: 'booked',
          checkedInAt: null,
          version: 0,
        }
        return place(booking, () => insertBooking(db, booking, eventOf('reserved', asker)))
      }),

    reschedule: ({ bookingId, seenVersion, reason, ...wish }, asker) =>
      inTransaction(db, () => {
        const booking = bookingById(db, bookingId)
        if (booking === null || !hasSeat(wish.seatId)) return refuse('not_found')
        mustBeAsSeen(db, bookingId, booking, seenVersion)
        const refusal = decideReschedule(factsNow(), booking, wish, earlierTimesOf(db, bookingId))
        if (refusal !== null) return refuse(refusal)
        return reasonNeeded(booking, asker, reason) ?? change(booking, wish, eventOf('rescheduled', asker, reason))
      }),

    edit: ({ bookingId, seenVersion, companionId, purpose }, asker) =>
      inTransaction(db, () => {
        const booking = bookingById(db, bookingId)
        if (booking === null || !isKnown(companionId)) return refuse('not_found')
        mustBeAsSeen(db, bookingId, booking, seenVersion)
        const refusal = decideChange(clock.now(), booking)
        if (refusal !== null) return refuse(refusal)
        const changes = { companionId: companionId === booking.personId ? null : companionId, purpose }
        const outcome = change(booking, changes, eventOf('edited', asker))
        if (!outcome.ok && outcome.code === 'seat_taken') throw new Error('an edit does not move a booking')
        return outcome
      }),

    cancel: ({ bookingId, seenVersion, reason }, asker) =>
      inTransaction(db, () => {
        const booking = bookingById(db, bookingId)
        if (booking === null) return refuse('not_found')
        if (booking.state === 'cancelled') return { ok: true, value: booking }
        mustBeAsSeen(db, bookingId, booking, seenVersion)
        const refusal = decideCancel(clock.now(), booking)
        if (refusal !== null) return refuse(refusal)
        return (
          reasonNeeded(booking, asker, reason) ??
          settle(booking, { state: 'cancelled' }, eventOf('cancelled', asker, reason))
        )
      }),

    restore: ({ bookingId }, asker) =>
      inTransaction(db, () => {
        const booking = bookingById(db, bookingId)
        if (booking === null) return refuse('not_found')
        if (booking.state !== 'cancelled') return { ok: true, value: booking }
        if (!hasSeat(booking.seatId) || !isKnown(booking.personId)) return refuse('not_found')
        const refusal = decideRestore(clock.now(), booking)
        return refusal === null ? change(booking, { state: 'booked' }, eventOf('restored', asker)) : refuse(refusal)
      }),

    checkIn: ({ bookingId }, asker) =>
      inTransaction(db, () => {
        const booking = bookingById(db, bookingId)
        if (booking === null) return refuse('not_found')
        const now = clock.now()
        const refusal = decideCheckIn(now, booking)
        if (refusal === 'too_early') return { ok: false, code: refusal, detail: { opensAt: checkInOpensAt(booking) } }
        if (refusal !== null) return refuse(refusal)
        if (booking.state === 'checked_in') return { ok: true, value: booking }
        return settle(booking, { state: 'checked_in', checkedInAt: now }, eventOf('checked_in', asker))
      }),
  }
}
