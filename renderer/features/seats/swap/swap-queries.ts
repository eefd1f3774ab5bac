import { queryOptions, useQuery } from '@tanstack/react-query'
import type { EndedSwap, Swap } from '../../../../shared/contract/seats/swaps.ts'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { useTurnsByClock } from '../../../lib/turns-by-clock.ts'

/** What whoever sits here asked of others and came to nothing, until they read of it. */
export const endedSwaps = queryOptions({
  queryKey: ['bookings', 'swaps', 'ended'],
  queryFn: () => accepted(client.swaps.ended({})),
})

/** What whoever sits here asked of others, or is asked, and can be answered now. */
export const waitingSwaps = queryOptions({
  queryKey: ['bookings', 'swaps', 'waiting'],
  queryFn: () => accepted(client.swaps.waiting({})),
})

/** Both: what waits ends by the clock once either of the two begins, and what ended is told until one's own does. */
export function useSwaps(): { waiting: readonly Swap[]; ended: readonly EndedSwap[] } {
  const waiting = useQuery(waitingSwaps).data ?? []
  const ended = useQuery(endedSwaps).data ?? []
  const beginnings = [...waiting, ...ended].flatMap(({ booking, other }) => [booking.startsAt, other.startsAt])
  useTurnsByClock(beginnings, ['bookings', 'swaps'])
  return { waiting, ended }
}
