import type { BookingChangeKind } from '../../../shared/contract/seats/booking-change-kinds.ts'
import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import type { SeatSpan } from '../../../shared/domain/seats/free-neighbours.ts'
import { LONGEST_BOOKING_MS } from '../../../shared/domain/seats/longest-booking.ts'
import type { Span } from '../../../shared/domain/seats/slots.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, row, rows, step, together, write } from '../engine/query.ts'
import { isRefusedBy } from '../engine/refused-by.ts'
import { guarded } from '../versions.ts'
import { giveBooking, tellOfBooking, tellOthers } from './booking-news.ts'

/** A booking as it is stored: names and numbers of others are looked up when it is read. */
export type StoredBooking = Omit<
  KeptBooking,
  'seatNumber' | 'personName' | 'companionName' | 'satByName' | 'bookedById' | 'bookedByName' | 'seriesId' | 'drawnAt'
>

/** One line of a booking's history; append-only. */
export interface BookingEvent {
  readonly id: Id
  readonly at: Instant
  readonly actorId: Id | null
  readonly what: BookingChangeKind
  /** Why, where it was somebody else's booking. */
  readonly reason?: string | null
  /** Of a swap: the other booking. */
  readonly otherId?: Id
}

/** `place_held`: it is offered to somebody who waits for it. */
export type TakenBy = 'seat_taken' | 'person_taken' | 'place_held' | 'to_be_drawn'

/** Thrown by the writing functions when the database itself refuses an overlap. */
export class PlaceTaken extends Error {
  readonly by: TakenBy
  constructor(by: TakenBy) {
    super(by)
    this.by = by
  }
}

/** What a `KeptBooking` is read from. */
export const BOOKING_SELECT = `
  SELECT booking.id, seat_id AS seatId, seat.number AS seatNumber, person_id AS personId, person.name AS personName,
    companion_id AS companionId, companion.name AS companionName, purpose, starts_at AS startsAt, ends_at AS endsAt,
    state, checked_in_at AS checkedInAt, booking.version, coalesce(booker.merged_into, booked_by_id) AS bookedById, booker.name AS bookedByName,
    series_id AS seriesId, sat_by_id AS satById, sitter.name AS satByName, walk_up_of AS walkUpOf,
    (SELECT drawn.at FROM booking_event drawn WHERE drawn.booking_id = booking.id AND drawn.what = 'drawn' AND NOT EXISTS (
      SELECT 1 FROM booking_event moved WHERE moved.booking_id = booking.id AND moved.what IN ('rescheduled', 'swapped')) LIMIT 1) AS drawnAt
  FROM booking JOIN seat ON seat.id = seat_id JOIN person ON person.id = person_id
  LEFT JOIN person companion ON companion.id = companion_id LEFT JOIN person booker ON booker.id = booked_by_id
  LEFT JOIN person sitter ON sitter.id = sat_by_id`
const HOLDS_A_PLACE = `state IN ('booked', 'checked_in')`
/** Together with `spanParameters`. */
export const IN_SPAN = 'starts_at > :lookBackTo AND starts_at < :endsAt AND ends_at > :startsAt'

const IS_UPCOMING = `ends_at > :now AND state IN ('booked', 'checked_in', 'no_show', 'excused')`

const UPCOMING_AMONG = inEach((say) => {
  const of = (column: string) => `SELECT ${column} AS id FROM booking
    WHERE ${say(among(column, 'text', ':ids'))} AND starts_at > :lookBackTo AND ${IS_UPCOMING}`
  return `${of('person_id')} UNION ${of('companion_id')}`
})

const OF_IDS = inEach((say) => `${BOOKING_SELECT} WHERE ${say(among('booking.id'))} ORDER BY starts_at, booking.id`)

/** Waits for whoever is changing it. On the desk's own file there is one writer at a time anyway. */
const HOLD = { sqlite: null, postgres: 'SELECT 1 FROM booking WHERE id = ? FOR NO KEY UPDATE' }

