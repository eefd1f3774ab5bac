import type { FoundCall } from '../../../shared/contract/search/search.ts'
import { inEach } from '../engine/in-each.ts'
import { type Query, rows, type Sql, value } from '../engine/query.ts'
import { HEARD_ZONE } from '../listening/calls.ts'
import { callsHolding, isPartOfReference } from '../listening/references.ts'
import { notSealed } from '../listening/sealed-calls.ts'

/** What to read from: little was typed, and stands at the beginning. As a range, which the index of references answers; LIKE would read every call. */
const BEGINNING = 'call JOIN (SELECT 1) AS one ON call.reference >= :typed AND call.reference < :below'

// The few that are shown are chosen first: who heard them, and by which clock, is looked up for them alone.
const FOUND = (calls: Sql) =>
  inEach(
    (say) => `SELECT call.id AS callId, call.session_id AS sessionId, call.number, call.reference,
    call.started_at AS startedAt, person.name AS listenerName, ${HEARD_ZONE}
  FROM (SELECT call.id AS wanted FROM ${say(calls)} WHERE ${notSealed('call.id')} ORDER BY call.started_at DESC LIMIT :limit) AS newest
    JOIN call ON call.id = wanted JOIN session ON session.id = call.session_id LEFT JOIN person ON person.id = session.listener_id
  ORDER BY call.started_at DESC`,
  )

const COUNT = (calls: Sql) =>
  inEach(
    (say) =>
      `SELECT count(*) AS value FROM (SELECT 1 FROM ${say(calls)} WHERE ${notSealed('call.id')} LIMIT :limit) AS found`,
  )

const holding = { found: FOUND(callsHolding(':typed')), count: COUNT(callsHolding(':typed')) }
const beginning = { found: FOUND(BEGINNING), count: COUNT(BEGINNING) }

const asked = (typed: string, limit: number) =>
  isPartOfReference(typed)
    ? { ...holding, values: { typed, limit } }
    : { ...beginning, values: { typed, below: `${typed}\u{10ffff}`, limit } }

/** Calls whose reference holds this, newest first; one or two signs are looked for at its beginning. */
export function findCalls(typed: string, limit: number): Query<FoundCall[]> {
  const { found, values } = asked(typed, limit)
  return rows<FoundCall>(found, values)
}

export function* countCalls(typed: string, atMost: number): Query<number> {
  const { count, values } = asked(typed, atMost)
  return (yield* value<number>(count, values)) ?? 0
}
