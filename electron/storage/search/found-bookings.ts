import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { LONGEST_BOOKING_MS } from '../../../shared/domain/seats/longest-booking.ts'
import { type ReadableDb, statement } from '../database.ts'
import { BOOKING_SELECT } from '../seats/bookings.ts'

const OF_PEOPLE = `(person_id IN (SELECT value FROM json_each(:people)) OR companion_id IN (SELECT value FROM json_each(:people)))`
const OF_SPAN = '(starts_at >= :from AND starts_at < :before)'

// What is still to come first, soonest first; then what was, latest first.
const IN_ORDER = `ORDER BY ends_at <= :now, CASE WHEN ends_at > :now THEN starts_at END, starts_at DESC LIMIT :limit`

// The few that are shown are chosen first: names and seats are looked up for them alone.
const FIND = (wanted: string) => `${BOOKING_SELECT}
  WHERE booking.id IN (SELECT id FROM booking WHERE ${wanted} AND state <> 'cancelled' ${IN_ORDER}) ${IN_ORDER}`
// Whose bookings are many has some near to any day: they are met soon on the way from now, forth or back.
const ON_THE_WAY = (wanted: string, way: string) => `${BOOKING_SELECT}
  WHERE booking.id IN (SELECT id FROM booking INDEXED BY booking_by_start WHERE ${way} AND ${wanted} AND state <> 'cancelled'
    ORDER BY starts_at ${way === BEFORE ? 'DESC' : ''} LIMIT :limit) ${IN_ORDER}`
const AFTER = 'starts_at > :lookBackTo AND ends_at > :now'
const BEFORE = 'starts_at < :now AND ends_at <= :now'
const MANY = 200

const COUNT = (wanted: string) =>
  `SELECT count(*) FROM (SELECT 1 FROM booking WHERE ${wanted} AND state <> 'cancelled' LIMIT :atMost)`

/** Whose bookings, listening or sitting beside, or those that begin in a span of time. */
export type BookingWanted = { readonly people: readonly Id[] } | { readonly from: Instant; readonly before: Instant }

const conditionOf = (wanted: BookingWanted): string => ('people' in wanted ? OF_PEOPLE : OF_SPAN)
const parametersOf = (wanted: BookingWanted) =>
  'people' in wanted ? { people: JSON.stringify(wanted.people) } : { from: wanted.from, before: wanted.before }

/** Cancelled ones left out; what is to come first. `many`: from so many on they are looked for by time. */
export function findBookings(
  db: ReadableDb,
  wanted: BookingWanted,
  now: Instant,
  limit: number,
  many = MANY,
): Booking[] {
  const condition = conditionOf(wanted)
  const read = (sql: string, most: number, more = {}) =>
    statement(db, sql).all({ ...parametersOf(wanted), ...more, now, limit: most }) as Booking[]
  if (countBookings(db, wanted, many) < many) return read(FIND(condition), limit)
  const toCome = read(ON_THE_WAY(condition, AFTER), limit, { lookBackTo: addMs(now, -LONGEST_BOOKING_MS) })
  return [...toCome, ...read(ON_THE_WAY(condition, BEFORE), limit - toCome.length)]
}

export const countBookings = (db: ReadableDb, wanted: BookingWanted, atMost: number): number =>
  Number(
    statement(db, COUNT(conditionOf(wanted)))
      .pluck()
      .get({ ...parametersOf(wanted), atMost }),
  )
