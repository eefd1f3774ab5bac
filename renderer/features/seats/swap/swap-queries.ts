import { queryOptions } from '@tanstack/react-query'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

/** What whoever sits here asked of others and came to nothing, until they read of it. */
export const endedSwaps = queryOptions({
  queryKey: ['bookings', 'endedSwaps'],
  queryFn: () => accepted(client.swaps.ended({})),
})

/** What whoever sits here asked of others, or is asked, and can be answered now. */
export const waitingSwaps = queryOptions({
  queryKey: ['bookings', 'swaps'],
  queryFn: () => accepted(client.swaps.waiting({})),
})
