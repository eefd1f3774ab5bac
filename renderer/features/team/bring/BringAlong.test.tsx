import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BringStatus, BroughtCount, BroughtKind } from '../../../../shared/contract/team/bring-along.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { aMember } from '../../../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { BringAlong } from './BringAlong.tsx'

let page: TestWindow
let status: BringStatus
const asked: [string, unknown][] = []
beforeEach(async () => {
  page = await aWindow()
  status = { stage: 'offered', work: null, failure: null, counts: null, isLookedAt: false, doneAt: null }
  asked.length = 0
  page.answer('team.status', async () => ({ ok: true, value: aMember() }))
  page.answer('bringAlong.status', async () => ({ ok: true, value: status }))
  for (const call of ['look', 'putOff', 'decide', 'begin'])
    page.answer(`bringAlong.${call}`, async (input) => {
      asked.push([call, input])
      if (call === 'look') status = looked()
      if (call === 'putOff') status = { ...status, stage: 'put_off' }
      if (call === 'begin')
        status = { ...status, stage: 'begun', work: { what: 'bringing', done: 3, total: 342, isWaiting: false } }
      return { ok: true, value: status }
    })
  page.answer('bringAlong.rows', async (input) => {
    asked.push(['rows', input])
    return { ok: true, value: { rows: [], total: 0 } }
  })
})
afterEach(() => page.close())

const count = (kind: BroughtKind, change: Partial<BroughtCount>): BroughtCount => ({
  ...{ kind, total: 0, decide: 0, stays: 0, will: 0, came: 0, there: 0, left: 0 },
  ...change,
})
const looked = (): BringStatus => ({
  ...{ stage: 'offered', work: null, failure: null, isLookedAt: true, doneAt: null },
  counts: {
    kinds: [
      count('person', { total: 1, decide: 1 }),
      count('type', {}),
      count('session', { total: 5_000, will: 5_000 }),
      count('ticket', { total: 1, stays: 1 }),
      count('booking', {}),
    ],
    ...{ calls: 9_700, notes: 16_200, halfDone: 2, pastBookings: 7 },
  },
})
const press = async (name: RegExp) => page.user.click(await screen.findByRole('button', { name }, patience))
const opens = async () => {
  page.show(<BringAlong hub="总部" />)
  await press(/^看看有什么/)
  return screen.findByRole('dialog', { name: '带到「总部」' }, patience)
}
const calls = () => asked.map(([call]) => call)

test('it is offered; put off, one line is left of it; where there is nothing, nothing is shown', async () => {
  page.show(<BringAlong hub="总部" />)
  await press(/^以后再说/)
  await screen.findByText('这台电脑自己的内容还没有带到「总部」。')
  expect(screen.queryByRole('button', { name: /^以后再说/ })).toBeNull()
  expect(calls()).toEqual(['putOff'])
})

test('counts come first, and what asks for something is shown first; what stays is said', async () => {
  const dialog = await opens()
  const cards = await within(dialog).findAllByRole('radio', {}, patience)
  expect(cards.map((card) => card.closest('label')?.textContent)).toEqual([
    '人员 11 项要你定',
    '场次 5,0005,000 项会带过去',
    '工单 11 项先留下',
    '预约 0没有',
  ])
  within(dialog).getByText(/还有 1 项没定/)
  within(dialog).getByText(/2 条没写完的批注.*7 个已过去的预约.*设置、导出记录、备份/)
})

test('begun it says how far it is', async () => {
  const dialog = await opens()
  await within(dialog).findAllByRole('radio', {}, patience)
  await press(/^带过去/)
  await within(dialog).findByText('正在带过去：3 / 342')
  expect(within(dialog).queryByRole('button', { name: /^带过去/ })).toBeNull()
  expect(calls()).toContain('begin')
})

test('at the end the result is there to be read, also when nobody has looked since', async () => {
  const at = '2026-09-18T02:42:00.000Z'
  status = { ...looked(), stage: 'done', isLookedAt: false, doneAt: at }
  page.show(<BringAlong hub="总部" />)
  await screen.findByText(/还有 2 项留在这台电脑/, {}, patience)
  await press(/^看看结果/)
  await screen.findByRole('dialog', { name: '带到「总部」' }, patience)
  await screen.findAllByRole('radio', {}, patience)
  expect(calls()).not.toContain('look')
})
