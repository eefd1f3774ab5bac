import { MOST_SERIES_DAYS } from '../../../shared/contract/limits.ts'
import type { Booking, KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Misfit, PlaceWish, SeriesDay, SeriesScope } from '../../../shared/contract/seats/series.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { decideCancel, decideReschedule, isSomebodyElses } from '../../../shared/domain/seats/bookings.ts'
import type { SeatSpan } from '../../../shared/domain/seats/free-neighbours.ts'
import { datesOf, movedAlike, planSeries } from '../../../shared/domain/seats/series.ts'
import { dateOf } from '../../../shared/domain/wall-clock.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personById, personToHold } from '../../storage/house/people.ts'
import { roomOfSeat } from '../../storage/house/room.ts'
import {
  type BookingEvent,
  bookingById,
  bookingToChange,
  insertBooking,
  PlaceTaken,
  type StoredBooking,
  updateBooking,
} from '../../storage/seats/bookings.ts'
import { bookingsOfSeries, lastTwoChanges } from '../../storage/seats/series.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { refusedFor } from './booking-for.ts'
import { oneWithCheckIn, withCheckIn } from './check-in-window.ts'
import { besideIt, placeToHold, refusedByLimit, refusedDay, timesOfHeld } from './placing.ts'
import { fitFacts, heldBack, misfitNow, placeOf } from './series-places.ts'

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
  const eventOf = (what: BookingEvent['what'], asker: Asker, reason = ''): BookingEvent => ({
    ...{ id: clock.newId(), at: clock.now(), actorId: asker.personId, what },
    reason: reason === '' ? null : maskText(reason).text,
  })

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
  function* reread(id: Id): Query<Booking> {
    const found = yield* bookingById(id)
    if (found === null) throw new Error('a booking just stored is not there')
    return yield* oneWithCheckIn(found)
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
  function reasonNeeded(bookings: readonly KeptBooking[], asker: Asker, reason = '') {
    const other = bookings.find((booking) => isSomebodyElses(booking, booking.bookedById, asker.personId))
    if (reason !== '' || other === undefined) return null
    return { ok: false, code: 'reason_needed', detail: { personName: other.personName } } as const
  }

  /** Another place for a booking, where it is to be had; whether it was. */
  function* moved(id: Id, wish: SeatSpan, event: BookingEvent, isBack = false): Query<boolean> {
    const place = yield* placeToHold(clock.now(), wish.seatId)
    const found = yield* bookingById(id)
    if (found !== null) yield* personToHold(found.personId)
    const booking = yield* bookingToChange(id)
    if (place === null || booking === null) return false
    const earlier = isBack ? [wish] : []
    const times = yield* timesOfHeld(place, booking)
    if (decideReschedule(place.facts, booking, wish, earlier, times) !== null) return false
    const after = { ...booking, ...wish }
    if (!isBack && refusedDay(place, wish, booking) !== null) return false
    if ((yield* refusedByLimit(place, after, booking)) !== null) return false
    if ((yield* besideIt(place, after, booking)) !== null) return false
    return yield* wasWritten(updateBooking(booking, wish, event))
  }
  function* wasWritten(writing: Query<void>): Query<boolean> {
    try {
      yield* writing
      return true
    } catch (error) {
      if (error instanceof PlaceTaken) return false
      throw error
    }
  }
  function* cancelled(id: Id, event: BookingEvent): Query<boolean> {
    const booking = yield* bookingToChange(id)
    if (booking === null || decideCancel(clock.now(), booking) !== null) return false
    return yield* wasWritten(updateBooking(booking, { state: 'cancelled' }, event))
  }
  function* restored(id: Id, event: BookingEvent): Query<boolean> {
    const found = yield* bookingById(id)
    const place = found === null ? null : yield* placeToHold(clock.now(), found.seatId)
    const person = found === null ? null : yield* personToHold(found.personId)
    const booking = yield* bookingToChange(id)
    if (place === null || person === null || booking === null || booking.endsAt <= clock.now()) return false
    if ((yield* refusedByLimit(place, booking)) !== null || (yield* besideIt(place, booking)) !== null) return false
    return yield* wasWritten(updateBooking(booking, { state: 'booked' }, event))
  }

  /** Takes back the last change of one booking. */
  function* takenBack({ id, version }: { id: Id; version: number }, asker: Asker): Query<boolean> {
    const booking = yield* bookingById(id)
    const [last, before] = yield* lastTwoChanges(id)
    if (booking?.version !== version || last?.actorId !== asker.personId) return false
    if (before === undefined || before.state === 'cancelled') return yield* cancelled(id, eventOf('cancelled', asker))
    if (booking.state === 'cancelled') return yield* restored(id, eventOf('restored', asker))
    return yield* moved(id, placeOf(before), eventOf('rescheduled', asker), true)
  }

  /** Does it to each, and says what they are now. One may be in the way of another until it is done to it as well: so again, while it helps. */
  function* each(ids: readonly Id[], act: (id: Id) => Query<boolean>) {
    const bookings: Booking[] = []
    let left = [...ids]
    for (let tried = Number.POSITIVE_INFINITY; left.length > 0 && left.length < tried; ) {
      tried = left.length
      const kept: Id[] = []
      for (const id of left) {
        if (yield* act(id)) bookings.push(yield* reread(id))
        else kept.push(id)
      }
      left = kept
    }
    bookings.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    return accept({ bookings, keptCount: left.length })
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
        const days: SeriesDay[] = []
        for (const day of planSeries(facts, placeOf(place), shown, room.timeZone)) {
          const misfit = day.misfit ?? (yield* heldBack(room, clock.now(), { ...placeOf(day.place), personId }))
          days.push({ ...day, misfit })
        }
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
      engine.transact(function* () {
        const found = yield* meant(bookingId, scope)
        if (found === null) return refuse('not_found')
        const needed = reasonNeeded(found.bookings, asker, reason)
        if (needed !== null) return needed
        const ids = found.bookings.map(({ id }) => id)
        return yield* each(ids, (id) => cancelled(id, eventOf('cancelled', asker, reason)))
      }),

    move: ({ bookingId, scope, reason, from, ...wish }, asker) =>
      engine.transact(function* () {
        const found = yield* meant(bookingId, scope, from)
        const room = found === null ? null : yield* roomOfSeat(found.one.seatId)
        if (found === null || room === null) return refuse('not_found')
        const needed = reasonNeeded(found.bookings, asker, reason)
        if (needed !== null) return needed
        const alike = movedAlike(from ?? found.one, wish, room.timeZone)
        const places = new Map(found.bookings.map((booking) => [booking.id, alike(booking)]))
        return yield* each([...places.keys()], (id) =>
          moved(id, places.get(id) ?? wish, eventOf('rescheduled', asker, reason)),
        )
      }),

    takeBack: ({ bookings }, asker) =>
      engine.transact(function* () {
        const versions = new Map(bookings.map(({ id, version }) => [id, version]))
        return yield* each([...versions.keys()], (id) => takenBack({ id, version: versions.get(id) ?? -1 }, asker))
      }),
  }
}
