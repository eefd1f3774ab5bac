import { queryOptions } from '@tanstack/react-query'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

export const retentionRules = queryOptions({
  queryKey: ['retention', 'rules'],
  queryFn: () => accepted(client.retention.rules({})),
})

/** What goes in the next 30 days where the truth is, and what is kept. */
export const dueWords = queryOptions({
  queryKey: ['retention', 'due'],
  queryFn: () => accepted(client.retention.due({})),
})

/** What goes from this desk alone. */
export const dueHere = queryOptions({
  queryKey: ['retention', 'here'],
  // What is half done changes as it is typed, which no event tells.
  staleTime: 0,
  queryFn: () => accepted(client.retention.here({})),
})

export const retentionLedger = queryOptions({
  queryKey: ['retention', 'ledger'],
  queryFn: () => accepted(client.retention.ledger({})),
})
