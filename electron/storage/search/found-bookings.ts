import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { LONGEST_BOOKING_MS } from '../../../shared/domain/seats/longest-booking.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, type Sql, value } from '../engine/query.ts'
import { BOOKING_SELECT } from '../seats/bookings.ts'

const of = (column: string) => among(column, 'text', ':people')
const OF_PEOPLE = inEach((say) => `(${say(of('person_id'))} OR ${say(of('companion_id'))})`)
const OF_SPAN = '(starts_at >= :from AND starts_at < :before)'

// What is still to come first, soonest first; then what was, latest first.
const IN_ORDER = `ORDER BY ends_at <= :now, CASE WHEN ends_at > :now THEN starts_at END, starts_at DESC LIMIT :limit`

// The few that are shown are chosen first: names and seats are looked up for them alone.
const FIND = (wanted: Sql) =>
  inEach(
    (say) => `${BOOKING_SELECT}
  WHERE booking.id IN (SELECT id FROM booking WHERE ${say(wanted)} AND state <> 'cancelled' ${IN_ORDER}) ${IN_ORDER}`,
  )
// Whose bookings are many has some near to any day: they are met soon on the way from now, forth or back.
const BY_TIME = { sqlite: 'INDEXED BY booking_by_start', postgres: '' }
const ON_THE_WAY = (wanted: Sql, way: string) =>
  inEach(
    (say) => `${BOOKING_SELECT}
  WHERE booking.id IN (SELECT id FROM booking ${say(BY_TIME)} WHERE ${way} AND ${say(wanted)} AND state <> 'cancelled'
    ORDER BY starts_at ${way === BEFORE ? 'DESC' : ''} LIMIT :limit) ${IN_ORDER}`,
  )
const AFTER = 'starts_at > :lookBackTo AND ends_at > :now'
const BEFORE = 'starts_at < :now AND ends_at <= :now'
const MANY = 200

const COUNT = (wanted: Sql) =>
  inEach(
    (say) => `SELECT count(*) AS value FROM
    (SELECT 1 FROM booking WHERE ${say(wanted)} AND state <> 'cancelled' LIMIT :atMost) AS found`,
  )

/** Whose bookings, listening or sitting beside, or those that begin in a span of time. */
export type BookingWanted = { readonly people: readonly Id[] } | { readonly from: Instant; readonly before: Instant }

const conditionOf = (wanted: BookingWanted): Sql => ('people' in wanted ? OF_PEOPLE : OF_SPAN)
const parametersOf = (wanted: BookingWanted) =>
  'people' in wanted ? { people: JSON.stringify(wanted.people) } : { from: wanted.from, before: wanted.before }

/** Cancelled ones left out; what is to come first. `many`: from so many on they are looked for by time. */
export function* findBookings(wanted: BookingWanted, now: Instant, limit: number, many = MANY): Query<KeptBooking[]> {
  const condition = conditionOf(wanted)
  const read = (sql: Sql, most: number, more = {}) =>
    rows<KeptBooking>(sql, { ...parametersOf(wanted), ...more, now, limit: most })
  if ((yield* countBookings(wanted, many)) < many) return yield* read(FIND(condition), limit)
  const lookBackTo = addMs(now, -LONGEST_BOOKING_MS)
  const toCome = yield* read(ON_THE_WAY(condition, AFTER), limit, { lookBackTo })
  return [...toCome, ...(yield* read(ON_THE_WAY(condition, BEFORE), limit - toCome.length))]
}

export function* countBookings(wanted: BookingWanted, atMost: number): Query<number> {
  return (yield* value<number>(COUNT(conditionOf(wanted)), { ...parametersOf(wanted), atMost })) ?? 0
}
