import type { Id, Instant } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, write } from '../engine/query.ts'
import type { HeardRows } from './heard-rows.ts'

type CallRow = HeardRows['call']

interface Known {
  readonly id: Id
  readonly sessionId: Id
  readonly number: number
  readonly endedAt: Instant | null
}

const OF_SESSIONS = inEach(
  (say) =>
    `SELECT id, session_id AS sessionId, number, ended_at AS endedAt FROM call WHERE ${say(among('session_id'))}`,
)
const END = 'UPDATE call SET ended_at = greatest(started_at, ?) WHERE id = ?'

/**
 * Calls as they fit into their sessions, which are held. In one whose desk was sent away others may have begun calls here: a call of that desk that has the same
 * number gets the next one that is free, and one that goes on ends theirs, as the next call ends the one before.
 */
export function* fittedCalls(calls: readonly CallRow[]): Query<CallRow[]> {
  if (calls.length === 0) return []
  const sessionIds = [...new Set(calls.map(({ session_id }) => session_id))]
  const known = yield* rows<Known>(OF_SESSIONS, [JSON.stringify(sessionIds)])
  const knownIds = new Set(known.map(({ id }) => id))
  const toldIds = new Set(calls.map(({ id }) => id))
  const numbers = new Map(sessionIds.map((id) => [id, new Set<number>()]))
  for (const { sessionId, number } of known) numbers.get(sessionId)?.add(number)
  const fitted: CallRow[] = []
  for (const call of calls) {
    const taken = numbers.get(call.session_id)
    if (taken === undefined || knownIds.has(call.id)) {
      fitted.push(call)
      continue
    }
    if (call.ended_at === null)
      for (const { id, sessionId, endedAt } of known)
        if (sessionId === call.session_id && endedAt === null && !toldIds.has(id))
          yield* write(END, [call.started_at, id])
    const number = taken.has(call.number) ? Math.max(...taken) + 1 : call.number
    taken.add(number)
    fitted.push({ ...call, number })
  }
  return fitted
}
