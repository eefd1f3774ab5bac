import type { Id, Instant } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, value } from '../engine/query.ts'
import { casesOfCall, casesToChange } from '../life-channel/cases.ts'
import { sealOf } from '../life-channel/sealed-calls.ts'
import { joinCase, openHere, seal } from './life-rows.ts'

/** Held as where a desk writes in them. */
const NAMED = inEach(
  (say) => `SELECT life_case.id AS caseId, call.id AS callId, session.handed_over_at AS handedOverAt
    FROM life_case JOIN call ON call.id = named_call_id JOIN session ON session.id = call.session_id
    WHERE ${say(among('life_case.id', 'text', ':cases'))} OR (life_case.call_id IS NULL AND ${say(among('call.id', 'text', ':calls'))})
    ORDER BY session.id, life_case.id FOR NO KEY UPDATE OF session`,
)

interface Told {
  /** Of which something came up. */
  readonly cases: readonly Id[]
  /** That came up. */
  readonly calls: readonly Id[]
}

/**
 * A desk raised a case about a call that another one heard: it names the call, and has no row of it to send. It is of that call as soon as both are here, whichever comes first; the call is sealed by it as by one of
 * its own desk's, which is told (`raised_elsewhere`) and seals its file, and opened once all its cases were wrong alarms.
 */
export function* settleNamed({ cases, calls }: Told, made: { readonly at: Instant; newId(): Id }): Query<void> {
  if (cases.length + calls.length === 0) return
  const named = { cases: JSON.stringify(cases), calls: JSON.stringify(calls) }
  type Named = { caseId: Id; callId: Id; handedOverAt: Instant | null }
  const found = yield* rows<Named>(NAMED, named)
  yield* casesToChange(found.map(({ caseId }) => caseId))
  for (const { caseId, callId, handedOverAt } of found) {
    yield* joinCase(caseId, callId)
    // Of what its desk has in hand that desk puts the words away.
    const sealed = { call_id: callId, case_id: caseId, sealed_at: made.at, emptied_at: handedOverAt && made.at }
    if (!(yield* isAnyStanding(callId))) yield* openHere(callId, handedOverAt !== null, made)
    else if ((yield* sealOf(callId)) === null) yield* seal(sealed, made)
  }
}

function* isAnyStanding(callId: Id): Query<boolean> {
  return (yield* casesOfCall(callId)).some(({ state }) => state !== 'dismissed')
}

const STANDING = `SELECT 1 AS value FROM raised_elsewhere WHERE call_id = ? AND (verdict IS NULL OR verdict <> 'dismissed')`

/** Whether a case of another desk keeps the call sealed, whatever its own desk knew as it opened it. */
export function* isKeptSealed(callId: Id): Query<boolean> {
  return (yield* value<number>(STANDING, [callId])) !== null
}
