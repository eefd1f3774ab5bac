import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { LONGEST_BOOKING_MS } from '../../../shared/domain/seats/longest-booking.ts'
import { type Query, rows, value, write } from '../engine/query.ts'
import { BOOKING_SELECT } from './bookings.ts'

const WATCH = `INSERT INTO no_show_watch (only_row, since) VALUES (1, ?) ON CONFLICT DO NOTHING`
const SINCE = 'SELECT since AS value FROM no_show_watch'

/** The last that happened, not the latest: the clock may have been set back between two. */
const HELD_SINCE = `SELECT at AS value FROM booking_event WHERE booking_id = ?
  AND what IN ('reserved', 'imported', 'rescheduled', 'restored', 'swapped') ORDER BY rowid DESC LIMIT 1`

/** What was decided last of whether they come: a check-in and its undo aside. */
const LAST_WORD = `SELECT what AS value FROM booking_event WHERE booking_id = ?
  AND what IN ('reserved', 'imported', 'rescheduled', 'restored', 'swapped', 'no_show', 'excused', 'counted_again') ORDER BY rowid DESC LIMIT 1`

/** The statements behind the reading functions, named so that a test can ask SQLite how it runs them. */
export const noShowQueries = {
  awaited: `${BOOKING_SELECT} WHERE state = 'booked' AND starts_at >= :since AND starts_at <= :now ORDER BY starts_at LIMIT :limit`,
  missedAhead: `${BOOKING_SELECT} WHERE state = 'no_show' AND starts_at > :now
    AND (SELECT at FROM booking_event WHERE booking_id = booking.id AND what = 'no_show' ORDER BY rowid DESC LIMIT 1) > :later ORDER BY starts_at, booking.id`,
  missedNow: `${BOOKING_SELECT} WHERE state IN ('no_show', 'excused') AND starts_at > :lookBackTo AND starts_at <= :now AND ends_at > :now
    ORDER BY seat.number`,
  counts: `SELECT coalesce(person.merged_into, person.id) AS personId, count(*) AS count FROM booking JOIN person ON person.id = person_id
    WHERE state = 'no_show' AND starts_at >= :from AND starts_at < :before GROUP BY coalesce(person.merged_into, person.id)`,
  ofPerson: `${BOOKING_SELECT} WHERE state IN ('no_show', 'excused') AND starts_at >= :from AND starts_at < :before
    AND person_id IN (SELECT id FROM person WHERE id = :personId OR merged_into = :personId) ORDER BY starts_at`,
}

/** The same, where it was asked before. */
export const knownSince = (): Query<Instant | null> => value<Instant>(SINCE)

/** From when on somebody who does not come is a no-show; the first time it is asked is that time. */
export function* watchedSince(now: Instant): Query<Instant> {
  yield* write(WATCH, [now])
  return (yield* knownSince()) ?? now
}

/** Bookings that have begun and nobody came to so far, the earliest first. */
export const awaitedBookings = (since: Instant, now: Instant, limit: number): Query<KeptBooking[]> =>
  rows<KeptBooking>(noShowQueries.awaited, { since, now, limit })

/** The clocks of two hubs may be apart, and what one of them marks the other is not to give back; no two are apart by so much. */
const APART_MS = 60 * 60_000

/** Those nobody can have come too late to: a clock that ran far ahead took them for missed. The earliest first. */
export const missedAhead = (now: Instant): Query<KeptBooking[]> =>
  rows<KeptBooking>(noShowQueries.missedAhead, { now, later: addMs(now, APART_MS) })

/** When a booking got the place it has. */
export function* heldSince({ id, startsAt }: KeptBooking): Query<Instant> {
  return (yield* value<Instant>(HELD_SINCE, [id])) ?? startsAt
}

/** Whether it was excused that nobody had come, before somebody did. */
export function* wasExcused(bookingId: Id): Query<boolean> {
  return (yield* value<string>(LAST_WORD, [bookingId])) === 'excused'
}

/** Missed bookings whose time goes on, excused or not. */
export const missedNow = (now: Instant, lookBackTo: Instant): Query<KeptBooking[]> =>
  rows<KeptBooking>(noShowQueries.missedNow, { now, lookBackTo })

interface From {
  readonly from: Instant
  readonly before: Instant
}

/** How often each person missed a seat that began in a span of time; whoever is not named never did. Two records of one person count together. */
export function* noShowCounts(span: From): Query<Map<Id, number>> {
  const found = yield* rows<{ personId: Id; count: number }>(noShowQueries.counts, { ...span })
  return new Map(found.map(({ personId, count }) => [personId, count]))
}

/** What one person missed in a span of time, excused or not, the earliest first. */
export const missedBy = (personId: Id, span: From): Query<KeptBooking[]> =>
  rows<KeptBooking>(noShowQueries.ofPerson, { personId, ...span })

const HAS_SESSION = 'SELECT 1 AS value FROM session WHERE started_at >= ? AND booking_id = ? LIMIT 1'

/** Whether somebody began to listen on it, not long before it began. */
export function* isListenedOn({ id, startsAt }: KeptBooking): Query<boolean> {
  return (yield* value(HAS_SESSION, [addMs(startsAt, -LONGEST_BOOKING_MS), id])) !== null
}
