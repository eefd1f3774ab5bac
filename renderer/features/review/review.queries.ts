import { queryOptions } from '@tanstack/react-query'
import type { Priority } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

export const notesOfSession = (sessionId: Id) =>
  queryOptions({
    queryKey: ['notes', 'ofSession', sessionId],
    queryFn: () => accepted(client.notes.ofSession({ sessionId })),
  })

/** What a ticket opened now would be due; null while no issue type is chosen. */
export const proposedDeadline = (issueTypeId: string | null, priority: Priority) =>
  queryOptions({
    queryKey: ['tickets', 'proposeDeadline', issueTypeId, priority],
    queryFn: () => (issueTypeId === null ? null : accepted(client.tickets.proposeDeadline({ issueTypeId, priority }))),
    // It moves with the clock.
    staleTime: 30_000,
  })

export const departments = queryOptions({
  queryKey: ['tickets', 'departments'],
  queryFn: () => accepted(client.tickets.departments({})),
})

export const ticketById = (ticketId: Id) =>
  queryOptions({ queryKey: ['tickets', 'get', ticketId], queryFn: () => accepted(client.tickets.get({ ticketId })) })
