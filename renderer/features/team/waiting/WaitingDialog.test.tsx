import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TeamStatus, WaitingSession } from '../../../../shared/contract/team/team.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { AWAY_SINCE, aMember, away } from '../../../../test/builders/team.ts'
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

test('whoever is off the list of people reads what to do, tries, and is told when it was tried and how it stands', async () => {
  const refused = aMember({ link: { kind: 'refused', why: 'person_removed', since: AWAY_SINCE } })
  page.answer('team.status', async () => ({ ok: true, value: refused }))
  page.answer('team.waiting', async () => ({ ok: true, value: [aSession('王敏', 'person_removed')] }))
  let answered: (status: TeamStatus) => void = () => {}
  page.answer('team.tryNow', async () => ({
    ok: true,
    value: await new Promise<TeamStatus>((resolve) => {
      answered = resolve
    }),
  }))
  page.show(<WaitingDialog />)
  await screen.findByText(/请协调员把你放回名单，再按「现在再试」/, {}, patience)
  await page.user.click(screen.getByRole('button', { name: '现在再试' }))
  await screen.findByText('正在连…')
  answered(refused)
  await screen.findByText(/^\S+ 问过，还是一样$/, {}, patience)
})
