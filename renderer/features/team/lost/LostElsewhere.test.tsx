import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TroublesElsewhere } from '../../../../shared/contract/team/troubles.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { aMember } from '../../../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { undoNewest, useNotices } from '../../../ui/notices.ts'
import { TeamBar } from '../away/TeamBar.tsx'
import { LostElsewhere } from './LostElsewhere.tsx'

let page: TestWindow
let elsewhere: TroublesElsewhere[]
const asked: unknown[] = []
beforeEach(async () => {
  page = await aWindow()
  asked.length = 0
  page.answer('team.status', async () => ({ ok: true, value: aMember() }))
  page.answer('team.lost', async () => ({ ok: true, value: [] }))
  page.answer('desks.troublesElsewhere', async () => ({ ok: true, value: elsewhere }))
  page.answer('desks.seeTroubles', async (input) => {
    asked.push(input)
    return { ok: true, value: {} }
  })
})
afterEach(() => page.close())

const id = (number: number) => `01990000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`
const at = '2026-09-18T01:00:00.000Z'
const east: TroublesElsewhere = {
  ...{ deskId: id(90), deskName: '东窗', seenAt: at },
  lost: [{ ids: [id(1), id(2)], at, kind: 'ticket', about: { what: 'ticket', number: 12 }, sessionId: null }],
  stuck: [{ id: id(3), startedAt: at, notes: 3, why: 'not_yours', reference: null }],
}

test('what was done at another desk and is not at the hub is said in the bar and listed, and can be seen to and taken back', async () => {
  elsewhere = [east]
  page.show(
    <>
      <TeamBar />
      <LostElsewhere />
    </>,
  )
  await screen.findByText('你在别的电脑上做过的 2 项，中心没有。', {}, patience)
  await screen.findByRole('region', { name: '东窗：中心没有的改动' }, patience)
  screen.getByText('场次里有 3 条批注没有传上去')
  screen.getByText('中心说它不属于那台电脑，请协调员看一看')
  await page.user.click(screen.getByRole('button', { name: '不用了：工单的改动 ES-000012' }))
  expect(await page.told('1 项不再列出')).toMatchObject({ tone: 'success' })
  await act(async () => undoNewest())
  expect(await page.told('1 项又列出来了')).toMatchObject({ tone: 'success' })
  expect(asked).toEqual([
    { ids: [id(1), id(2)], isSeen: true },
    { ids: [id(1), id(2)], isSeen: false },
  ])
})

test('two desks of one name are told apart by when they were here last; what is lost here is said beside what is lost elsewhere', async () => {
  const here = {
    ids: [id(5)],
    at,
    kind: 'ticket' as const,
    about: { what: 'ticket' as const, number: 13 },
    sessionId: null,
  }
  page.answer('team.lost', async () => ({ ok: true, value: [here] }))
  elsewhere = [east, { ...east, deskId: id(91), seenAt: '2026-09-17T02:30:00.000Z', lost: [] }]
  page.show(
    <>
      <TeamBar />
      <LostElsewhere />
    </>,
  )
  const bar = '中心恢复到了较早的备份：这台电脑上的 1 项改动它没有了。你在别的电脑上做过的 3 项，中心没有。'
  await screen.findByText(bar, {}, patience)
  await screen.findByRole('region', { name: /东窗（上次连上：.*09:00）：中心没有的改动/ }, patience)
  screen.getByRole('region', { name: /东窗（上次连上：.*10:30）：中心没有的改动/ })
})

test('a hub that cannot be asked, or is older, has nothing to say of other desks', async () => {
  let times = 0
  page.answer('desks.troublesElsewhere', async () => {
    times += 1
    return { ok: false, code: 'unknown_call', detail: {} }
  })
  page.show(
    <>
      <TeamBar />
      <LostElsewhere />
    </>,
  )
  await waitFor(() => expect(times).toBe(1), patience)
  // It is asked anew when something of it is told, and not whenever a note goes up.
  await act(async () => page.hears({ kind: 'changed', topics: ['team'] }))
  expect(times).toBe(1)
  await act(async () => page.hears({ kind: 'changed', topics: ['desks'] }))
  await waitFor(() => expect(times).toBe(2), patience)
  expect(screen.queryByText(/中心没有/)).toBeNull()
  expect(useNotices.getState().notices).toEqual([])
})