/** The statements behind the reading functions, named so that a test can ask SQLite how it runs them. */
export const bookingQueries = {
  byId: `${BOOKING_SELECT} WHERE booking.id = :id`,
  board: `${BOOKING_SELECT} WHERE ${IN_SPAN} AND state <> 'cancelled' ORDER BY starts_at, seat.number`,
  upcoming: `${BOOKING_SELECT} WHERE booking.id IN (
      SELECT id FROM booking WHERE person_id = :personId AND starts_at > :lookBackTo
      UNION ALL SELECT id FROM booking WHERE companion_id = :personId AND starts_at > :lookBackTo)
    AND ${IS_UPCOMING} ORDER BY starts_at`,
  held: `SELECT seat_id AS seatId, starts_at AS startsAt, ends_at AS endsAt FROM booking WHERE ${IN_SPAN} AND ${HOLDS_A_PLACE}
    UNION ALL SELECT seat_id, starts_at, ends_at FROM waitlist_offer WHERE ${IN_SPAN} AND state = 'open'`,
  holderOfSeat: `${BOOKING_SELECT} WHERE seat_id = :seatId AND ${IN_SPAN} AND ${HOLDS_A_PLACE} AND booking.id <> :exceptId
    ORDER BY starts_at LIMIT 1`,
  ofPeople: `${BOOKING_SELECT} WHERE booking.id IN (
      SELECT id FROM booking WHERE person_id IN (:personId, :companionId) AND ${IN_SPAN}
      UNION ALL SELECT id FROM booking WHERE companion_id IN (:personId, :companionId) AND ${IN_SPAN})
    AND ${HOLDS_A_PLACE} AND booking.id <> :exceptId ORDER BY starts_at`,
  inTheWay: `${BOOKING_SELECT} WHERE booking.id IN (
      SELECT id FROM booking WHERE seat_id = :seatId AND ${IN_SPAN}
      UNION ALL SELECT id FROM booking WHERE person_id IN (:personId, :companionId) AND ${IN_SPAN}
      UNION ALL SELECT id FROM booking WHERE companion_id IN (:personId, :companionId) AND ${IN_SPAN})
    AND ${HOLDS_A_PLACE} ORDER BY starts_at`,
  seatsToCome: `SELECT DISTINCT seat.number FROM booking JOIN seat ON seat.id = seat_id
    WHERE starts_at > :lookBackTo AND ends_at > :now AND ${HOLDS_A_PLACE} AND seat.number > :above AND seat.room_id = :roomId
    ORDER BY seat.number`,
  toComeIn: `${BOOKING_SELECT} WHERE starts_at > :lookBackTo AND ends_at > :now AND ${HOLDS_A_PLACE} AND seat.room_id = :roomId
    ORDER BY starts_at, seat.number`,
  everIn:
    'SELECT 1 FROM seat WHERE room_id = :roomId AND EXISTS (SELECT 1 FROM booking WHERE seat_id = seat.id) LIMIT 1',
  satOn: `${BOOKING_SELECT} WHERE ${IN_SPAN} AND ends_at > :now AND state = 'checked_in' AND booking.id <> :exceptId
    AND coalesce(sitter.merged_into, sat_by_id, person.merged_into, person_id) = (SELECT coalesce(merged_into, id) FROM person WHERE id = :personId)
    ORDER BY starts_at LIMIT 1`,
  countedOf: `${BOOKING_SELECT} WHERE person_id IN (SELECT id FROM person WHERE id = :personId OR merged_into = :personId) AND starts_at > :from AND state NOT IN ('cancelled', 'excused') AND walk_up_of IS NULL
    AND booking.id <> :exceptId ORDER BY starts_at`,
}

export const bookingById = (id: Id): Query<KeptBooking | null> => row<KeptBooking>(bookingQueries.byId, { id })

/** All of these at once, earliest first. */
export const bookingsWithIds = (ids: readonly Id[]): Query<KeptBooking[]> =>
  rows<KeptBooking>(OF_IDS, [JSON.stringify(ids)])

/** The booking, which nobody else changes before the transaction that asked is over. */
export function* bookingToChange(id: Id): Query<KeptBooking | null> {
  yield* rows(HOLD, [id])
  return yield* bookingById(id)
}

/** Bookings that touch the span, cancelled ones left out, earliest first. */
export const boardOf = (span: Span): Query<KeptBooking[]> =>
  rows<KeptBooking>(bookingQueries.board, spanParameters(span))

