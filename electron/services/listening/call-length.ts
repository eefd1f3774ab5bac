import { msOf } from '../../../shared/domain/instants.ts'
import type { Query } from '../../storage/engine/query.ts'
import type { StoredCall } from '../../storage/listening/calls.ts'
import { findSession } from '../../storage/listening/sessions.ts'
import type { Stopwatch } from './stopwatch.ts'

/** Milliseconds: how far the call is by the stopwatch, which no set clock disturbs, or how long it was. */
export function* callLengthMs(stopwatch: Pick<Stopwatch, 'elapsedMs'>, call: StoredCall): Query<number> {
  if (call.endedAt !== null) return Math.max(0, msOf(call.endedAt) - msOf(call.startedAt))
  const session = yield* findSession(call.sessionId)
  if (session === null) throw new Error('a call without its session')
  return Math.max(0, stopwatch.elapsedMs(session) - call.sessionMs)
}
