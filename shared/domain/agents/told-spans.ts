import { mayTellOfAgents, type NamedCall } from './least-agents.ts'

/** Days in a row, both included. */
export interface Span {
  readonly from: string
  readonly to: string
}

/**
 * Days whose calls are counted together, as they come: each span begins behind the one before and ends with a day of five agents (`agentsAtLeast`: those of different days
 * may be one person). What is counted is counted of whole spans, so two choices of days differ by five agents or by nothing: no figure less another is one agent's. What
 * is behind the last span waits.
 */
export function toldSpans(calls: readonly NamedCall[]): Span[] {
  const spans: Span[] = []
  let from: string | null = null
  let ofDay: NamedCall[] = []
  for (const [at, call] of calls.entries()) {
    from ??= call.day
    ofDay.push(call)
    if (calls[at + 1]?.day === call.day) continue
    if (mayTellOfAgents(ofDay)) {
      spans.push({ from, to: call.day })
      from = null
    }
    ofDay = []
  }
  return spans
}