/** What a person still has before them, listening or sitting beside, soonest first; also what they are too late for while it lasts. */
export const upcomingOf = (personId: Id, now: Instant): Query<KeptBooking[]> =>
  rows<KeptBooking>(bookingQueries.upcoming, { personId, now, lookBackTo: addMs(now, -LONGEST_BOOKING_MS) })

/** Who among them still has something before them, as `upcomingOf` tells it of one. */
export function* whoHasUpcoming(ids: readonly Id[], now: Instant): Query<Set<Id>> {
  const asked = { ids: JSON.stringify(ids), now, lookBackTo: addMs(now, -LONGEST_BOOKING_MS) }
  return new Set((yield* rows<{ id: Id }>(UPCOMING_AMONG, asked)).map(({ id }) => id))
}

/** Places held in the span, by a booking or for somebody who waits: what makes a wish overlap. */
export const heldPlaces = (span: Span): Query<SeatSpan[]> => rows<SeatSpan>(bookingQueries.held, spanParameters(span))

/** The first booking that holds the seat in the span, leaving out one booking (the one being moved). */
export const holderOfSeat = (wish: SeatSpan, exceptId: Id): Query<KeptBooking | null> =>
  row<KeptBooking>(bookingQueries.holderOfSeat, { ...spanParameters(wish), seatId: wish.seatId, exceptId })

/** Bookings of the span that take one of these people, in either part, leaving out one booking; earliest first. */
export const bookingsOfPeople = (
  { personId, companionId }: Pick<KeptBooking, 'personId' | 'companionId'>,
  span: Span,
  exceptId: Id,
): Query<KeptBooking[]> =>
  rows<KeptBooking>(bookingQueries.ofPeople, { ...spanParameters(span), personId, companionId, exceptId })

/** What holds the seat in the span, or takes one of the people; earliest first. */
export const bookingsInTheWay = ({
  seatId,
  personId,
  companionId,
  ...span
}: SeatSpan & Pick<KeptBooking, 'personId' | 'companionId'>): Query<KeptBooking[]> =>
  rows<KeptBooking>(bookingQueries.inTheWay, { ...spanParameters(span), seatId, personId, companionId })

/** Where somebody sits then and it is not over, in their own place or in another's, leaving out one booking; the first. Also where they were entered twice. */
export const placeSatOn = (personId: Id, span: Span, now: Instant, exceptId: Id): Query<KeptBooking | null> =>
  row<KeptBooking>(bookingQueries.satOn, { ...spanParameters(span), personId, now, exceptId })

/** Numbers of the room's seats above `above` that somebody still has a booking for. */
export function* seatNumbersToCome(roomId: Id, now: Instant, above: number): Query<number[]> {
  const parameters = { roomId, now, above, lookBackTo: addMs(now, -LONGEST_BOOKING_MS) }
  return (yield* rows<{ number: number }>(bookingQueries.seatsToCome, parameters)).map(({ number }) => number)
}

/** Whether anybody ever booked a seat of the room, whatever became of it. */
export function* wasBookedIn(roomId: Id): Query<boolean> {
  return (yield* row(bookingQueries.everIn, { roomId })) !== null
}

/** What of a room is not over and holds a place, soonest first. */
export const bookingsToComeIn = (roomId: Id, now: Instant): Query<KeptBooking[]> =>
  rows<KeptBooking>(bookingQueries.toComeIn, { roomId, now, lookBackTo: addMs(now, -LONGEST_BOOKING_MS) })

/** What a person booked for themselves, also where they were entered twice, came or not, that starts later than `from`, leaving out one booking; soonest first. */
export const countedOf = (personId: Id, from: Instant, exceptId: Id): Query<KeptBooking[]> =>
  rows<KeptBooking>(bookingQueries.countedOf, { personId, from, exceptId })

const INSERT = `INSERT INTO booking (id, seat_id, person_id, companion_id, purpose, starts_at, ends_at, state, checked_in_at, version,
    booked_by_id, series_id, sat_by_id, walk_up_of)
  VALUES (:id, :seatId, :personId, :companionId, :purpose, :startsAt, :endsAt, :state, :checkedInAt, :version, :bookedById, :seriesId,
    :satById, :walkUpOf)`

