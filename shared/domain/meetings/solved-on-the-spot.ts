import type { TicketState } from '../../contract/tickets/tickets.ts'
import type { Instant } from '../../contract/values.ts'
import { addMs } from '../instants.ts'

/** So soon after the hang-up it is still the spot. */
export const ON_THE_SPOT_MS = 2 * 3_600_000

/** What says whether a call was solved where it was heard. */
export interface SpotFacts {
  /** Null while the call is heard. */
  readonly hungUpAt: Instant | null
  /** When somebody at the seat said so. */
  readonly solvedAt: Instant | null
  /** Lines of its meeting without an outcome. */
  readonly openLines: number
  readonly tickets: readonly { readonly state: TicketState; readonly closedAt: Instant | null }[]
}

/**
 * Solved on the spot (现场解决): nothing of the meeting is open, and all its tickets were closed within two hours of the hang-up; where it opened none, it was said to be solved within
 * them. What was said at the seat closes no ticket, and a rejected one solves nothing. Null: nobody has hung up.
 */
export function isSolvedOnTheSpot({ hungUpAt, solvedAt, openLines, tickets }: SpotFacts): boolean | null {
  if (hungUpAt === null) return null
  if (openLines > 0) return false
  const until = addMs(hungUpAt, ON_THE_SPOT_MS)
  if (tickets.length === 0) return solvedAt !== null && solvedAt <= until
  return tickets.every(({ state, closedAt }) => state === 'closed' && closedAt !== null && closedAt <= until)
}
