/** Fewer agents than this are not told of: whoever knows who sat where would know whom it is about. */
export const LEAST_AGENTS = 5

/** A call with its agent, as far as somebody said who that was. */
export interface NamedCall {
  /** In the room's calendar. */
  readonly day: string
  /** The agent's hash of that day; null: nobody said. */
  readonly agentId: string | null
}

/**
 * Of at least so many agents these calls are. A hash is of one day, so the same agent has another one tomorrow: those of different days may be one
 * person and are never added up. A call whose agent nobody named may be anybody's, and counts for none.
 */
export function agentsAtLeast(calls: Iterable<NamedCall>): number {
  const days = new Map<string, Set<string>>()
  for (const { day, agentId } of calls) {
    if (agentId === null) continue
    const ofDay = days.get(day)
    if (ofDay === undefined) days.set(day, new Set([agentId]))
    else ofDay.add(agentId)
  }
  return Math.max(0, ...[...days.values()].map((agents) => agents.size))
}

/** Whether anything about agents (a pseudonym, praise) may be told of what is left after a choice: all of it, or nothing. */
export const mayTellOfAgents = (calls: Iterable<NamedCall>): boolean => agentsAtLeast(calls) >= LEAST_AGENTS
