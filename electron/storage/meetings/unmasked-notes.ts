import type { Id } from '../../../shared/contract/values.ts'
import { type Query, rows } from '../engine/query.ts'

const UNMASKED = `SELECT DISTINCT note_id AS id FROM note_event WHERE call_id = ? AND what = 'unmasked'`

/** Notes of a call that had a mask taken back, whether or not it is back by now. */
export function* unmaskedNotes(callId: Id): Query<Set<Id>> {
  return new Set((yield* rows<{ id: Id }>(UNMASKED, [callId])).map(({ id }) => id))
}
