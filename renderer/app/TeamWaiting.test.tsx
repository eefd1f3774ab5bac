import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TeamStatus, WaitingSession } from '../../shared/contract/team/team.ts'
import { patience } from '../../test/builders/patience.ts'
import { AWAY_SINCE, aMember, away } from '../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { queryClient } from '../lib/query-client.ts'
import { teamStatus } from '../lib/team.ts'
import { TeamWaiting } from './TeamWaiting.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const session = (change: Partial<WaitingSession>): WaitingSession => ({
  what: 'session',
  id: '01990000-0000-7000-8000-000000000001',
  startedAt: '2026-09-18T02:00:00.000Z',
  endedAt: '2026-09-18T02:50:00.000Z',
  listenerName: '王敏',
  counts: { rows: 20, calls: 3, notes: 12 },
  since: AWAY_SINCE,
  why: 'hub_away',
  reference: null,
  ...change,
})

async function open(status: TeamStatus, sessions: WaitingSession[]) {
  page.answer('team.status', async () => ({ ok: true, value: status }))
  page.answer('team.waiting', async () => ({ ok: true, value: sessions }))
  await queryClient.fetchQuery(teamStatus)
  page.show(<TeamWaiting />)
  await page.user.keyboard('gw')
}

test('by its key, session by session: when, who, what, and why; one is opened from it, Esc closes it', async () => {
  const running = session({ id: '01990000-0000-7000-8000-000000000002', endedAt: null, listenerName: null })
  const seat = session({
    ...{ what: 'booking', id: '01990000-0000-7000-8000-000000000003' },
    startedAt: null,
    endedAt: null,
  })
  await open(away(), [session({}), { ...running, why: 'refused', counts: { rows: 2, calls: 0, notes: 0 } }, seat])
  const dialog = within(await screen.findByRole('dialog', { name: '等着上传的' }, patience))
  const [, first, second, third] = await dialog.findAllByRole('row')
  expect(first?.textContent).toMatch(/10:00–10:50王敏3 通、12 条批注.*前等中心连上/)
  expect(second?.textContent).toMatch(/进行中未登记2 处改动.*中心没有收下，请协调员看一看/)
  expect(third?.textContent).toMatch(/^签到或离席/)
  dialog.getByRole('button', { name: '现在再试' })
  await page.user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('what the hub failed at stays, with what to look for in its log, and can be tried at once', async () => {
  await open(aMember(), [session({ why: 'failed', reference: '1A2B3C4D' })])
  const dialog = within(await screen.findByRole('dialog', { name: '等着上传的' }, patience))
  await dialog.findByText(/没有收下；每小时再试。请把编号 1A2B3C4D 告诉协调员/)
  dialog.getByRole('button', { name: '现在再试' })
})

test('where the hub will not have this desk, it says what to do and leads there', async () => {
  await open(aMember({ link: { kind: 'refused', why: 'token', since: AWAY_SINCE } }), [session({ why: 'token' })])
  const dialog = within(await screen.findByRole('dialog', { name: '等着上传的' }, patience))
  await dialog.findByText(/请协调员再给一个加入码/)
  await page.user.click(dialog.getByRole('button', { name: '去「设置 → 团队」' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('with nothing left it says so; a desk alone has no such list', async () => {
  await open(aMember(), [])
  await screen.findByText('全都在中心了', {}, patience)
  await page.user.keyboard('{Escape}')
  queryClient.setQueryData(teamStatus.queryKey, { kind: 'alone' })
  await page.user.keyboard('gw')
  expect(screen.queryByRole('dialog')).toBeNull()
})
