import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import {
  decideCancel,
  decideChange,
  decideCheckIn,
  decideReschedule,
  isBackTo,
  isPlacing,
} from '../../../shared/domain/seats/bookings.ts'
import { isMissed, standInOf } from '../../../shared/domain/seats/no-shows.ts'
import { daysAfter } from '../../../shared/domain/wall-clock.ts'
import { GoneMeanwhile } from '../../storage/engine/engine.ts'
import { together } from '../../storage/engine/query.ts'
import { onceKnownToHold } from '../../storage/house/people.ts'
import { houseRooms } from '../../storage/house/room.ts'
import { changesOf } from '../../storage/seats/booking-history.ts'
import {
  type BookingEvent,
  boardOf,
  bookingById,
  bookingsInTheWay,
  bookingToChange,
  earlierPlacesOf,
  insertBooking,
  PlaceTaken,
  type StoredBooking,
  upcomingOf,
  updateBooking,
} from '../../storage/seats/bookings.ts'
import { isListenedOn, wasExcused } from '../../storage/seats/no-shows.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { mustHaveReason, reasonNeeded, unlessReasonNeeded } from './booking-for.ts'
import { oneWithCheckIn, withCheckIn } from './check-in-window.ts'
import { daysOfRooms } from './days-of-rooms.ts'
import { personTaken, sitsElsewhere, sitterOf } from './place-taken.ts'
import { areKnown, placeToHold, refusedBy, refusedByLimit, refusedDay, timesOfHeld } from './placing.ts'
import { plainlyTaken, refusedReservation } from './reserving.ts'
import { takingPlaces } from './taking-places.ts'

/** On a board at once. */
const MOST_DAYS = 31

