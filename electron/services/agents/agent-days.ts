import { createHmac, randomBytes } from 'node:crypto'
import { AGENT_KEY_DAYS, AGENT_KEYS_AHEAD } from '../../../shared/domain/agents/typed-agent.ts'
import { dateOf, daysAfter } from '../../../shared/domain/wall-clock.ts'
import { agentKey, forgetAgentKeysBefore, hasNamedAgents, keepAgentKey } from '../../storage/agents/agent-keys.ts'
import type { Query } from '../../storage/engine/query.ts'
import { readRoom } from '../../storage/house/room.ts'

const KEY_BYTES = 32
const HASH_LENGTH = 32

/** Today and the first day that still has its secret, by the house's clock. */
function* days(now: string): Query<{ timeZone: string; today: string; oldest: string }> {
  const { timeZone } = yield* readRoom()
  const today = dateOf(now, timeZone)
  return { timeZone, today, oldest: daysAfter(today, -AGENT_KEY_DAYS) }
}

/** The first day whose secret is still kept; null where nobody ever named an agent, so that there are none. */
export function* firstDayOfKeys(now: string): Query<string | null> {
  return (yield* hasNamedAgents()) ? (yield* days(now)).oldest : null
}

/** Secrets that are a week old are thrown away; answers how many. */
export function* forgetOldAgentKeys(now: string): Query<number> {
  return yield* forgetAgentKeysBefore((yield* days(now)).oldest)
}

/** For a hub, whose desks may be away: makes the secrets of the days to come, too. */
export function* keepAgentKeys(now: string): Query<void> {
  const { today } = yield* days(now)
  yield* forgetOldAgentKeys(now)
  for (let ahead = -1; ahead <= AGENT_KEYS_AHEAD; ahead += 1) yield* makeKey(daysAfter(today, ahead))
}

const makeKey = (day: string): Query<number> => keepAgentKey(day, randomBytes(KEY_BYTES).toString('base64'))

/** The agent's hash on the day of a call, by the secret of that day. `makesKeys`: nobody else does. */
export function* hashOfAgent(
  identity: string,
  heardAt: string,
  now: string,
  makesKeys: boolean,
): Query<{ day: string; agentId: string } | 'day_over' | 'no_key'> {
  const { timeZone, oldest } = yield* days(now)
  const day = dateOf(heardAt, timeZone)
  if (day < oldest) return 'day_over'
  if (makesKeys) {
    yield* forgetOldAgentKeys(now)
    yield* makeKey(day)
  }
  const key = yield* agentKey(day)
  if (key === null) return 'no_key'
  const hash = createHmac('sha256', Buffer.from(key, 'base64')).update(`${day}\n${identity}`).digest('hex')
  return { day, agentId: hash.slice(0, HASH_LENGTH) }
}

/** The day of a call, in the house's calendar. */
export function* dayOf(heardAt: string): Query<string> {
  return dateOf(heardAt, (yield* readRoom()).timeZone)
}
