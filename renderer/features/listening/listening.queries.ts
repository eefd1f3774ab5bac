import { queryOptions } from '@tanstack/react-query'
import type { Id } from '../../../shared/contract/values.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

export const currentSession = queryOptions({
  queryKey: ['sessions', 'current'],
  queryFn: () => accepted(client.sessions.current({})),
})

export const sessionById = (sessionId: Id) =>
  queryOptions({
    queryKey: ['sessions', 'get', sessionId],
    queryFn: () => accepted(client.sessions.get({ sessionId })),
  })

export const callsOfSession = (sessionId: Id) =>
  queryOptions({
    queryKey: ['sessions', 'calls', sessionId],
    queryFn: () => accepted(client.sessions.calls({ sessionId })),
  })

export const recentSessions = (limit: number) =>
  queryOptions({
    queryKey: ['sessions', 'recent', limit],
    queryFn: () => accepted(client.sessions.recent({ limit })),
  })

export const upcomingBookings = (personId: Id | null) =>
  queryOptions({
    queryKey: ['bookings', 'upcoming', personId],
    queryFn: () => (personId === null ? [] : accepted(client.bookings.upcoming({ personId }))),
  })

export const everybody = queryOptions({ queryKey: ['people', 'list'], queryFn: () => accepted(client.people.list({})) })
