import { queryOptions } from '@tanstack/react-query'
import type { Id, PlainDate } from '../../../shared/contract/values.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

export const lensesOfSession = (sessionId: Id) =>
  queryOptions({
    queryKey: ['silverHair', 'ofSession', sessionId],
    queryFn: () => accepted(client.silverHair.ofSession({ sessionId })),
  })

export const silverOverview = (from: PlainDate, to: PlainDate) =>
  queryOptions({
    queryKey: ['silverHair', 'overview', from, to],
    queryFn: () => accepted(client.silverHair.overview({ from, to })),
  })
