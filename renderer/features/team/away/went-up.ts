import type { TeamStatus, WaitingCounts } from '../../../../shared/contract/team/team.ts'

/** What came to wait while the hub was away; null: it was not away, or it is known to be all up. */
export type Waited = WaitingCounts | null

/**
 * Follows the link: what waits is remembered while the hub is away, and told once when all of it is up. What is noted while it goes up is
 * counted in, for it waits behind the rest.
 */
export function followUp(waited: Waited, status: TeamStatus): { waited: Waited; wentUp: Waited } {
  if (status.kind === 'alone') return { waited: null, wentUp: null }
  const { link, waiting } = status
  if (link.kind !== 'here') return { waited: most(waited, waiting), wentUp: null }
  if (waited === null || waited.rows === 0) return { waited: null, wentUp: null }
  if (waiting.rows > 0) return { waited: most(waited, waiting), wentUp: null }
  return { waited: null, wentUp: waited }
}

function most(waited: Waited, waiting: WaitingCounts): WaitingCounts {
  if (waited === null) return waiting
  return {
    rows: Math.max(waited.rows, waiting.rows),
    calls: Math.max(waited.calls, waiting.calls),
    notes: Math.max(waited.notes, waiting.notes),
  }
}
