import type { Id } from '../../../shared/contract/values.ts'
import { freePlace } from '../../../shared/domain/agents/free-place.ts'
import type { NamedCall } from '../../../shared/domain/agents/least-agents.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, row, rows, write } from '../engine/query.ts'
import { notSealed } from '../listening/sealed-calls.ts'

/** Who was named as the agent of a call; `agentId` null: nobody any more. */
export interface CallAgent {
  readonly callId: Id
  readonly day: string
  readonly agentId: string | null
  readonly beforeId: string | null
  /** Null where nobody is named, and where the hub has yet to say. */
  readonly place: number | null
}

const OF_CALL = `SELECT call_id AS callId, call_agent.day, agent_id AS agentId, before_id AS beforeId, agent.place
  FROM call_agent LEFT JOIN agent ON agent.id = call_agent.agent_id WHERE call_id = ?`

export const agentOfCall = (callId: Id): Query<CallAgent | null> => row<CallAgent>(OF_CALL, [callId])

const HAS_PLACE = 'SELECT place FROM agent WHERE id = ?'
const TAKEN = 'SELECT place FROM agent WHERE day = ?'
const TAKE = 'INSERT INTO agent (id, day, place) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'

/** Gives the agent a pseudonym of the day that nobody else has. The database has the last word: whoever comes second takes the next one. */
export function* placeAgent(agentId: string, day: string): Query<void> {
  for (;;) {
    if ((yield* row(HAS_PLACE, [agentId])) !== null) return
    const taken = new Set((yield* rows<{ place: number }>(TAKEN, [day])).map(({ place }) => place))
    if ((yield* write(TAKE, [agentId, day, freePlace(agentId, taken)])) === 1) return
  }
}

const NAME = `INSERT INTO call_agent (call_id, day, agent_id, before_id, version) VALUES (:callId, :day, :agentId, NULL, 0)
  ON CONFLICT (call_id) DO UPDATE SET before_id = call_agent.agent_id, agent_id = excluded.agent_id, version = call_agent.version + 1`

/** Who it was before stays beside it, for undo. */
export function* nameAgent(callId: Id, day: string, agentId: string): Query<void> {
  yield* placeAgent(agentId, day)
  yield* write(NAME, { callId, day, agentId })
}

const SWAP = `UPDATE call_agent SET agent_id = before_id, before_id = agent_id, version = version + 1 WHERE call_id = ?`

/** Undo, and undo of the undo. */
export const swapAgent = (callId: Id): Query<number> => write(SWAP, [callId])

const NAMED = inEach(
  (say) =>
    `SELECT day, agent_id AS agentId FROM call_agent WHERE agent_id IS NOT NULL AND ${notSealed('call_agent.call_id')} AND ${say(among('call_id'))}`,
)
const NAMED_IN_SESSION = `SELECT call_agent.day, agent_id AS agentId FROM call_agent JOIN call ON call.id = call_agent.call_id
  WHERE agent_id IS NOT NULL AND ${notSealed('call.id')} AND call.session_id = ?`

/** What the rule of the least agents asks of these calls; nothing counts in one that is sealed. */
export const namedAgents = (callIds: readonly Id[]): Query<NamedCall[]> =>
  rows<NamedCall>(NAMED, [JSON.stringify(callIds)])

const NAMED_IN_SESSIONS = inEach(
  (say) => `SELECT call.session_id AS sessionId, call_agent.day, agent_id AS agentId
  FROM call_agent JOIN call ON call.id = call_agent.call_id
  WHERE agent_id IS NOT NULL AND ${notSealed('call.id')} AND ${say(among('call.session_id'))}`,
)

/** The same of all calls of many sessions, each with its own. */
export const namedInSessions = (sessionIds: readonly Id[]): Query<(NamedCall & { readonly sessionId: Id })[]> =>
  rows(NAMED_IN_SESSIONS, [JSON.stringify(sessionIds)])

/** The same of all calls of a session. */
export const namedInSession = (sessionId: Id): Query<NamedCall[]> => rows<NamedCall>(NAMED_IN_SESSION, [sessionId])
