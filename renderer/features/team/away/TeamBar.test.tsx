import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { TeamStatus } from '../../../../shared/contract/team/team.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { AWAY_SINCE, aMember, away } from '../../../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { clockIsAhead, instantNow } from '../../../lib/now.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { teamStatus } from '../../../lib/team.ts'
import { useWaiting } from '../waiting/waiting-store.ts'
import { TeamBar } from './TeamBar.tsx'
import { followUp } from './went-up.ts'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(async () => {
  vi.useRealTimers()
  clockIsAhead(0)
  await page.close()
})

const isNow = async (status: TeamStatus) => {
  // Told while the first question is on its way, it would count as that one's answer.
  await vi.waitFor(() => expect(queryClient.getQueryData(teamStatus.queryKey)).toBeDefined(), patience)
  page.answer('team.status', async () => ({ ok: true, value: status }))
  await act(async () => page.hears({ kind: 'changed', topics: ['team'] }))
  await vi.waitFor(() => expect(queryClient.getQueryData(teamStatus.queryKey)).toEqual(status), patience)
}
const DAY_MS = 86_400_000
const isGone = (words: HTMLElement) => vi.waitFor(() => expect(words.isConnected).toBe(false), patience)
const waiting = { rows: 20, calls: 3, notes: 12 }

test('away, one line says since when, of when what is shown is, and what waits; back, it goes and says once what went up', async () => {
  page.show(<TeamBar />)
  await isNow(away({ waiting }))
  const bar = await screen.findByText(/10:42 起连不上中心，听线和批注照常。席位和名单是 .*10:42 的内容。/, {}, patience)
  await page.user.click(screen.getByRole('button', { name: '等着上传 3 通、12 条批注' }))
  expect(useWaiting.getState().isOpen).toBe(true)
  useWaiting.setState({ isOpen: false })
  await isNow(aMember({ waiting, isUploading: true }))
  await isGone(bar)
  expect(page.noticeCount()).toBe(0)
  await isNow(aMember())
  expect(await page.told('中心连上了')).toMatchObject({ tone: 'success', hint: '3 通、12 条批注' })
  await isNow(aMember())
  expect(page.noticeCount()).toBe(1)
})

test.each([
  [{ kind: 'refused', why: 'token', since: AWAY_SINCE }, /中心不再接受这台电脑/],
  [{ kind: 'refused', why: 'person_removed', since: AWAY_SINCE }, /已不在中心的人员名单里/],
] as const)('refused, it says why and leads where it is mended', async (link, words) => {
  page.show(<TeamBar />)
  await isNow(aMember({ link }))
  await screen.findByText(words, {}, patience)
  screen.getByRole('button', { name: '去处理' })
})

test.each([
  [{ clockAheadMs: 12 * 60_000 }, /本机的时间比中心快 12 分钟。.*请校准本机的时间。/],
  [{ clockAheadMs: -3 * 3_600_000 }, /本机的时间比中心慢 3 小时。/],
  [{ clockAheadMs: 40 - 3 * 86_400_000 }, /本机的时间比中心慢 3 天。/],
  [{ link: { kind: 'here', since: AWAY_SINCE, isBusy: true } }, /中心正忙，回答慢一些/],
  [{ link: { kind: 'away', since: AWAY_SINCE, isBusy: true }, asOf: AWAY_SINCE }, /10:42 起中心忙不过来/],
] as const)('a hub that is there, and yet not as usual, is told in a line: %o', async (change, words) => {
  page.show(<TeamBar />)
  await isNow(aMember(change))
  const line = await screen.findByText(words, {}, patience)
  expect(line.parentElement?.textContent).not.toMatch(/连不上/)
})

test('a clock that is set wrong while the console runs is told of, and dates nothing here', async () => {
  page.show(<TeamBar />)
  await isNow(aMember())
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + DAY_MS })
  page.answer('team.status', async () => ({ ok: true, value: aMember({ clockAheadMs: DAY_MS }) }))
  act(() => void window.dispatchEvent(new Event('focus')))
  await screen.findByText(/本机的时间比中心快/, {}, patience)
  vi.useRealTimers()
  expect(Math.round((Date.parse(instantNow()) - Date.now()) / DAY_MS)).toBe(-1)
})

test('away from the hub, a desk whose clock is off is told so all the same', async () => {
  page.show(<TeamBar />)
  await isNow(aMember({ link: { kind: 'away', since: AWAY_SINCE }, asOf: AWAY_SINCE, clockAheadMs: 365 * 86_400_000 }))
  await screen.findByText(/起连不上中心，.*本机的时间比中心快 365 天。/, {}, patience)
})

test('a version apart, it says what waits for which update; alone there is nothing', async () => {
  page.show(<TeamBar />)
  await isNow(aMember({ otherVersion: { isDeskOlder: true } }))
  const words = await screen.findByText(/本机比中心旧/, {}, patience)
  await isNow({ kind: 'alone' })
  await isGone(words)
  expect(screen.getByRole('status').textContent).toBe('')
})

describe('what went up', () => {
  test('is told with what was noted while it went up, and never where nothing waited', () => {
    const more = { rows: 25, calls: 3, notes: 15 }
    const first = followUp(null, away({ waiting }))
    const second = followUp(first.waited, aMember({ waiting: more }))
    expect(second.wentUp).toBeNull()
    expect(followUp(second.waited, aMember()).wentUp).toEqual(more)
    expect(followUp(followUp(null, away()).waited, aMember())).toEqual({ waited: null, wentUp: null })
    expect(followUp(first.waited, { kind: 'alone' })).toEqual({ waited: null, wentUp: null })
  })
})
