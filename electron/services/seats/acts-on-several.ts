import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { decideCancel, decideReschedule } from '../../../shared/domain/seats/bookings.ts'
import type { SeatSpan } from '../../../shared/domain/seats/free-neighbours.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personToHold } from '../../storage/house/people.ts'
import {
  type BookingEvent,
  bookingById,
  bookingsWithIds,
  bookingToChange,
  updateBooking,
} from '../../storage/seats/bookings.ts'
import { changesSince, lastTwoChanges } from '../../storage/seats/series.ts'
import type { Clock } from '../parts.ts'
import { accept } from '../refuse.ts'
import { oneWithCheckIn, withCheckIn } from './check-in-window.ts'
import { isWritten, whoComesBack } from './coming-back.ts'
import { besideIt, placeToHold, refusedByLimit, refusedDay, timesOfHeld } from './placing.ts'
import { placeOf } from './series-places.ts'

/** What is done to several bookings in one act: each by itself, where it can be. */
export function actsOnSeveral(clock: Clock) {
  const eventOf = (what: BookingEvent['what'], asker: Asker, reason = ''): BookingEvent => ({
    ...{ id: clock.newId(), at: clock.now(), actorId: asker.personId, what },
    reason: reason === '' ? null : maskText(reason).text,
  })

  function* reread(id: Id): Query<Booking> {
    const found = yield* bookingById(id)
    if (found === null) throw new Error('a booking just stored is not there')
    return yield* oneWithCheckIn(found)
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
    return yield* isWritten(updateBooking(booking, wish, event))
  }
  function* cancelled(id: Id, event: BookingEvent): Query<boolean> {
    const booking = yield* bookingToChange(id)
    if (booking === null || decideCancel(clock.now(), booking) !== null) return false
    return yield* isWritten(updateBooking(booking, { state: 'cancelled' }, event))
  }
  function* restored(id: Id, event: BookingEvent): Query<boolean> {
    const found = yield* bookingById(id)
    const place = found === null ? null : yield* placeToHold(clock.now(), found.seatId)
    const people = found === null ? null : yield* whoComesBack(found)
    const booking = yield* bookingToChange(id)
    if (place === null || people === null || booking === null || booking.endsAt <= clock.now()) return false
    const after = { ...booking, ...people, state: 'booked' as const }
    if ((yield* refusedByLimit(place, after)) !== null || (yield* besideIt(place, after)) !== null) return false
    return yield* isWritten(updateBooking(booking, after, event))
  }

  /**
   * Takes back the last change of one booking, where it is that one still; `own`: and where whoever asks made it. `to`: all since that version, or (null) since before
   * it was made.
   */
  function* takenBack(
    { id, version, to }: { id: Id; version: number; to?: number | null | undefined },
    asker: Asker,
    whose: 'own' | 'anyones',
  ): Query<boolean> {
    const booking = yield* bookingById(id)
    const changes = to === undefined ? (yield* lastTwoChanges(id)).reverse() : yield* changesSince(id, to ?? 0)
    // The first is what it goes back to, unless it goes back to before the first there was.
    const isMade = to === null || (to === undefined && changes.length === 1)
    const before = isMade ? undefined : changes[0]
    const later = isMade ? changes : changes.slice(1)
    const isTheirs = later.every(({ actorId }) => actorId === asker.personId)
    if (booking?.version !== version || later.length === 0 || (whose === 'own' && !isTheirs)) return false
    if (before === undefined || before.state === 'cancelled') return yield* cancelled(id, eventOf('cancelled', asker))
    if (booking.state === 'cancelled') return yield* restored(id, eventOf('restored', asker))
    return yield* moved(id, placeOf(before), eventOf('rescheduled', asker), true)
  }

  /** Does it to each, and says what they are now. One may be in the way of another until it is done to it as well: so again, while it helps. */
  function* each(ids: readonly Id[], act: (id: Id) => Query<boolean>) {
    const done: Id[] = []
    let left = [...ids]
    for (let tried = Number.POSITIVE_INFINITY; left.length > 0 && left.length < tried; ) {
      tried = left.length
      const kept: Id[] = []
      for (const id of left) {
        if (yield* act(id)) done.push(id)
        else kept.push(id)
      }
      left = kept
    }
    const bookings = yield* withCheckIn(yield* bookingsWithIds(done))
    return accept({ bookings, keptCount: left.length })
  }

  return { eventOf, reread, moved, cancelled, takenBack, each }
}
