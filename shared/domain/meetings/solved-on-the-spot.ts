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
  readonly tickets: readonly { readonly state: TicketState; readonly closedAt: Instant | null }[]
}

/**
 * Solved on the spot (现场解决): said to be within two hours of the hang-up, or all tickets of the meeting closed within them. A rejected ticket
 * solves nothing. Null: nobody has hung up.
 */
export function isSolvedOnTheSpot({ hungUpAt, solvedAt, tickets }: SpotFacts): boolean | null {
  if (hungUpAt === null) return null
  const until = addMs(hungUpAt, ON_THE_SPOT_MS)
  if (solvedAt !== null && solvedAt <= until) return true
  return (
    tickets.length > 0 &&
    tickets.every(({ state, closedAt }) => state === 'closed' && closedAt !== null && closedAt <= until)
  )
}
