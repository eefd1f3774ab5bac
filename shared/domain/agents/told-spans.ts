import type { Id } from '../../contract/values.ts'
import { LEAST_AGENTS, type NamedCall } from './least-agents.ts'

/** A call with its agent, as far as somebody said who that was, and where it was heard. */
export interface HeardCall extends NamedCall {
  readonly sessionId: Id
}

/** Days in a row, both included. */
export interface Span {
  readonly from: string
  readonly to: string
}

/**
 * Days whose calls are counted together, as they come: each span begins behind the one before and ends with the day on which five agents are reached. What is counted
 * is counted of whole spans, so two choices of days differ by five agents or by nothing: no figure less another is one agent's. What is behind the last span waits.
 * Where nobody was named in a session it counts for one agent: it is a seat beside somebody else.
 */
export function toldSpans(calls: readonly HeardCall[]): Span[] {
  const named = new Set(calls.filter(({ agentId }) => agentId !== null).map(({ sessionId }) => sessionId))
  const spans: Span[] = []
  let from: string | null = null
  const agents = new Set<string>()
  for (const [at, { day, sessionId, agentId }] of calls.entries()) {
    from ??= day
    if (agentId !== null) agents.add(agentId)
    else if (!named.has(sessionId)) agents.add(sessionId)
    if (calls[at + 1]?.day === day || agents.size < LEAST_AGENTS) continue
    spans.push({ from, to: day })
    from = null
    agents.clear()
  }
  return spans
}