export function bookingsService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'bookings'> {
  const { placing, placed, refuseAmong, reread, restored } = takingPlaces({ engine, clock })
  const eventOf = (what: BookingEvent['what'], asker: Asker, reason = ''): BookingEvent => ({
    id: clock.newId(),
    at: clock.now(),
    actorId: asker.personId,
    what,
    reason: reason === '' ? null : maskText(reason).text,
  })
  /** For changes that claim no more than the booking already holds, and so cannot meet another. */
  function* settle(booking: KeptBooking, changes: Partial<StoredBooking>, event: BookingEvent) {
    yield* updateBooking(booking, changes, event)
    return accept(yield* reread(booking))
  }
  return {
    board: ({ from, to }) =>
      engine.read(function* () {
        if (to < from) return accept([])
        if (daysAfter(from, MOST_DAYS) <= to) return refuse('range_too_long')
        return accept(yield* withCheckIn(yield* boardOf(daysOfRooms(yield* houseRooms(), { from, to }))))
      }),

    upcoming: ({ personId }) =>
      engine.read(function* () {
        return accept(yield* withCheckIn(yield* upcomingOf(personId, clock.now())))
      }),

    history: (wish) =>
      engine.read(function* () {
        return accept(yield* changesOf(wish))
      }),

    reserve: async (wish, asker) => {
      const booking: StoredBooking = {
        ...wish,
        // Nobody sits beside themselves.
        companionId: wish.companionId === wish.personId ? null : wish.companionId,
        id: clock.newId(),
        state: 'booked',
        checkedInAt: null,
        satById: null,
        walkUpOf: null,
        version: 0,
      }
      const taken = await engine.read(() => plainlyTaken(clock.now(), booking, asker))
      if (taken !== null) return taken
      return placing(function* () {
        const [place, areThere, others] = yield* together(
          placeToHold(clock.now(), wish.seatId),
          areKnown(wish.personId, wish.companionId),
          bookingsInTheWay(wish),
        )
        if (place === null || !areThere) return refuse('not_found')
        const refusal = yield* refusedReservation(place, booking, asker)
        if (refusal !== null) return refusal
        refuseAmong(others, place, booking)
        return yield* placed(place, booking, insertBooking(booking, eventOf('reserved', asker)))
      })
    },

    reschedule: ({ bookingId, seenVersion, reason, ...wish }, asker) =>
      unlessReasonNeeded(() =>
        placing(function* () {
          const found = yield* bookingById(bookingId)
          const place = yield* placeToHold(clock.now(), wish.seatId)
          if (found !== null) yield* areKnown(found.personId, found.satById)
          const held = yield* bookingToChange(bookingId)
          if (held === null || place === null) return refuse('not_found')
          yield* mustBeAsSeen(bookingId, held, seenVersion)
          const earlier = yield* earlierPlacesOf(bookingId)
          const refusal = decideReschedule(place.facts, held, wish, earlier, yield* timesOfHeld(place, held))
          if (refusal !== null) return isPlacing(refusal) ? refusedBy(place, wish, refusal) : refuse(refusal)
          const isBack = isBackTo(earlier, wish)
          const booking = { ...held, ...wish }
          const byRules =
            (isBack ? null : refusedDay(place, wish, held)) ?? (yield* refusedByLimit(place, booking, held))
          if (byRules !== null) return byRules
          const event = eventOf('rescheduled', asker, reason)
          // What is new of a place that somebody sits on already.
          const longer = { ...booking, startsAt: held.endsAt }
          const isLonger = held.state === 'checked_in' && held.endsAt < wish.endsAt
          const elsewhere = isLonger ? yield* sitsElsewhere(clock.now(), longer) : null
          if (elsewhere !== null) return elsewhere
          const done = yield* placed(place, booking, updateBooking(held, wish, event), held)
          yield* mustHaveReason([held], asker, reason)
          return done
        }),
      ),

    edit: ({ bookingId, seenVersion, companionId, purpose, reason }, asker) =>
      unlessReasonNeeded(() =>
        engine.transact(function* () {
          const isKnown = yield* areKnown(companionId)
          const booking = yield* bookingToChange(bookingId)
          if (booking === null || !isKnown) return refuse('not_found')
          yield* mustBeAsSeen(bookingId, booking, seenVersion)
          const refusal = decideChange(clock.now(), booking)
          if (refusal !== null) return refuse(refusal)
          const changes = { companionId: companionId === booking.personId ? null : companionId, purpose }
          try {
            yield* updateBooking(booking, changes, eventOf('edited', asker, reason))
          } catch (error) {
            if (error instanceof PlaceTaken && error.by === 'person_taken')
              return yield* personTaken({ ...booking, ...changes })
            throw error
          }
          yield* mustHaveReason([booking], asker, reason)
          return accept(yield* reread(booking))
        }),
      ),

    cancel: ({ bookingId, seenVersion, reason }, asker) =>
      engine.transact(function* () {
        const booking = yield* bookingToChange(bookingId)
        if (booking === null) return refuse('not_found')
        if (booking.state === 'cancelled') return accept(yield* oneWithCheckIn(booking))
        yield* mustBeAsSeen(bookingId, booking, seenVersion)
        const refusal = decideCancel(clock.now(), booking)
        if (refusal !== null) return refuse(refusal)
        const needed = yield* reasonNeeded([booking], asker, reason)
        return needed ?? (yield* settle(booking, { state: 'cancelled' }, eventOf('cancelled', asker, reason)))
      }),

    restore: ({ bookingId }, asker) => placing(() => restored(bookingId, eventOf('restored', asker))),

    checkIn: ({ bookingId, standInId = null }, asker) =>
      placing(function* () {
        const now = clock.now()
        const known = yield* bookingById(bookingId)
        if (known === null) return refuse('not_found')
        // Whoever comes late is placed anew, on what others may want by now.
        const isLate = isMissed(known)
        const place = isLate ? yield* placeToHold(now, known.seatId) : null
        const people = isLate ? [known.personId, standInId] : [standInId]
        if ((isLate && place === null) || !(yield* areKnown(...people))) return refuse('not_found')
        yield* onceKnownToHold(sitterOf({ ...known, satById: standInOf(known, standInId) }))
        const found = yield* bookingToChange(bookingId)
        if (found === null) return refuse('not_found')
        if (isMissed(found) !== isLate) throw new GoneMeanwhile('a booking was missed, or found, meanwhile')
        const booking = yield* oneWithCheckIn(found)
        const refusal = decideCheckIn(now, booking)
        if (refusal === 'too_early') return { ok: false, code: refusal, detail: { opensAt: booking.checkInOpensAt } }
        if (refusal !== null) return refuse(refusal)
        const satById = standInOf(booking, standInId)
        if (booking.state === 'checked_in' && satById === booking.satById) return accept(booking)
        const checkedInAt = booking.checkedInAt ?? now
        const change = { state: 'checked_in', checkedInAt, satById } as const
        const elsewhere = yield* sitsElsewhere(now, { ...booking, ...change })
        if (elsewhere !== null) return elsewhere
        const event = eventOf('checked_in', asker)
        if (place === null) return yield* settle(booking, change, event)
        return yield* placed(place, { ...booking, ...change }, updateBooking(booking, change, event), booking)
      }),

    undoCheckIn: ({ bookingId }, asker) =>
      engine.transact(function* () {
        const booking = yield* bookingToChange(bookingId)
        if (booking === null || booking.walkUpOf !== null) return refuse('not_found')
        const isSeated = booking.state === 'checked_in'
        const refusal = isSeated
          ? decideChange(clock.now(), booking)
          : booking.state === 'cancelled'
            ? 'not_found'
            : null
        if (refusal !== null) return refuse(refusal)
        if (booking.state === 'done' || (yield* isListenedOn(booking))) return refuse('in_use')
        if (!isSeated) return accept(yield* oneWithCheckIn(booking))
        // What was excused stays so.
        const state = (yield* wasExcused(bookingId)) ? 'excused' : 'booked'
        const change = { state, checkedInAt: null, satById: null } as const
        return yield* settle(booking, change, eventOf('check_in_undone', asker))
      }),
  }
}
