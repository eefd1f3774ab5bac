import type { DrawnRequest } from '../../../../shared/contract/seats/draws.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { addMs } from '../../../../shared/domain/instants.ts'
import { LONGEST_BOOKING_MS } from '../../../../shared/domain/seats/longest-booking.ts'
import type { Span } from '../../../../shared/domain/seats/slots.ts'
import { among, inEach } from '../../engine/in-each.ts'
import { type Query, rows, type Sql, value, write } from '../../engine/query.ts'

const PEOPLE = inEach((say) => `SELECT id FROM person WHERE ${say(among('id'))} AND removed_at IS NULL ORDER BY id`)
const PEOPLE_TO_HOLD: Sql = { sqlite: PEOPLE.sqlite, postgres: `${PEOPLE.postgres} FOR NO KEY UPDATE` }

/** Those of them who are on the list. */
export const peopleHere = (ids: readonly Id[]): Query<Set<Id>> => those(PEOPLE, ids)

/** The same, whom nobody else gives a place until the transaction is over. */
export const peopleToHold = (ids: readonly Id[]): Query<Set<Id>> => those(PEOPLE_TO_HOLD, ids)

function* those(sql: Sql, ids: readonly Id[]): Query<Set<Id>> {
  const found = yield* rows<{ id: Id }>(sql, [JSON.stringify(ids)])
  return new Set(found.map(({ id }) => id))
}

const LAST_SEATS = inEach(
  (say) => `SELECT coalesce(merged_into, person.id) AS personId, max(started_at) AS at
    FROM session JOIN person ON person.id = listener_id
    WHERE ${say(among('coalesce(merged_into, person.id)'))} GROUP BY coalesce(merged_into, person.id)`,
)

/** When each of them last sat, under whatever record. */
export function* lastSeats(ids: readonly Id[]): Query<Map<Id, Instant>> {
  const found = yield* rows<{ personId: Id; at: Instant }>(LAST_SEATS, [JSON.stringify(ids)])
  return new Map(found.map(({ personId, at }) => [personId, at]))
}

interface Busy extends Span {
  readonly seatId: Id
  readonly personId: Id
  readonly companionId: Id | null
}

const BUSY = `SELECT seat_id AS seatId, person_id AS personId, companion_id AS companionId, starts_at AS startsAt, ends_at AS endsAt
  FROM booking WHERE starts_at > :lookBackTo AND starts_at < :endsAt AND ends_at > :startsAt AND state IN ('booked', 'checked_in')`

/** Every booking of the span that holds a place. */
export const busyIn = ({ startsAt, endsAt }: Span): Query<Busy[]> =>
  rows<Busy>(BUSY, { startsAt, endsAt, lookBackTo: addMs(startsAt, -LONGEST_BOOKING_MS) })

interface CountedOne extends Span {
  readonly id: Id
  readonly personId: Id
  readonly seatId: Id
  readonly seatNumber: number
}

const COUNTED = inEach(
  (
    say,
  ) => `SELECT booking.id, coalesce(person.merged_into, person.id) AS personId, seat_id AS seatId, seat.number AS seatNumber,
      starts_at AS startsAt, ends_at AS endsAt
    FROM booking JOIN person ON person.id = person_id JOIN seat ON seat.id = seat_id
    WHERE starts_at > :from AND state NOT IN ('cancelled', 'excused') AND walk_up_of IS NULL
      AND ${say(among('coalesce(person.merged_into, person.id)', 'text', ':ids'))} ORDER BY starts_at, booking.id`,
)

/** What of these people's bookings that start later than this uses up a limit: of each the same as `countedOf` gives. */
export const countedAmong = (ids: readonly Id[], from: Instant): Query<CountedOne[]> =>
  rows<CountedOne>(COUNTED, { ids: JSON.stringify(ids), from })

/** What of a result is kept beside whose it is. */
export interface StoredResult extends Pick<DrawnRequest, 'place' | 'of' | 'drawn' | 'sentence'> {
  /** Together with whom it was drawn: whoever was off the list then was still asked with, but not drawn. Where it is not said, with all. */
  readonly togetherWith?: Id[]
}

export interface StoredOutcome {
  readonly windowId: Id
  readonly drawnAt: Instant
  readonly drawnCount: number
  readonly seatsUsed: number
  readonly fileText: string
  readonly fileDigest: string
}

const OUTCOME = `INSERT INTO draw_outcome (window_id, drawn_at, drawn_count, seats_used, file_text, file_digest)
  VALUES (:windowId, :drawnAt, :drawnCount, :seatsUsed, :fileText, :fileDigest)`

const RESULTS: Sql = {
  sqlite: `INSERT INTO draw_result (request_id, window_id, place, result_json)
    SELECT value ->> 'requestId', :windowId, value ->> 'place', value -> 'result' FROM json_each(:results)`,
  postgres: `INSERT INTO draw_result (request_id, window_id, place, result_json)
    SELECT value ->> 'requestId', :windowId, CAST(value ->> 'place' AS bigint), value -> 'result'
    FROM json_array_elements(CAST(:results AS json)) AS given (value)`,
}

/** What was drawn, once for each window: the database refuses it a second time. */
export function* insertOutcome(
  outcome: StoredOutcome,
  results: readonly { readonly requestId: Id; readonly place: number; readonly result: StoredResult }[],
): Query<void> {
  yield* write(OUTCOME, { ...outcome })
  yield* write(RESULTS, { windowId: outcome.windowId, results: JSON.stringify(results) })
}

/** The replay file; null: it is not drawn. */
export const fileOfWindow = (windowId: Id): Query<string | null> =>
  value<string>('SELECT file_text AS value FROM draw_outcome WHERE window_id = ?', [windowId])