const UPDATE = `UPDATE booking SET seat_id = :seatId, person_id = :personId, companion_id = :companionId, purpose = :purpose,
    starts_at = :startsAt, ends_at = :endsAt, state = :state, checked_in_at = :checkedInAt, sat_by_id = :satById,
    version = :version
  WHERE id = :id AND version = :version - 1`

/** Stores a new booking with its first event, whose actor made it, unless it says who did. Call inside a transaction. Throws `PlaceTaken`, and then stored nothing. */
export function* insertBooking(
  booking: StoredBooking,
  event: BookingEvent,
  seriesId: Id | null = null,
  bookedById = event.actorId,
): Query<void> {
  const inserted = write(INSERT, { ...parametersOf(booking), bookedById, seriesId })
  yield* refereed(together(inserted, insertEvent(booking, event)))
  yield* giveBooking(booking, bookedById, event)
}

/**
 * Stores `before` with its changes and the event that made them. Call inside a transaction. Throws `PlaceTaken`, and then stored
 * nothing; and `StaleChange`.
 */
export function* updateBooking(
  before: StoredBooking,
  changes: Partial<StoredBooking>,
  event: BookingEvent,
): Query<void> {
  const booking = { ...before, ...changes, version: before.version + 1 }
  yield* refereed(guarded(before.id, [before, booking], event, write(UPDATE, parametersOf(booking))))
  yield* insertEvent(booking, event)
  if (isElsewhere(before, booking)) yield* tellOthers(before, event)
  else yield* tellOfBooking(before, booking, event)
}

/** Another place, or gone, or there again. */
const isElsewhere = (before: StoredBooking, after: StoredBooking): boolean =>
  before.seatId !== after.seatId ||
  before.startsAt !== after.startsAt ||
  before.endsAt !== after.endsAt ||
  (before.state === 'cancelled') !== (after.state === 'cancelled')

const INSERT_EVENT = `INSERT INTO booking_event (id, booking_id, at, actor_id, what, reason, other_booking_id, after_json)
  VALUES (:id, :bookingId, :at, :actorId, :what, :reason, :otherId, :afterJson)`

function* insertEvent(booking: StoredBooking, { id, at, actorId, what, reason, otherId }: BookingEvent): Query<void> {
  const { id: bookingId, ...after } = parametersOf(booking)
  const afterJson = JSON.stringify(after)
  yield* write(INSERT_EVENT, {
    id,
    at,
    actorId,
    what,
    reason: reason ?? null,
    otherId: otherId ?? null,
    bookingId,
    afterJson,
  })
}

/** Every place the booking had so far, from its history. */
export const earlierPlacesOf = (bookingId: Id): Query<SeatSpan[]> =>
  rows<SeatSpan>(
    `SELECT after_json ->> 'seatId' AS seatId, after_json ->> 'startsAt' AS startsAt, after_json ->> 'endsAt' AS endsAt
      FROM booking_event WHERE booking_id = ?`,
    [bookingId],
  )

/** Throws `PlaceTaken` where the database refuses the work, and takes back what it wrote. */
export function* refereed<T>(work: Query<T>): Query<T> {
  try {
    return yield* step(work)
  } catch (error) {
    if (isRefusedBy(error, 'seat_taken')) throw new PlaceTaken('seat_taken')
    if (isRefusedBy(error, 'to_be_drawn')) throw new PlaceTaken('to_be_drawn')
    if (isRefusedBy(error, 'person_taken')) throw new PlaceTaken('person_taken')
    if (isRefusedBy(error, 'place_held')) throw new PlaceTaken('place_held')
    throw error
  }
}

export const spanParameters = ({ startsAt, endsAt }: Span) => ({
  startsAt,
  endsAt,
  lookBackTo: addMs(startsAt, -LONGEST_BOOKING_MS),
})

/** Exactly the stored fields: names must not reach the history. */
export function parametersOf(booking: StoredBooking) {
  const { id, seatId, personId, companionId, purpose, startsAt, endsAt, state, version } = booking
  const { checkedInAt, satById, walkUpOf } = booking
  return {
    ...{ id, seatId, personId, companionId, purpose, startsAt, endsAt, state },
    ...{ checkedInAt, satById, walkUpOf, version },
  }
}
