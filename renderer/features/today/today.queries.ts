import { queryOptions } from '@tanstack/react-query'
import type { Id } from '../../../shared/contract/values.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'
import { dueQuestion, lastSessionsQuestion } from '../../lib/first-screen.ts'

/** More than a day's work; the list of tickets has the rest. */
export const MOST_DUE = dueQuestion.limit

/** Open tickets, the one due soonest first. */
export const dueTickets = queryOptions({
  queryKey: ['tickets', 'due'],
  queryFn: () => accepted(client.tickets.list(dueQuestion)),
})

/** How many tickets there ever were: «everything has come to something» is true only of some. */
export const ticketsEver = queryOptions({
  queryKey: ['tickets', 'ever'],
  queryFn: async () => (await accepted(client.tickets.list({ filter: {}, sort: 'number', limit: 1, offset: 0 }))).total,
})

/** What the person booked for others and is not over, soonest first. */
export const bookingsMadeBy = (personId: Id) =>
  queryOptions({
    queryKey: ['bookings', 'made', personId],
    queryFn: () => accepted(client.bookingFor.made({ personId })),
  })

/** Newest first: where the last notes wait to become tickets. */
export const lastSessions = queryOptions({
  queryKey: ['sessions', 'list', 'newest'],
  queryFn: () => accepted(client.sessions.list(lastSessionsQuestion)),
})
