import type { BookingState, KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { SeatSpan } from '../../../shared/domain/seats/free-neighbours.ts'
import { type Query, rows } from '../engine/query.ts'
import { BOOKING_SELECT } from './bookings.ts'

/** The statements behind the reading functions, named so that a test can ask SQLite how it runs them. */
export const seriesQueries = {
  ofSeries: `${BOOKING_SELECT} WHERE series_id = ? AND state <> 'cancelled' ORDER BY starts_at, seat.number`,
  /** As they happened: the clock may have been set back between two. */
  lastTwo: `SELECT actor_id AS actorId, after_json ->> 'seatId' AS seatId, after_json ->> 'startsAt' AS startsAt,
      after_json ->> 'endsAt' AS endsAt, after_json ->> 'state' AS state
    FROM booking_event WHERE booking_id = ? ORDER BY rowid DESC LIMIT 2`,
  /** That one, and what came later. */
  since: `SELECT actor_id AS actorId, after_json ->> 'seatId' AS seatId, after_json ->> 'startsAt' AS startsAt,
      after_json ->> 'endsAt' AS endsAt, after_json ->> 'state' AS state
    FROM booking_event WHERE booking_id = ? AND CAST(after_json ->> 'version' AS bigint) >= ? ORDER BY rowid`,
}

/** What of a series was not cancelled, soonest first. */
export const bookingsOfSeries = (seriesId: Id): Query<KeptBooking[]> =>
  rows<KeptBooking>(seriesQueries.ofSeries, [seriesId])

/** A booking as it was stored by one change, and who made the change. */
export interface StoredChange extends SeatSpan {
  readonly actorId: Id | null
  readonly state: BookingState
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** The last change of a booking and the one before, which a new booking has not. */
export const lastTwoChanges = (bookingId: Id): Query<StoredChange[]> =>
  rows<StoredChange>(seriesQueries.lastTwo, [bookingId])

/** A booking as the change that made this version left it, and all changes later, in their order. */
export const changesSince = (bookingId: Id, version: number): Query<StoredChange[]> =>
  rows<StoredChange>(seriesQueries.since, [bookingId, version])
