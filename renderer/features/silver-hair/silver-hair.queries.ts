import { queryOptions } from '@tanstack/react-query'
import type { Lens } from '../../../shared/contract/silver-hair/lens.ts'
import type { Id, PlainDate } from '../../../shared/contract/values.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

export const lensesOfSession = (sessionId: Id) =>
  queryOptions({
    queryKey: ['silverHair', 'ofSession', sessionId],
    queryFn: () => accepted(client.silverHair.ofSession({ sessionId })),
  })

/** Of the lenses of a session, the calls that are marked. */
export const markedIn = (lenses: readonly Lens[]): ReadonlySet<Id> =>
  new Set(lenses.flatMap(({ callId, mark }) => (mark === 'marked' ? [callId] : [])))

export const silverOverview = (from: PlainDate, to: PlainDate) =>
  queryOptions({
    queryKey: ['silverHair', 'overview', from, to],
    queryFn: () => accepted(client.silverHair.overview({ from, to })),
  })

/** The house's own terms of the trade, by which every window counts. */
export const ownTerms = queryOptions({
  queryKey: ['silverHair', 'ownTerms'],
  queryFn: () => accepted(client.jargon.list({})),
})
