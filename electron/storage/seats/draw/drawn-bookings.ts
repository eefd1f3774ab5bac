import { type Query, type Sql, together, write } from '../../engine/query.ts'
import { type BookingEvent, parametersOf, refereed, type StoredBooking } from '../bookings.ts'

const BOOKINGS: Sql = {
  sqlite: `INSERT INTO booking (id, seat_id, person_id, purpose, starts_at, ends_at, state, version, booked_by_id)
    SELECT value ->> 'id', value ->> 'seatId', value ->> 'personId', value ->> 'purpose', value ->> 'startsAt', value ->> 'endsAt',
      value ->> 'state', value ->> 'version', value ->> 'bookedById'
    FROM json_each(:bookings)`,
  postgres: `INSERT INTO booking (id, seat_id, person_id, purpose, starts_at, ends_at, state, version, booked_by_id)
    SELECT value ->> 'id', value ->> 'seatId', value ->> 'personId', value ->> 'purpose', value ->> 'startsAt', value ->> 'endsAt',
      value ->> 'state', CAST(value ->> 'version' AS bigint), value ->> 'bookedById'
    FROM json_array_elements(CAST(:bookings AS json)) AS given (value)`,
}

const EVENTS: Sql = {
  sqlite: `INSERT INTO booking_event (id, booking_id, at, actor_id, what, after_json)
    SELECT value ->> 'id', value ->> 'bookingId', value ->> 'at', value ->> 'actorId', value ->> 'what', value -> 'after'
    FROM json_each(:events)`,
  postgres: `INSERT INTO booking_event (id, booking_id, at, actor_id, what, after_json)
    SELECT value ->> 'id', value ->> 'bookingId', value ->> 'at', value ->> 'actorId', value ->> 'what', value -> 'after'
    FROM json_array_elements(CAST(:events AS json)) AS given (value)`,
}

/**
 * Stores what is drawn at once, each with its first event: thousands one by one would keep everybody waiting. Nobody sits beside them or came
 * yet. Call inside a transaction. Throws `PlaceTaken` where the database refuses one, and then stored none.
 */
export function* insertDrawnBookings(
  drawn: readonly { readonly booking: StoredBooking; readonly event: BookingEvent }[],
): Query<void> {
  const bookings = drawn.map(({ booking, event }) => ({ ...parametersOf(booking), bookedById: event.actorId }))
  const events = drawn.map(({ booking, event: { id, at, actorId, what } }) => {
    const { id: bookingId, ...after } = parametersOf(booking)
    return { id, bookingId, at, actorId, what, after }
  })
  yield* refereed(
    together(
      write(BOOKINGS, { bookings: JSON.stringify(bookings) }),
      write(EVENTS, { events: JSON.stringify(events) }),
    ),
  )
}
