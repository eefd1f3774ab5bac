import { queryOptions } from '@tanstack/react-query'
import type { Id, PlainDate } from '../../../../shared/contract/values.ts'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

/** What a person waits for; whatever is held for them first. Nothing of nobody. */
export const waitsOf = (personId: Id | null) =>
  queryOptions({
    queryKey: ['waitlist', 'mine', personId],
    queryFn: () => (personId === null ? [] : accepted(client.waitlist.mine({ personId }))),
  })

/** Who waits for something of a day, in their order. */
export const waitsOfDay = (date: PlainDate) =>
  queryOptions({ queryKey: ['waitlist', 'day', date], queryFn: () => accepted(client.waitlist.ofDay({ date })) })

/** Places held on the dates, both included. */
export const heldIn = (from: PlainDate, to: PlainDate) =>
  queryOptions({
    queryKey: ['waitlist', 'held', { from, to }],
    queryFn: () => accepted(client.waitlist.held({ from, to })),
  })
