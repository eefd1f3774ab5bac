import { queryOptions } from '@tanstack/react-query'
import type { Id } from '../../../shared/contract/values.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

/** Asked when the window is idle: the card has them before anybody needs it. */
export const lifeContacts = queryOptions({
  queryKey: ['lifeChannel', 'contacts'],
  queryFn: () => accepted(client.lifeChannel.contacts({})),
  gcTime: Number.POSITIVE_INFINITY,
})

/** What the house adds to what is heard; kept, so that a window hears by it whatever is away. */
export const lifeWords = queryOptions({
  queryKey: ['lifeChannel', 'words'],
  queryFn: () => accepted(client.lifeWords.list({})),
  gcTime: Number.POSITIVE_INFINITY,
})

export const casesInHand = queryOptions({
  queryKey: ['lifeChannel', 'inHand'],
  queryFn: () => accepted(client.lifeChannel.inHand({})),
})

export const lifeCases = queryOptions({
  queryKey: ['lifeChannel', 'list'],
  queryFn: () => accepted(client.lifeChannel.list({ limit: 200 })),
})

export const readingsOf = (caseId: Id) =>
  queryOptions({
    queryKey: ['lifeChannel', 'readings', caseId],
    queryFn: () => accepted(client.lifeChannel.readings({ caseId })),
  })

export const drillHistory = queryOptions({
  queryKey: ['lifeChannel', 'drills'],
  queryFn: () => accepted(client.lifeDrills.history({})),
})

export const drillDue = queryOptions({
  queryKey: ['lifeChannel', 'drillDue'],
  queryFn: () => accepted(client.lifeDrills.due({})),
})

export const sealedCalls = (sessionId: Id) =>
  queryOptions({
    queryKey: ['lifeChannel', 'sealedCalls', sessionId],
    queryFn: () => accepted(client.lifeChannel.sealedCalls({ sessionId })),
  })
