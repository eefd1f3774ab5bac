import { act } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Topic } from '../../shared/contract/entry.ts'
import type { TeamStatus } from '../../shared/contract/team/team.ts'
import { patience } from '../../test/builders/patience.ts'
import { aMember, away } from '../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { queryClient } from '../lib/query-client.ts'
import { teamStatus } from '../lib/team.ts'
import { useLastingLists } from './use-lasting-lists.ts'

let page: TestWindow
const asked: string[] = []
/** What Today, tickets, exports, sessions, meetings, draws, duty and the life channel begin with. */
const LISTS = [
  ...['tickets.list', 'sessions.list', 'exports.list', 'meetings.list', 'draws.list', 'passports.get'],
  ...['lifeChannel.list', 'waitlist.mine', 'swaps.waiting', 'bookingNews.list'],
]
beforeEach(async () => {
  page = await aWindow()
  asked.length = 0
  for (const call of [...LISTS, 'passports.overview'])
    page.answer(call, (_, ask) => {
      asked.push(call)
      return ask()
    })
})
afterEach(() => page.close())

function Asks() {
  useLastingLists(0, 0)
  return null
}
const isNow = async (status: TeamStatus, topics: readonly Topic[] = ['team']) => {
  page.answer('team.status', async () => ({ ok: true, value: status }))
  await act(async () => page.hears({ kind: 'changed', topics }))
}
const here = (since: string, role: 'listener' | 'coordinator' = 'listener') =>
  aMember({ link: { kind: 'here', since }, me: { ...aMember().me, role } })
const allAsked = () => vi.waitFor(() => expect(asked).toEqual(expect.arrayContaining(LISTS)), patience)

test('a desk asks its hub for the lists of the main pages, again when it was away, and when it forgot them', async () => {
  page.answer('team.status', async () => ({ ok: true, value: { kind: 'alone' } }))
  page.show(<Asks />)
  // Told while the first question is on its way, it would count as that one's answer.
  await vi.waitFor(() => expect(queryClient.getQueryData(teamStatus.queryKey)).toBeDefined(), patience)
  await isNow(here(new Date().toISOString()))
  await allAsked()
  expect(asked).not.toContain('passports.overview')
  asked.length = 0
  await isNow(away())
  await isNow(here(new Date(Date.now() + 1_000).toISOString(), 'coordinator'))
  await allAsked()
  await vi.waitFor(() => expect(asked).toContain('passports.overview'), patience)
  asked.length = 0
  await isNow(here(new Date(Date.now() + 1_000).toISOString(), 'coordinator'), ['lifeChannel'])
  await allAsked()
})

test('of what changed while nobody looked the desk asks for a newer copy, and of nothing else', async () => {
  page.answer('team.status', async () => ({ ok: true, value: here(new Date().toISOString(), 'coordinator') }))
  page.show(<Asks />)
  await allAsked()
  await vi.waitFor(() => expect(asked).toContain('passports.overview'), patience)
  asked.length = 0
  await act(async () => page.hears({ kind: 'changed', topics: ['tickets'] }))
  await act(async () => page.hears({ kind: 'changed', topics: ['exports'] }))
  await vi.waitFor(
    () => expect(asked).toEqual(expect.arrayContaining(['tickets.list', 'sessions.list', 'exports.list'])),
    patience,
  )
  await vi.waitFor(() => expect(asked.filter((call) => call === 'tickets.list')).toHaveLength(4), patience)
  expect(new Set(asked)).toEqual(new Set(['tickets.list', 'sessions.list', 'exports.list']))
})
