import type { Booking, KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { decideRestore } from '../../../shared/domain/seats/bookings.ts'
import { GoneMeanwhile } from '../../storage/engine/engine.ts'
import type { Query } from '../../storage/engine/query.ts'
import {
  type BookingEvent,
  bookingById,
  bookingToChange,
  PlaceTaken,
  type StoredBooking,
  updateBooking,
} from '../../storage/seats/bookings.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { oneWithCheckIn } from './check-in-window.ts'
import { whoComesBack } from './coming-back.ts'
import { personTaken, placeHeld, seatTaken, toBeDrawn } from './place-taken.ts'
import { besideIt, placeToHold, refusedByLimit, type WantedPlace } from './placing.ts'

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

/** Placing somebody, with the database as the referee, and an answer for whoever was slower. */
export function takingPlaces({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>) {
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
  /** A cancelled booking is there again, where its place is still to be had. To be called in `placing`. */
  function* restored(bookingId: Id, event: BookingEvent) {
    const found = yield* bookingById(bookingId)
    if (found === null) return refuse('not_found')
    const place = yield* placeToHold(clock.now(), found.seatId)
    const people = place === null ? null : yield* whoComesBack(found)
    const booking = yield* bookingToChange(bookingId)
    if (booking === null) return refuse('not_found')
    if (booking.state !== 'cancelled') return accept(yield* oneWithCheckIn(booking))
    if (place === null || people === null) return refuse('not_found')
    const refusal = decideRestore(clock.now(), booking)
    if (refusal !== null) return refuse(refusal)
    const change = { ...people, state: 'booked' } as const
    const after = { ...booking, ...change }
    return (yield* refusedByLimit(place, after)) ?? (yield* placed(place, after, updateBooking(booking, change, event)))
  }

  return { placing, placed, refuseAmong, reread, restored }
}
