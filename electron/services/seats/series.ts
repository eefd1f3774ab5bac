import { MOST_SERIES_DAYS } from '../../../shared/contract/limits.ts'
import type { Booking, KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Misfit, PlaceWish, SeriesScope } from '../../../shared/contract/seats/series.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { SeatSpan } from '../../../shared/domain/seats/free-neighbours.ts'
import { datesOf, movedAlike, planSeries } from '../../../shared/domain/seats/series.ts'
import { dateOf } from '../../../shared/domain/wall-clock.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personById, personToHold } from '../../storage/house/people.ts'
import { roomOfSeat } from '../../storage/house/room.ts'
import { bookingById, insertBooking, PlaceTaken, type StoredBooking } from '../../storage/seats/bookings.ts'
import { bookingsOfSeries } from '../../storage/seats/series.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { actsOnSeveral } from './acts-on-several.ts'
import { mustHaveReason, refusedFor, unlessReasonNeeded } from './booking-for.ts'
import { withCheckIn } from './check-in-window.ts'
import { placeToHold } from './placing.ts'
import { fitFacts, misfitNow, placeOf } from './series-places.ts'

/** Thrown out of a transaction, which is taken back with all it held: one of several is not to be had. */
class NotFree extends Error {
  readonly index: number
  readonly misfit: Misfit
  constructor(index: number, misfit: Misfit) {
    super('not_free')
    this.index = index
    this.misfit = misfit
  }
}

export function seriesService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'series'> {
  const { eventOf, reread, moved, cancelled, takenBack, each } = actsOnSeveral(clock)

  /** Seats and people are held in one order for all, so that no two wait for each other. Whether all are there. */
  function* held(wishes: readonly Pick<PlaceWish, 'seatId' | 'personId' | 'companionId'>[]): Query<boolean> {
    for (const seatId of [...new Set(wishes.map((wish) => wish.seatId))].sort())
      if ((yield* placeToHold(clock.now(), seatId)) === null) return false
    const people = new Set(wishes.flatMap(({ personId, companionId }) => [personId, companionId]))
    for (const id of [...people].filter((one) => one !== null).sort())
      if ((yield* personToHold(id)) === null) return false
    return true
  }

  function* misfitOf(wish: PlaceWish): Query<Misfit | null> {
    const room = yield* roomOfSeat(wish.seatId)
    return room === null ? null : yield* misfitNow(room, clock.now(), wish, dateOf(wish.startsAt, room.timeZone))
  }

  function* made(wish: PlaceWish, index: number, asker: Asker, seriesId: Id | null): Query<Booking> {
    const misfit = yield* misfitOf(wish)
    if (misfit !== null) throw new NotFree(index, misfit)
    const booking: StoredBooking = {
      ...wish,
      id: clock.newId(),
      ...{ state: 'booked', checkedInAt: null, satById: null, walkUpOf: null, version: 0 },
    }
    try {
      yield* insertBooking(booking, eventOf('reserved', asker), seriesId)
    } catch (error) {
      // The database is the referee: what it saw is said by name.
      const seen = error instanceof PlaceTaken ? yield* misfitOf(wish) : null
      throw seen === null ? error : new NotFree(index, seen)
    }
    return yield* reread(booking.id)
  }

  /** Those of a series that are meant and that somebody may still come to, soonest first. */
  function* meant(bookingId: Id, scope: SeriesScope, from: SeatSpan | null = null) {
    const one = yield* bookingById(bookingId)
    if (one === null || one.seriesId === null) return null
    const bookings = yield* bookingsOfSeries(one.seriesId)
    const isMeant = ({ id, startsAt, endsAt, state }: KeptBooking) =>
      (from === null || id !== one.id) &&
      state === 'booked' &&
      endsAt > clock.now() &&
      (scope === 'all' || startsAt >= (from ?? one).startsAt)
    return { one, bookings: bookings.filter(isMeant) }
  }

  return {
    preview: ({ rhythm, personId, companionId, ...place }, asker) =>
      engine.read(function* () {
        const room = yield* roomOfSeat(place.seatId)
        if (room === null || (yield* personById(personId)) === null) return refuse('not_found')
        const notForThem = yield* refusedFor(personId, asker)
        if (notForThem !== null) return notForThem
        const dates = datesOf(dateOf(place.startsAt, room.timeZone), rhythm, MOST_SERIES_DAYS + 1)
        const shown = dates.slice(0, MOST_SERIES_DAYS)
        const personIds = [personId, companionId].filter((id) => id !== null)
        const facts = yield* fitFacts(room, clock.now(), { seatId: place.seatId, personIds, dates: shown })
        const days = planSeries(facts, placeOf(place), shown, room.timeZone)
        return accept({ days, hasMore: dates.length > shown.length })
      }),

    make: async ({ wishes, isSeries }, asker) => {
      try {
        return await engine.transact(function* () {
          const asked = wishes.map((wish) => ({
            ...wish,
            companionId: wish.companionId === wish.personId ? null : wish.companionId,
          }))
          if (!(yield* held(asked))) return refuse('not_found')
          for (const personId of new Set(asked.map((wish) => wish.personId))) {
            const notForThem = yield* refusedFor(personId, asker)
            if (notForThem !== null) return notForThem
          }
          const seriesId = isSeries && asked.length > 1 ? clock.newId() : null
          const bookings: Booking[] = []
          for (const [index, wish] of asked.entries()) bookings.push(yield* made(wish, index, asker, seriesId))
          return accept(bookings)
        })
      } catch (error) {
        if (!(error instanceof NotFree)) throw error
        const { index, misfit } = error
        return { ok: false, code: 'not_free', detail: { index, misfit } } as const
      }
    },

    of: ({ seriesId }) =>
      engine.read(function* () {
        return accept(yield* withCheckIn(yield* bookingsOfSeries(seriesId)))
      }),

    cancel: ({ bookingId, scope, reason }, asker) =>
      unlessReasonNeeded(() =>
        engine.transact(function* () {
          const found = yield* meant(bookingId, scope)
          if (found === null) return refuse('not_found')
          const ids = found.bookings.map(({ id }) => id)
          const done = yield* each(ids, (id) => cancelled(id, eventOf('cancelled', asker, reason)))
          if (done.value.bookings.length > 0) yield* mustHaveReason(found.bookings, asker, reason)
          return done
        }),
      ),

    move: ({ bookingId, scope, reason, from, ...wish }, asker) =>
      unlessReasonNeeded(() =>
        engine.transact(function* () {
          const found = yield* meant(bookingId, scope, from)
          const room = found === null ? null : yield* roomOfSeat(found.one.seatId)
          if (found === null || room === null) return refuse('not_found')
          const alike = movedAlike(from ?? found.one, wish, room.timeZone)
          const places = new Map(found.bookings.map((booking) => [booking.id, alike(booking)]))
          const done = yield* each([...places.keys()], (id) =>
            moved(id, places.get(id) ?? wish, eventOf('rescheduled', asker, reason)),
          )
          if (done.value.bookings.length > 0) yield* mustHaveReason(found.bookings, asker, reason)
          return done
        }),
      ),

    takeBack: ({ bookings }, asker) =>
      engine.transact(function* () {
        const steps = new Map(bookings.map((one) => [one.id, one]))
        return yield* each([...steps.keys()], (id) => takenBack(steps.get(id) ?? { id, version: -1 }, asker, 'own'))
      }),
  }
}
