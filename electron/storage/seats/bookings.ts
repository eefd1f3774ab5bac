import type { Booking, BookingChangeKind } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import type { SeatSpan } from '../../../shared/domain/seats/free-neighbours.ts'
import { LONGEST_BOOKING_MS } from '../../../shared/domain/seats/longest-booking.ts'
import type { Span } from '../../../shared/domain/seats/slots.ts'
import { isRefusedBy, type ReadableDb, statement, type WritableDb } from '../database.ts'
import { guarded } from '../versions.ts'

/** A booking as it is stored: names and numbers of others are looked up when it is read. */
export type StoredBooking = Omit<Booking, 'seatNumber' | 'personName' | 'companionName'>

/** One line of a booking's history; append-only. */
export interface BookingEvent {
  readonly id: Id
  readonly at: Instant
  readonly actorId: Id | null
  readonly what: BookingChangeKind
  /** Why, where it was somebody else's booking. */
  readonly reason?: string | null
}

/** Thrown by the writing functions when the database itself refuses an overlap; the transaction is to be given up. */
export class PlaceTaken extends Error {
  readonly by: 'seat_taken' | 'person_taken'
  constructor(by: 'seat_taken' | 'person_taken') {
    super(by)
    this.by = by
  }
}

/** What a `Booking` is read from. */
export const BOOKING_SELECT = `
  SELECT booking.id, seat_id AS seatId, seat.number AS seatNumber, person_id AS personId, person.name AS personName,
    companion_id AS companionId, companion.name AS companionName, purpose, starts_at AS startsAt, ends_at AS endsAt,
    state, checked_in_at AS checkedInAt, booking.version
  FROM booking JOIN seat ON seat.id = seat_id JOIN person ON person.id = person_id
  LEFT JOIN person companion ON companion.id = companion_id`
const HOLDS_A_PLACE = `state IN ('booked', 'checked_in')`
const IN_SPAN = 'starts_at > :lookBackTo AND starts_at < :endsAt AND ends_at > :startsAt'

/** The statements behind the reading functions, named so that a test can ask SQLite how it runs them. */
export const bookingQueries = {
  byId: `${BOOKING_SELECT} WHERE booking.id = :id`,
  board: `${BOOKING_SELECT} WHERE ${IN_SPAN} AND state <> 'cancelled' ORDER BY starts_at, seat.number`,
  upcoming: `${BOOKING_SELECT} WHERE booking.id IN (
      SELECT id FROM booking WHERE person_id = :personId AND starts_at > :lookBackTo
      UNION ALL SELECT id FROM booking WHERE companion_id = :personId AND starts_at > :lookBackTo)
    AND ends_at > :now AND ${HOLDS_A_PLACE} ORDER BY starts_at`,
  held: `SELECT seat_id AS seatId, starts_at AS startsAt, ends_at AS endsAt FROM booking WHERE ${IN_SPAN} AND ${HOLDS_A_PLACE}`,
  holderOfSeat: `${BOOKING_SELECT} WHERE seat_id = :seatId AND ${IN_SPAN} AND ${HOLDS_A_PLACE} AND booking.id <> :exceptId
    ORDER BY starts_at LIMIT 1`,
  ofPeople: `${BOOKING_SELECT} WHERE booking.id IN (
      SELECT id FROM booking WHERE person_id IN (:personId, :companionId) AND ${IN_SPAN}
      UNION ALL SELECT id FROM booking WHERE companion_id IN (:personId, :companionId) AND ${IN_SPAN})
    AND ${HOLDS_A_PLACE} AND booking.id <> :exceptId ORDER BY starts_at`,
  seatsToCome: `SELECT DISTINCT seat.number FROM booking JOIN seat ON seat.id = seat_id
    WHERE starts_at > :lookBackTo AND ends_at > :now AND ${HOLDS_A_PLACE} AND seat.number > :above ORDER BY seat.number`,
}

export function bookingById(db: ReadableDb, id: Id): Booking | null {
  return (statement(db, bookingQueries.byId).get({ id }) as Booking | undefined) ?? null
}

/** Bookings that touch the span, cancelled ones left out, earliest first. */
export function boardOf(db: ReadableDb, span: Span): Booking[] {
  return statement(db, bookingQueries.board).all(spanParameters(span)) as Booking[]
}

/** What a person still has before them, listening or sitting beside, soonest first. */
export function upcomingOf(db: ReadableDb, personId: Id, now: Instant): Booking[] {
  return statement(db, bookingQueries.upcoming).all({
    personId,
    now,
    lookBackTo: addMs(now, -LONGEST_BOOKING_MS),
  }) as Booking[]
}

