import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { expectOwnNote, refreshOn } from './query-client.ts'

test('a change refreshes the queries of its topics and no other', () => {
  const client = new QueryClient()
  client.setQueryData(['bookings', 'board', { from: '2026-11-21' }], [])
  client.setQueryData(['tickets', 'list'], [])
  refreshOn({ kind: 'changed', topics: ['bookings'] }, client)
  const isStale = (key: unknown[]) => client.getQueryState(key)?.isInvalidated
  expect([isStale(['bookings', 'board', { from: '2026-11-21' }]), isStale(['tickets', 'list'])]).toEqual([true, false])
})

test('one more note refreshes lists and counts, not how far the calls are, and not the call of a window that stored it itself', () => {
  const client = new QueryClient()
  const keys = [
    ['notes', 'ofCall', 'this'],
    ['notes', 'ofCall', 'another'],
    ['notes', 'ofSession', 's'],
    ['sessions', 'get', 's'],
    ['sessions', 'calls', 's'],
    ['tickets', 'list'],
  ]
  const staleAfter = (noteId: string) => {
    for (const key of keys) client.setQueryData(key, [])
    refreshOn({ kind: 'noteAdded', callId: 'this', noteId }, client)
    return keys.filter((key) => client.getQueryState(key)?.isInvalidated).map((key) => key.join(' '))
  }
  expect(staleAfter('of another window')).toEqual(['notes ofCall this', 'notes ofSession s', 'sessions get s'])
  expectOwnNote('its own')
  expect(staleAfter('its own')).toEqual(['notes ofSession s', 'sessions get s'])
})
