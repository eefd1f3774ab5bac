import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { OpenSeat } from '../../../shared/contract/seats/walk-ups.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { LONGEST_BOOKING_MS } from '../../../shared/domain/seats/longest-booking.ts'
import { walkUpSpan } from '../../../shared/domain/seats/no-shows.ts'
import type { Span } from '../../../shared/domain/seats/slots.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personToHold } from '../../storage/house/people.ts'
import {
  bookingById,
  bookingToChange,
  heldPlaces,
  holderOfSeat,
  insertBooking,
  PlaceTaken,
  type StoredBooking,
  updateBooking,
} from '../../storage/seats/bookings.ts'
import { drawnPlacesIn } from '../../storage/seats/draw/places.ts'
import { isListenedOn, missedNow } from '../../storage/seats/no-shows.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { oneWithCheckIn } from './check-in-window.ts'
import type { NoShowWatch } from './no-show-watch.ts'
import { personTaken, sitsElsewhere } from './place-taken.ts'
import { placeToHold } from './placing.ts'

interface WalkUpParts extends Pick<HouseParts, 'engine' | 'clock'> {
  readonly watch: NoShowWatch
}

export function walkUpsService({ engine, clock, watch }: WalkUpParts): Service<'walkUps'> {
  function* openSeats(now: Instant, asker: Asker): Query<OpenSeat[]> {
    const missed = yield* missedNow(now, addMs(now, -LONGEST_BOOKING_MS))
    const seats = new Map<string, OpenSeat>()
    for (const booking of missed) {
      // Whoever comes late to their own seat checks in.
      if (booking.personId === asker.personId) continue
      const span = yield* spanLeft(now, booking)
      if (span === null) continue
      const { id: bookingId, seatId, seatNumber } = booking
      seats.set(seatId, { bookingId, seatId, seatNumber, until: span.endsAt })
    }
    return [...seats.values()].sort((one, other) => (one.until < other.until ? 1 : one.until > other.until ? -1 : 0))
  }
  function* spanLeft(now: Instant, missed: KeptBooking): Query<Span | null> {
    const all = [...(yield* heldPlaces(missed)), ...(yield* drawnPlacesIn(missed))]
    const held = all.filter(({ seatId }) => seatId === missed.seatId)
    return walkUpSpan(now, missed, held)
  }
  /** Who was there first, where that is why. */
  function* goneTo(missed: KeptBooking, now: Instant) {
    const span = { startsAt: now, endsAt: missed.endsAt > now ? missed.endsAt : addMs(now, 1) }
    const holder = yield* holderOfSeat({ seatId: missed.seatId, ...span }, missed.id)
    return { ok: false, code: 'gone', detail: { personName: holder?.personName ?? null } } as const
  }

  return {
    open: async (_, asker) => {
      await watch.look()
      return engine.read(function* () {
        return accept(yield* openSeats(clock.now(), asker))
      })
    },

    take: ({ bookingId, personId, purpose }, asker) =>
      engine.transact(function* () {
        const missed = yield* bookingById(bookingId)
        if (missed === null) return refuse('not_found')
        const now = clock.now()
        const place = yield* placeToHold(now, missed.seatId)
        if (place === null || (yield* personToHold(personId)) === null) return refuse('not_found')
        const span = yield* spanLeft(now, (yield* bookingById(bookingId)) ?? missed)
        if (span === null) return yield* goneTo(missed, now)
        const booking: StoredBooking = {
          ...{ id: clock.newId(), seatId: missed.seatId, personId, companionId: null, purpose, ...span },
          ...{ state: 'checked_in', checkedInAt: now, satById: null, walkUpOf: missed.id, version: 0 },
        }
        const elsewhere = yield* sitsElsewhere(now, booking)
        if (elsewhere !== null) return elsewhere
        try {
          yield* insertBooking(booking, { id: clock.newId(), at: now, actorId: asker.personId, what: 'walked_up' })
        } catch (error) {
          if (!(error instanceof PlaceTaken)) throw error
          return error.by === 'person_taken' ? yield* personTaken(booking) : yield* goneTo(missed, now)
        }
        const taken = yield* bookingById(booking.id)
        if (taken === null) throw new Error('a booking just stored is not there')
        return accept(yield* oneWithCheckIn(taken))
      }),

    leave: ({ bookingId }, asker) =>
      engine.transact(function* () {
        const booking = yield* bookingToChange(bookingId)
        if (booking === null || booking.walkUpOf === null) return refuse('not_found')
        if (booking.state === 'cancelled') return accept(yield* oneWithCheckIn(booking))
        if (booking.state !== 'checked_in' || (yield* isListenedOn(booking))) return refuse('in_use')
        const event = { id: clock.newId(), at: clock.now(), actorId: asker.personId, what: 'cancelled' } as const
        yield* updateBooking(booking, { state: 'cancelled' }, event)
        return accept(yield* oneWithCheckIn((yield* bookingById(bookingId)) ?? booking))
      }),
  }
}
