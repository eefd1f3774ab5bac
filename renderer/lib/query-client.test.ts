import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { EVERYTHING, topics } from '../../shared/contract/entry.ts'
import { patience } from '../../test/builders/patience.ts'
import { answered, mayAskAgain } from './answers.ts'
import { expectOwnNote, queryClient, readNowAndThen, refreshOn } from './query-client.ts'

test('a change refreshes the queries of its topics and no other', () => {
  const client = new QueryClient()
  client.setQueryData(['bookings', 'board', { from: '2026-11-21' }], [])
  client.setQueryData(['tickets', 'list'], [])
  refreshOn({ kind: 'changed', topics: ['bookings'] }, client)
  const isStale = (key: unknown[]) => client.getQueryState(key)?.isInvalidated
  expect([isStale(['bookings', 'board', { from: '2026-11-21' }]), isStale(['tickets', 'list'])]).toEqual([true, false])
})

test('where another database may be open now, what nobody looks at is forgotten: it was read from the one before', () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  const keys = [
    ['tickets', 'due'],
    ['people', 'list'],
  ]
  const [left, seen] = keys
  if (left === undefined || seen === undefined) return
  const stop = new QueryObserver(client, { queryKey: seen, queryFn: () => Promise.resolve([]) }).subscribe(() => {})
  for (const told of [EVERYTHING, topics]) {
    for (const key of keys) client.setQueryData(key, [])
    refreshOn({ kind: 'changed', topics: told }, client)
    expect(keys.map((key) => client.getQueryData(key))).toEqual([undefined, []])
  }
  client.setQueryData(left, [])
  refreshOn({ kind: 'changed', topics: ['tickets', 'people', 'team'] }, client)
  expect(client.getQueryData(left)).toEqual([])
  stop()
})

test('a first answer that was on its way while its topic changed is asked anew before it is shown; one of another topic is not', async () => {
  const answers: PromiseWithResolvers<string>[] = []
  const ask = (topic: string) =>
    queryClient.fetchQuery({
      queryKey: [topic, 'late'],
      queryFn: () => {
        const answer = Promise.withResolvers<string>()
        answers.push(answer)
        return answer.promise
      },
    })
  const [search, people] = [ask('search'), ask('people')]
  await vi.waitFor(() => expect(answers).toHaveLength(2), patience)
  refreshOn({ kind: 'changed', topics: ['search'] })
  for (const answer of answers) answer.resolve('before')
  await vi.waitFor(() => expect(answers).toHaveLength(3), patience)
  answers[2]?.resolve('after')
  expect(await Promise.all([search, people])).toEqual(['after', 'before'])
  queryClient.clear()
})

test('lists of sessions count notes and tickets, so they follow both; a session that is read does not', () => {
  const client = new QueryClient()
  const keys = [
    ['sessions', 'list', 'newest'],
    ['sessions', 'get', 's'],
  ]
  for (const topic of ['notes', 'tickets'] as const) {
    for (const key of keys) client.setQueryData(key, [])
    refreshOn({ kind: 'changed', topics: [topic] }, client)
    expect(keys.map((key) => client.getQueryState(key)?.isInvalidated)).toEqual([true, false])
  }
})

test.each([
  ['what goes by the rules of keeping follows what keeps words longer', ['retention', 'due'], 'lifeChannel'],
  ['what goes from this desk follows what was noted and taken off', ['retention', 'here'], 'notes'],
  ['who sees cases, and has a drill to do, follows the list of people', ['lifeChannel', 'drillDue'], 'people'],
  ['how much of a meeting is open follows its tickets', ['meetings', 'list', 0], 'tickets'],
  ['how many calls were solved on the spot follows tickets', ['meetings', 'months'], 'tickets'],
  ['the view of silver-hair calls follows who was named', ['silverHair', 'overview', 'a', 'b'], 'agents'],
] as const)('%s', (_, key, topic) => {
  const client = new QueryClient()
  client.setQueryData(key, [])
  client.setQueryData(['retention', 'ledger'], [])
  refreshOn({ kind: 'changed', topics: [topic] }, client)
  expect(client.getQueryState(key)?.isInvalidated).toBe(true)
  expect(client.getQueryState(['retention', 'ledger'])?.isInvalidated).toBe(false)
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

test('of own notes the rest of the screen is read once, when the hands rest', async () => {
  vi.useFakeTimers()
  try {
    const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
    const read = vi.fn(() => Promise.resolve({ noteCount: 1 }))
    client.setQueryData(['sessions', 'get', 's'], { noteCount: 0 })
    const stop = new QueryObserver(client, { queryKey: ['sessions', 'get', 's'], queryFn: read }).subscribe(() => {})
    for (const noteId of ['first', 'second', 'third']) {
      expectOwnNote(noteId)
      refreshOn({ kind: 'noteAdded', callId: 'this', noteId }, client)
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(read).not.toHaveBeenCalled()
    await vi.runAllTimersAsync()
    expect(read).toHaveBeenCalledTimes(1)
    refreshOn({ kind: 'noteAdded', callId: 'this', noteId: 'of another window' }, client)
    expect(read).toHaveBeenCalledTimes(2)
    stop()
  } finally {
    vi.useRealTimers()
  }
})

test('a question to a hub that has too much to do is asked again, as nothing was wrong with it', async () => {
  const busy = answered(Promise.resolve({ ok: false as const, code: 'hub_busy' as const, detail: {} }))
  const thrown: unknown = await busy.catch((problem: unknown) => problem)
  expect(mayAskAgain(thrown)).toBe(true)
})

test('what work changes call after call is read again once it has ended, also where it fails; all else at once', async () => {
  const keys = [
    ['people', 'list'],
    ['tickets', 'list'],
  ]
  const stale = () => keys.map((key) => queryClient.getQueryState(key)?.isInvalidated)
  for (const key of keys) queryClient.setQueryData(key, [])
  const work = readNowAndThen(['people', 'rooms'], async () => {
    refreshOn({ kind: 'changed', topics: ['people', 'tickets'] })
    expect(stale()).toEqual([false, true])
    throw new Error('broken off')
  })
  await expect(work).rejects.toThrow('broken off')
  expect(stale()).toEqual([true, true])
  queryClient.clear()
})

test('what others change while such work goes on, or waits for an answer, is on the screen after a few seconds', async () => {
  vi.useFakeTimers()
  const key = ['bookings', 'board']
  const isStale = () => queryClient.getQueryState(key)?.isInvalidated
  queryClient.setQueryData(key, [])
  let end = () => {}
  const work = readNowAndThen(['people', 'bookings'], () => new Promise<void>((done) => (end = done)))
  try {
    refreshOn({ kind: 'changed', topics: ['bookings'] })
    vi.advanceTimersByTime(4_900)
    expect(isStale()).toBe(false)
    vi.advanceTimersByTime(200)
    expect(isStale()).toBe(true)
    queryClient.setQueryData(key, [])
    refreshOn({ kind: 'changed', topics: ['bookings'] })
    expect(isStale()).toBe(false)
    vi.advanceTimersByTime(5_000)
    expect(isStale()).toBe(true)
  } finally {
    end()
    await work
    vi.useRealTimers()
    queryClient.clear()
  }
})
