import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { refreshOn } from './query-client.ts'

test('a change refreshes the queries of its topics and no other', () => {
  const client = new QueryClient()
  client.setQueryData(['bookings', 'board', { from: '2026-11-21' }], [])
  client.setQueryData(['tickets', 'list'], [])
  refreshOn({ kind: 'changed', topics: ['bookings'] }, client)
  const isStale = (key: unknown[]) => client.getQueryState(key)?.isInvalidated
  expect([isStale(['bookings', 'board', { from: '2026-11-21' }]), isStale(['tickets', 'list'])]).toEqual([true, false])
})
