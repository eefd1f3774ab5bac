import { queryOptions } from '@tanstack/react-query'
import type { Id } from '../../../../shared/contract/values.ts'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

const MOST_CALLS = 6

/**
 * The last calls with this reference. It follows tickets, whose states it shows, and no saved note: that is a note of this call, and
 * these are others.
 */
export const earlierCalls = (reference: string, exceptCallId: Id) =>
  queryOptions({
    queryKey: ['tickets', 'ofReference', reference, exceptCallId],
    queryFn: () => accepted(client.tickets.callsByReference({ reference, exceptCallId, limit: MOST_CALLS })),
    staleTime: 0,
  })
