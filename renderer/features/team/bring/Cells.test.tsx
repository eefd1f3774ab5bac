import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BroughtRow } from '../../../../shared/contract/team/bring-along.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { Cells } from './Cells.tsx'

let page: TestWindow
const asked: string[] = []
beforeEach(async () => {
  page = await aWindow()
  asked.length = 0
})
afterEach(async () => {
  vi.useRealTimers()
  await page.close()
})

const id = (number: number) => `01900000-0000-7000-8000-00000000000${number}`
const at = '2026-09-18T02:00:00.000Z'
const person: Extract<BroughtRow, { kind: 'person' }> = {
  ...{ kind: 'person', id: id(1), name: '王敏', department: '客服部', employeeNumber: 'E7', sessions: 4 },
  ...{ isRemoved: false, how: 'likely', candidates: [], decision: null, isPerson: null, standing: 'decide' },
}
const session: Extract<BroughtRow, { kind: 'session' }> = {
  ...{ kind: 'session', id: id(3), startedAt: at, listenerName: null, calls: 9, notes: 15, halfDone: 2 },
  standing: 'will',
}
const ticket: Extract<BroughtRow, { kind: 'ticket' }> = {
  ...{ kind: 'ticket', id: id(4), number: 7, title: '差价不退', state: 'in_progress', hubNumber: 31, standing: 'came' },
}
const booking: Extract<BroughtRow, { kind: 'booking' }> = {
  ...{ kind: 'booking', id: id(5), seatNumber: 3, roomName: '东厅', personName: '王敏', startsAt: at },
  ...{ endsAt: '2026-09-18T03:00:00.000Z', taken: null, standing: 'will' },
}

/** The cells of the rows, by what they say. */
async function shown(all: BroughtRow[]) {
  const lines = all.map((row) => (
    <tr key={row.id}>
      <Cells row={row} onAsk={(person) => asked.push(person.name)} />
    </tr>
  ))
  page.show(
    <table>
      <tbody>{lines}</tbody>
    </table>,
  )
  const found = await screen.findAllByRole('row', {}, patience)
  return found.map((row) =>
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent?.trim()),
  )
}

test('a person says who they are at the hub, and is chosen for until they are there', async () => {
  const all: BroughtRow[] = [
    person,
    { ...person, id: id(2), name: '李强', employeeNumber: null, standing: 'same', isPerson: '李强（总部）' },
    { ...person, id: id(3), name: '林涛', isRemoved: true, standing: 'came' },
    { ...person, id: id(4), name: '陈思', standing: 'number_taken', isPerson: '陈思远' },
  ]
  expect(await shown(all)).toEqual([
    ['王敏 E7', '客服部', '4', '', '要你定是谁', '选择'],
    ['李强', '客服部', '4', '李强（总部）', '同一个人', '更改'],
    ['林涛 已不在名单', '客服部', '4', '新加到名单', '已带过去', ''],
    ['陈思 E7', '客服部', '4', '', '工号是中心里「陈思远」的', '更改'],
  ])
  await page.user.click(screen.getByRole('button', { name: '定下 王敏 在中心是谁' }))
  expect(asked).toEqual(['王敏'])
})

test('a session tells what was heard in it and what is half done; nobody named is said', async () => {
  const all: BroughtRow[] = [
    session,
    { ...session, id: id(6), listenerName: '王敏', halfDone: 0, standing: 'still_open' },
  ]
  const [first, second] = await shown(all)
  expect(first?.slice(1)).toEqual(['未登记', '9', '15', '2', '会带过去'])
  expect(second?.slice(1)).toEqual(['王敏', '9', '15', '', '这一场还没结束'])
})

test('a ticket tells its numbers here and there, or which one quotes the same already', async () => {
  expect(await shown([ticket, { ...ticket, id: id(6), number: 8, hubNumber: 12, standing: 'already_quoted' }])).toEqual(
    [
      ['ES-000007', '差价不退', '处理中', 'ES-000031', '已带过去'],
      ['ES-000008', '差价不退', '处理中', '', '原话已在中心的 ES-000012 里'],
    ],
  )
})

test('one that kept its number says so, and what is of today has its date as well', async () => {
  vi.useFakeTimers({ now: new Date(at), toFake: ['Date'] })
  const [kept, heard, booked] = await shown([{ ...ticket, hubNumber: 7 }, session, booking])
  expect(kept?.at(-1)).toBe('已带到，编号没变')
  expect(heard?.[0]).toMatch(/^9月18日/)
  expect(booked?.[0]).toMatch(/^9月18日/)
})

test('a booking says who is in its way', async () => {
  const taken = { personName: '赵敏', seatNumber: 5, startsAt: at, isTheirs: false }
  const all: BroughtRow[] = [
    { ...booking, standing: 'seat_taken', taken },
    { ...booking, id: id(6), roomName: '', standing: 'person_taken', taken },
    { ...booking, id: id(7), standing: 'seat_taken', taken: { ...taken, personName: '王敏', isTheirs: true } },
  ]
  const [first, second, third] = await shown(all)
  expect(first?.slice(1)).toEqual(['3号席 东厅', '王敏', '席位那时是 赵敏 的'])
  expect(second?.slice(1)).toEqual(['3号席', '王敏', '赵敏 那时在 5号席'])
  expect(third?.at(-1)).toBe('王敏 在中心已经约好了')
})

test('while things are being brought nothing of them is decided about', async () => {
  const work = { what: 'bringing', done: 1, total: 9, isWaiting: false }
  const value = { stage: 'begun', work, failure: null, counts: null, isLookedAt: true, doneAt: null }
  page.answer('bringAlong.status', async () => ({ ok: true, value }))
  await shown([{ ...person, standing: 'same', isPerson: '王敏' }])
  await vi.waitFor(() => expect(screen.queryByRole('button')).toBeNull(), patience)
})
