import { type Query, value } from '../engine/query.ts'

const SNAPSHOT = 'SELECT CAST(pg_current_snapshot() AS text) AS value'

/**
 * Which transactions are seen by this one. Two that say the same see the same rows: whatever is written takes an id, at whichever hub, and its end is
 * another state.
 */
export function* stateNow(): Query<string> {
  const state = yield* value<string>(SNAPSHOT)
  if (state === null) throw new Error('a transaction that sees nothing')
  return state
}
