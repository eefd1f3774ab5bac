import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WaitingSession } from '../../../../shared/contract/team/team.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { AWAY_SINCE, away } from '../../../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { WaitingDialog } from './WaitingDialog.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const aSession = (id: string, why: WaitingSession['why'], reference: string | null = null): WaitingSession => ({
  ...{ what: 'session', id, startedAt: AWAY_SINCE, endedAt: AWAY_SINCE, listenerName: id },
  ...{ counts: { rows: 9, calls: 2, notes: 5 }, since: AWAY_SINCE, why, reference },
})

test('each line says why it waits and what somebody can do; what can be tried is tried by a button', async () => {
  page.answer('team.status', async () => ({ ok: true, value: away() }))
  page.answer('team.waiting', async () => ({
    ok: true,
    value: [aSession('王敏', 'hub_busy'), aSession('李强', 'failed', 'A1B2C3D4')],
  }))
  page.show(<WaitingDialog />)
  const why = async (name: string) =>
    (await screen.findByText(name, {}, patience)).closest('tr')?.querySelector('[data-why]')?.textContent
  expect(await why('王敏')).toBe('等中心忙完')
  expect(await why('李强')).toBe('中心出错，没有收下；每小时再试。请把编号 A1B2C3D4 告诉协调员')
  within(screen.getByRole('dialog')).getByRole('button', { name: '现在再试' })
})
