import type { Booking, KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import {
  decideCancel,
  decideChange,
  decideCheckIn,
  decideReschedule,
  decideRestore,
  isBackTo,
  isPlacing,
  isSomebodyElses,
} from '../../../shared/domain/seats/bookings.ts'
import { isMissed, standInOf } from '../../../shared/domain/seats/no-shows.ts'
import { daysAfter } from '../../../shared/domain/wall-clock.ts'
import { GoneMeanwhile } from '../../storage/engine/engine.ts'
import { type Query, together } from '../../storage/engine/query.ts'
import { personToHold } from '../../storage/house/people.ts'
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
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { oneWithCheckIn, withCheckIn } from './check-in-window.ts'
import { daysOfRooms } from './days-of-rooms.ts'
import { personTaken, placeHeld, seatTaken, toBeDrawn } from './place-taken.ts'
import {
  areKnown,
  besideIt,
  placeToHold,
  refusedBy,
  refusedByLimit,
  refusedDay,
  timesOfHeld,
  type WantedPlace,
} from './placing.ts'
import { plainlyTaken, refusedReservation } from './reserving.ts'

/** On a board at once. */
const MOST_DAYS = 31

/** A place that comes and goes under whoever wants it so often is a surprise. */
const MOST_RUNS = 10

/** Thrown out of a transaction, which is taken back with all it held. */
class NotPlaced extends PlaceTaken {
  readonly place: WantedPlace
  readonly booking: StoredBooking
  /** Where it is known already who holds the seat. */
  readonly holder: KeptBooking | null
  constructor(by: PlaceTaken['by'], place: WantedPlace, booking: StoredBooking, holder: KeptBooking | null = null) {
    super(by)
    this.place = place
    this.booking = booking
    this.holder = holder
  }
}

export function bookingsService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'bookings'> {
  const eventOf = (what: BookingEvent['what'], asker: Asker, reason = ''): BookingEvent => ({
    id: clock.newId(),
    at: clock.now(),
    actorId: asker.personId,
    what,
    reason: reason === '' ? null : maskText(reason).text,
  })
  function* reread({ id }: StoredBooking): Query<Booking> {
    const found = yield* bookingById(id)
    if (found === null) throw new Error('a booking just stored is not there')
    return yield* oneWithCheckIn(found)
  }

  /** Where others were found on the seat or with the people, while both were held: the database need not be asked to refuse. Called in `placing`. */
  function refuseAmong(others: readonly KeptBooking[], place: WantedPlace, booking: StoredBooking): void {
    const holder = others.find(({ seatId }) => seatId === booking.seatId)
    if (holder !== undefined) throw new NotPlaced('seat_taken', place, booking, holder)
    if (others.length > 0) throw new NotPlaced('person_taken', place, booking)
  }
  /** Writes and lets the database be the referee. What is refused ends the transaction: to be called in `placing`. */
  function* placed(place: WantedPlace, booking: StoredBooking, writing: Query<void>, held?: KeptBooking) {
    const beside = yield* besideIt(place, booking, held)
    if (beside !== null) throw new NotPlaced(beside, place, booking)
    try {
      yield* writing
    } catch (error) {
      throw error instanceof PlaceTaken ? new NotPlaced(error.by, place, booking) : error
    }
    return accept(yield* reread(booking))
  }
  function* whyNot({ by, place, booking, holder }: NotPlaced) {
    if (by === 'place_held') return yield* placeHeld(place, booking)
    if (by === 'to_be_drawn') return yield* toBeDrawn(booking)
    return by === 'seat_taken' ? yield* seatTaken(place, booking, holder) : yield* personTaken(booking)
  }
  /**
   * Runs a query that places somebody. Why it was refused is read afresh once nothing is held any more: whoever wants the same seat does not wait
   * until the one before is told what else is free.
   */
  async function placing<T>(query: () => Query<T>) {
    for (let runs = 1; ; runs += 1) {
      try {
        return await engine.transact(query)
      } catch (error) {
        if (!(error instanceof NotPlaced)) throw error
        try {
          return await engine.read(() => whyNot(error))
        } catch (gone) {
          // It was given back meanwhile.
          if (!(gone instanceof GoneMeanwhile) || runs === MOST_RUNS) throw gone
        }
      }
    }
  }
  /** For changes that claim no more than the booking already holds, and so cannot meet another. */
  function* settle(booking: KeptBooking, changes: Partial<StoredBooking>, event: BookingEvent) {
    yield* updateBooking(booking, changes, event)
    return accept(yield* reread(booking))
  }
  /** Whoever changes somebody else's booking says why; null when that is said, or not needed. */
  function reasonNeeded(booking: KeptBooking, asker: Asker, reason = '') {
    if (reason !== '' || !isSomebodyElses(booking, booking.bookedById, asker.personId)) return null
    return { ok: false, code: 'reason_needed', detail: { personName: booking.personName } } as const
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

    history: ({ bookingId }) =>
      engine.read(function* () {
        return accept(yield* changesOf(bookingId))
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
      placing(function* () {
        const found = yield* bookingById(bookingId)
        const place = yield* placeToHold(clock.now(), wish.seatId)
        if (found !== null) yield* personToHold(found.personId)
        const held = yield* bookingToChange(bookingId)
        if (held === null || place === null) return refuse('not_found')
        yield* mustBeAsSeen(bookingId, held, seenVersion)
        const earlier = yield* earlierPlacesOf(bookingId)
        const refusal = decideReschedule(place.facts, held, wish, earlier, yield* timesOfHeld(place, held))
        if (refusal !== null) return isPlacing(refusal) ? refusedBy(place, wish, refusal) : refuse(refusal)
        const isBack = isBackTo(earlier, wish)
        const booking = { ...held, ...wish }
        const byRules = (isBack ? null : refusedDay(place, wish, held)) ?? (yield* refusedByLimit(place, booking, held))
        const needed = byRules ?? reasonNeeded(held, asker, reason)
        const event = eventOf('rescheduled', asker, reason)
        return needed ?? (yield* placed(place, booking, updateBooking(held, wish, event), held))
      }),

    edit: ({ bookingId, seenVersion, companionId, purpose, reason }, asker) =>
      engine.transact(function* () {
        const isKnown = yield* areKnown(companionId)
        const booking = yield* bookingToChange(bookingId)
        if (booking === null || !isKnown) return refuse('not_found')
        yield* mustBeAsSeen(bookingId, booking, seenVersion)
        const refusal = decideChange(clock.now(), booking)
        if (refusal !== null) return refuse(refusal)
        const needed = reasonNeeded(booking, asker, reason)
        if (needed !== null) return needed
        const changes = { companionId: companionId === booking.personId ? null : companionId, purpose }
        try {
          yield* updateBooking(booking, changes, eventOf('edited', asker, reason))
        } catch (error) {
          if (error instanceof PlaceTaken && error.by === 'person_taken')
            return yield* personTaken({ ...booking, ...changes })
          throw error
        }
        return accept(yield* reread(booking))
      }),

    cancel: ({ bookingId, seenVersion, reason }, asker) =>
      engine.transact(function* () {
        const booking = yield* bookingToChange(bookingId)
        if (booking === null) return refuse('not_found')
        if (booking.state === 'cancelled') return accept(yield* oneWithCheckIn(booking))
        yield* mustBeAsSeen(bookingId, booking, seenVersion)
        const refusal = decideCancel(clock.now(), booking)
        if (refusal !== null) return refuse(refusal)
        const needed = reasonNeeded(booking, asker, reason)
        return needed ?? (yield* settle(booking, { state: 'cancelled' }, eventOf('cancelled', asker, reason)))
      }),

    restore: ({ bookingId }, asker) =>
      placing(function* () {
        const found = yield* bookingById(bookingId)
        if (found === null) return refuse('not_found')
        const place = yield* placeToHold(clock.now(), found.seatId)
        const isPlaceThere = place !== null && (yield* areKnown(found.personId))
        const booking = yield* bookingToChange(bookingId)
        if (booking === null) return refuse('not_found')
        if (booking.state !== 'cancelled') return accept(yield* oneWithCheckIn(booking))
        if (!isPlaceThere) return refuse('not_found')
        const refusal = decideRestore(clock.now(), booking)
        if (refusal !== null) return refuse(refusal)
        const change = { state: 'booked' } as const
        const byLimit = yield* refusedByLimit(place, booking)
        const event = eventOf('restored', asker)
        return byLimit ?? (yield* placed(place, { ...booking, ...change }, updateBooking(booking, change, event)))
      }),

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
        const event = eventOf('checked_in', asker)
        if (place === null) return yield* settle(booking, change, event)
        return yield* placed(place, { ...booking, ...change }, updateBooking(booking, change, event), booking)
      }),
  }
}
