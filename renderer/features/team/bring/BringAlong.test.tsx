import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type {
  BringStatus,
  BroughtCount,
  BroughtKind,
  BroughtRow,
} from '../../../../shared/contract/team/bring-along.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { aMember } from '../../../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { BringAlong } from './BringAlong.tsx'

let page: TestWindow
let status: BringStatus
const asked: [string, unknown][] = []
const rows: Partial<Record<BroughtKind, BroughtRow[]>> = {}
beforeEach(async () => {
  // Nothing has a size on this page; the list must have one to know what is in sight.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return this.tagName === 'SECTION' ? 340 : 0
  })
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
    const { kind, offset, limit } = input as { kind: BroughtKind; offset: number; limit: number }
    asked.push(['rows', input])
    const all = rows[kind] ?? []
    return { ok: true, value: { rows: all.slice(offset, offset + limit), total: all.length } }
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  return page.close()
})

const ID = '01990000-0000-7000-8000-00000000000'
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
const wang: BroughtRow = {
  ...{ kind: 'person', id: `${ID}1`, standing: 'decide', name: '王敏', department: '客服部', employeeNumber: 'E7' },
  ...{ isRemoved: false, sessions: 3, how: 'likely', decision: null, isPerson: null },
  candidates: [{ personId: `${ID}2`, name: '王敏', department: '物流部', employeeNumber: null }],
}
rows.person = [wang]
rows.session = Array.from({ length: 5_000 }, (_, index) => ({
  ...{ kind: 'session', id: `${ID}${index}`, standing: 'will', startedAt: '2026-09-18T01:00:00.000Z' },
  ...{ listenerName: `第 ${index} 场的人`, calls: 2, notes: 4, halfDone: 0 },
}))
rows.ticket = [
  {
    kind: 'ticket',
    id: `${ID}9`,
    standing: 'notes_wait',
    number: 12,
    title: '降价补差',
    state: 'closed',
    hubNumber: null,
  },
]

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
    '场次 5,0005000 项会带过去',
    '工单 11 项先留下',
    '预约 0没有',
  ])
  await within(dialog).findByText('要你定是谁')
  within(dialog).getByText(/还有 1 项没定/)
  within(dialog).getByText(/2 条没写完的批注.*7 个已过去的预约.*设置、导出记录、备份/)
})

test('of thousands only what is in sight is asked for and drawn', async () => {
  const dialog = await opens()
  await page.user.click(await within(dialog).findByRole('radio', { name: /^场次/ }, patience))
  await within(dialog).findByText('第 0 场的人', {}, patience)
  expect(within(dialog).getAllByRole('row').length).toBeLessThan(60)
  const pages = asked.filter(([call, input]) => call === 'rows' && (input as { kind: string }).kind === 'session')
  expect(pages.length).toBeLessThan(3)
})

test('who somebody is at the hub is said by keys alone: one who is alike, or somebody new', async () => {
  const dialog = await opens()
  const button = await within(dialog).findByRole('button', { name: '定下 王敏 在中心是谁' }, patience)
  button.focus()
  await page.user.keyboard('{Enter}')
  const choice = await screen.findByRole('dialog', { name: '王敏 在中心是谁？' }, patience)
  expect(within(choice).getByRole<HTMLButtonElement>('button', { name: /^就这样定/ }).disabled).toBe(true)
  within(choice).getByRole('radio', { name: '王敏 · 物流部' }).focus()
  await page.user.keyboard(' {Enter}')
  await vi.waitFor(
    () =>
      expect(asked).toContainEqual([
        'decide',
        { people: [{ id: `${ID}1`, decision: { as: 'same', personId: `${ID}2` } }] },
      ]),
    patience,
  )
  expect(screen.queryByRole('dialog', { name: '王敏 在中心是谁？' })).toBeNull()
})

test('begun it says how far it is, and what a ticket waits for', async () => {
  const dialog = await opens()
  await page.user.click(await within(dialog).findByRole('radio', { name: /^工单/ }, patience))
  await within(dialog).findByText('等它引用的批注先过去')
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
  await screen.findByText('要你定是谁', {}, patience)
  expect(calls()).not.toContain('look')
})
