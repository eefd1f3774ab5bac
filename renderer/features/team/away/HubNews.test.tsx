import { act } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TeamStatus } from '../../../../shared/contract/team/team.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { AWAY_SINCE, aMember, away } from '../../../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { failureOf } from '../../../lib/errors.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { teamStatus } from '../../../lib/team.ts'
import { notifyFailure } from '../../../ui/notices.ts'
import { followHub, HubNews, type Stood } from './HubNews.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const refused = (why: 'token' | 'person_removed' | 'other_version') =>
  aMember({ link: { kind: 'refused', why, since: AWAY_SINCE } })
const elsewhere = aMember({ hub: { ...aMember().hub, id: '01990000-0000-7000-8000-0000000000ff', name: '上海中心' } })

/** Whether each of these, one after the other, says that the desk has joined. */
function joinedAt(...course: TeamStatus[]): boolean[] {
  let stood: Stood | null = null
  return course.map((status) => {
    const { now, hasJoined } = followHub(stood, status)
    stood = now
    return hasJoined
  })
}

test.each([
  ['a desk alone', [{ kind: 'alone' }, aMember(), away(), aMember()], [false, true, false, false]],
  ['one that is a member when the window opens', [aMember(), away(), aMember()], [false, false, false]],
  ['one whose pass counted no more', [refused('token'), away(), aMember()], [false, false, true]],
  ['one whose person was put back', [refused('person_removed'), aMember()], [false, true]],
  ['one that only was a version apart', [refused('other_version'), aMember()], [false, false]],
  ['one that changed its hub', [aMember(), { kind: 'alone' }, elsewhere], [false, false, true]],
] as [string, TeamStatus[], boolean[]][])('%s is told that it joined when it did', (_, course, told) => {
  expect(joinedAt(...course)).toEqual(told)
})

test.each([
  ['goes with it', { kind: 'alone' }],
  ['is away goes when it is back', aMember()],
] as [string, TeamStatus][])('what was said of a hub %s; anything else stays until it is closed', async (_, then) => {
  const isNow = async (status: TeamStatus) => {
    page.answer('team.status', async () => ({ ok: true, value: status }))
    await act(async () => page.hears({ kind: 'changed', topics: ['team'] }))
    await vi.waitFor(() => expect(queryClient.getQueryData(teamStatus.queryKey)).toEqual(status), patience)
  }
  page.answer('team.status', async () => ({ ok: true, value: aMember() }))
  page.show(<HubNews />)
  await vi.waitFor(() => expect(queryClient.getQueryData(teamStatus.queryKey)).toBeDefined(), patience)
  await isNow(away())
  await act(async () => {
    notifyFailure(() => failureOf({ ok: false, code: 'offline', detail: { since: AWAY_SINCE } }))
    notifyFailure(() => failureOf({ ok: false, code: 'disk_full', detail: {} }))
  })
  expect(page.noticeCount()).toBe(2)
  await isNow(then)
  await vi.waitFor(() => expect(page.noticeCount()).toBe(1), patience)
  expect(page.notice().title).toContain('磁盘满了')
})
