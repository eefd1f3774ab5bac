import { type Query, value, write } from '../engine/query.ts'

const KEY = 'SELECT key AS value FROM agent_key WHERE day = ?'
const KEEP = 'INSERT INTO agent_key (day, key) VALUES (?, ?) ON CONFLICT (day) DO NOTHING'
const HAS_NAMED = 'SELECT 1 AS value WHERE EXISTS (SELECT 1 FROM agent_key) OR EXISTS (SELECT 1 FROM agent)'
const FORGET = 'DELETE FROM agent_key WHERE day < ?'

/** The secret of a day; null: it was not made, or is thrown away. */
export const agentKey = (day: string): Query<string | null> => value<string>(KEY, [day])

/** Of a day that has one already it stays. */
export const keepAgentKey = (day: string, key: string): Query<number> => write(KEEP, [day, key])

/** From now on nobody can tell whose pseudonyms those of earlier days were. */
export const forgetAgentKeysBefore = (day: string): Query<number> => write(FORGET, [day])

/** Whether agents are named in this house: there may be secrets, here or in a copy. */
export function* hasNamedAgents(): Query<boolean> {
  return (yield* value<number>(HAS_NAMED)) !== null
}
