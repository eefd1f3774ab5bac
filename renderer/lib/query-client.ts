import { QueryClient } from '@tanstack/react-query'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import { AnswerRefused } from './answers.ts'
import { onEvent } from './client.ts'

/**
 * What main owns, cached. Every key starts with the topic it shows: `['bookings', 'board', { from, to }]`.
 * Nothing grows stale by time: main says when a topic changed.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      // The console is on this machine: «offline» of the browser says nothing about it.
      networkMode: 'always',
      retry: (failureCount, error) => !(error instanceof AnswerRefused) && failureCount < 3,
      retryDelay: (attempt) => Math.min(2_000, 300 * 2 ** attempt),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Refreshes every query of the changed topics. */
export function refreshOn(event: EarshotEvent, client: QueryClient = queryClient): void {
  if (event.kind !== 'changed') return
  for (const topic of event.topics) void client.invalidateQueries({ queryKey: [topic] })
}

/** Starts refreshing; returns the way to stop. */
export const followChanges = (): (() => void) => onEvent((event) => refreshOn(event))