/** Places held in the span: what makes a wish overlap. */
export function heldPlaces(db: ReadableDb, span: Span): SeatSpan[] {
  return statement(db, bookingQueries.held).all(spanParameters(span)) as SeatSpan[]
}

/** The first booking that holds the seat in the span, leaving out one booking (the one being moved). */
export function holderOfSeat(db: ReadableDb, wish: SeatSpan, exceptId: Id): Booking | null {
  const found = statement(db, bookingQueries.holderOfSeat).get({
    ...spanParameters(wish),
    seatId: wish.seatId,
    exceptId,
  })
  return (found as Booking | undefined) ?? null
}

/** Bookings of the span that take one of these people, in either part, leaving out one booking; earliest first. */
export function bookingsOfPeople(
  db: ReadableDb,
  { personId, companionId }: Pick<Booking, 'personId' | 'companionId'>,
  span: Span,
  exceptId: Id,
): Booking[] {
  return statement(db, bookingQueries.ofPeople).all({
    ...spanParameters(span),
    personId,
    companionId,
    exceptId,
  }) as Booking[]
}

/** Numbers of the seats above `above` that somebody still has a booking for. */
export function seatNumbersToCome(db: ReadableDb, now: Instant, above: number): number[] {
  const parameters = { now, above, lookBackTo: addMs(now, -LONGEST_BOOKING_MS) }
  return (statement(db, bookingQueries.seatsToCome).all(parameters) as { number: number }[]).map((row) => row.number)
}

/** Stores a new booking with its first event. Call inside a transaction. Throws `PlaceTaken`. */
export function insertBooking(db: WritableDb, booking: StoredBooking, event: BookingEvent): void {
  refereed(() =>
    statement(
      db,
      `INSERT INTO booking (id, seat_id, person_id, companion_id, purpose, starts_at, ends_at, state, checked_in_at, version)
       VALUES (:id, :seatId, :personId, :companionId, :purpose, :startsAt, :endsAt, :state, :checkedInAt, :version)`,
    ).run(parametersOf(booking)),
  )
  insertEvent(db, booking, event)
}

/** Stores `before` with its changes and the event that made them. Call inside a transaction. Throws `PlaceTaken`, `StaleChange`. */
export function updateBooking(
  db: WritableDb,
  before: StoredBooking,
  changes: Partial<StoredBooking>,
  event: BookingEvent,
): void {
  const booking = { ...before, ...changes, version: before.version + 1 }
  refereed(() =>
    guarded(db, before.id, [before, booking], event, () =>
      statement(
        db,
        `UPDATE booking SET seat_id = :seatId, person_id = :personId, companion_id = :companionId, purpose = :purpose,
         starts_at = :startsAt, ends_at = :endsAt, state = :state, checked_in_at = :checkedInAt, version = :version
       WHERE id = :id AND version = :version - 1`,
      ).run(parametersOf(booking)),
    ),
  )
  insertEvent(db, booking, event)
}

function insertEvent(db: WritableDb, booking: StoredBooking, event: BookingEvent): void {
  const { id: bookingId, ...after } = parametersOf(booking)
  statement(
    db,
    `INSERT INTO booking_event (id, booking_id, at, actor_id, what, reason, after_json)
     VALUES (:id, :bookingId, :at, :actorId, :what, :reason, :afterJson)`,
  ).run({ ...event, reason: event.reason ?? null, bookingId, afterJson: JSON.stringify(after) })
}

/** Every time the booking had so far, from its history. */
export function earlierTimesOf(db: ReadableDb, bookingId: Id): Span[] {
  const times = `SELECT after_json ->> 'startsAt' AS startsAt, after_json ->> 'endsAt' AS endsAt
    FROM booking_event WHERE booking_id = ?`
  return statement(db, times).all(bookingId) as Span[]
}

function refereed(write: () => void): void {
  try {
    write()
  } catch (error) {
    if (isRefusedBy(error, 'seat_taken')) throw new PlaceTaken('seat_taken')
    if (isRefusedBy(error, 'person_taken')) throw new PlaceTaken('person_taken')
    throw error
  }
}

const spanParameters = ({ startsAt, endsAt }: Span) => ({
  startsAt,
  endsAt,
  lookBackTo: addMs(startsAt, -LONGEST_BOOKING_MS),
})

/** Exactly the stored fields: better-sqlite3 refuses a parameter object that lacks one, and names must not reach the history. */
function parametersOf(booking: StoredBooking): StoredBooking {
  const { id, seatId, personId, companionId, purpose, startsAt, endsAt, state, checkedInAt, version } = booking
  return { id, seatId, personId, companionId, purpose, startsAt, endsAt, state, checkedInAt, version }
}
