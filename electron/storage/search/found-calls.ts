import type { FoundCall } from '../../../shared/contract/search/search.ts'
import { inEach } from '../engine/in-each.ts'
import { type Query, rows, type Sql, value } from '../engine/query.ts'
import { HEARD_ZONE } from '../listening/calls.ts'
import { callsWithHeld, type HeldReferences, heldReferences, isPartOfReference } from '../listening/references.ts'
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

const WITH_HELD = callsWithHeld(':typed', ':held')
const holding = { found: FOUND(WITH_HELD), count: COUNT(WITH_HELD) }
const beginning = { found: FOUND(BEGINNING), count: COUNT(BEGINNING) }

/**
 * Calls whose reference holds this, newest first, and how many there are, counted up to `atMost`; one or two signs are looked for at its beginning. `known`: what
 * was found of it among the references before.
 */
export function* callsFound(
  typed: string,
  { limit, atMost }: { limit: number; atMost: number },
  known?: HeldReferences,
): Query<{ hits: FoundCall[]; total: number }> {
  const isPart = isPartOfReference(typed)
  const held = isPart ? (known ?? (yield* heldReferences(typed))) : null
  const { found, count } = isPart ? holding : beginning
  const values = { typed, below: `${typed}\u{10ffff}`, held: held?.asJson ?? '[]' }
  return {
    hits: yield* rows<FoundCall>(found, { ...values, limit }),
    total: (yield* value<number>(count, { ...values, limit: atMost })) ?? 0,
  }
}
