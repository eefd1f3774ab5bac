import { act, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Desk } from '../../../../shared/contract/team/desks.ts'
import { accepted } from '../../../../test/builders/console.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { AWAY_SINCE, aMember, away } from '../../../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { queryClient } from '../../../lib/query-client.ts'
import { TeamSection } from '../settings/TeamSection.tsx'
import { hubDesks } from './desks.queries.ts'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const { me } = aMember()
const east: Desk = {
  id: '01990000-0000-7000-8000-000000000011',
  name: '东窗',
  personId: '01990000-0000-7000-8000-00000000000c',
  personName: '李强',
  madeAt: '2026-09-01T00:00:00.000Z',
  seenAt: null,
  revokedAt: null,
  isThis: false,
}
const press = async (name: string) =>
  page.user.click(await screen.findByRole('button', { name: new RegExp(`^${name}`) }))

function hubOf(role: 'listener' | 'coordinator', desks: Desk[]) {
  page.answer('team.status', async () => ({ ok: true, value: aMember({ me: { ...me, role } }) }))
  page.answer('desks.list', async () => ({ ok: true, value: desks }))
}

test('the desk at which the list is read is marked in it', async () => {
  hubOf('coordinator', [east, { ...east, id: '01990000-0000-7000-8000-000000000012', name: '西窗', isThis: true }])
  page.show(<TeamSection />)
  const rows = await screen.findAllByRole('row', { name: /窗/ }, patience)
  expect(rows.map((row) => row.textContent?.includes('这台电脑'))).toEqual([false, true])
})

test('a coordinator sees the desks and revokes one, after being told what that does', async () => {
  const desks = [east]
  hubOf('coordinator', desks)
  const asked: unknown[] = []
  page.answer('desks.revoke', async (input) => {
    asked.push(input)
    desks[0] = { ...east, revokedAt: '2026-09-18T02:42:00.000Z' }
    return { ok: true, value: {} }
  })
  page.show(<TeamSection />)
  await press('撤销 东窗')
  const dialog = within(await screen.findByRole('dialog', { name: '撤销「东窗」？' }))
  expect(dialog.queryByText(/你自己正用的电脑/)).toBeNull()
  await page.user.click(dialog.getByRole('button', { name: /^撤销/ }))
  await page.told('已撤销 东窗')
  expect(asked).toEqual([{ deskId: east.id }])
  await screen.findByText(/10:42 撤销$/)
})

test('a code for somebody on the list, or for somebody new in a role, is shown with its hour', async () => {
  hubOf('coordinator', [])
  const wish = { name: '李强', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const person = await accepted(page.client.people.add(wish))
  const asked: unknown[] = []
  page.answer('desks.makeCode', async (input) => {
    asked.push(input)
    return { ok: true, value: { code: 'K7QM-2XWD', expiresAt: '2026-09-18T03:42:00.000Z' } }
  })
  page.show(<TeamSection />)
  await press('给一个加入码')
  await press('给出加入码')
  await screen.findByText('请先选一个人')
  await page.user.type(screen.getByRole('combobox', { name: '这个人' }), '李强{Enter}')
  await press('给出加入码')
  const made = within(await screen.findByRole('dialog', { name: '给 李强 的加入码' }))
  made.getByText('K7QM-2XWD')
  made.getByText('11:42 之前有效，只能用一次')
  made.getByText('https://hub.example:8443/')
  await page.user.click(made.getByRole('button', { name: '复制加入码' }))
  await page.told('已复制加入码')
  expect(await navigator.clipboard.readText()).toBe('K7QM-2XWD')
  await press('再给一个')
  await page.user.click(screen.getByRole('radio', { name: '新来的人' }))
  await page.user.click(screen.getByRole('radio', { name: '记录人' }))
  await press('给出加入码')
  const another = within(await screen.findByRole('dialog', { name: '给新来的记录人的加入码' }))
  expect(asked).toEqual([{ whom: { personId: person.id } }, { whom: { role: 'note_taker' } }])
  await page.user.click(another.getByText('关闭'))
  expect(screen.queryByText('K7QM-2XWD')).toBeNull()
})

test.each([
  ['away', away(), /现在连不上中心：加入码和撤销都在中心办理/],
  ['refused', aMember({ link: { kind: 'refused', why: 'token', since: AWAY_SINCE } }), /中心现在不接受这台电脑/],
  ['a version apart', aMember({ otherVersion: { isDeskOlder: true } }), /版本不同/],
])('%s, neither a code nor revoking is offered, and why is said', async (_, status, words) => {
  hubOf('coordinator', [east])
  page.answer('team.status', async () => ({ ok: true, value: status }))
  page.show(<TeamSection />)
  await screen.findByText(words)
  const make = screen.getByRole<HTMLButtonElement>('button', { name: '给一个加入码' })
  expect(make.disabled).toBe(true)
  expect(document.getElementById(make.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(words)
  expect((await screen.findByRole<HTMLButtonElement>('button', { name: '撤销 东窗' })).disabled).toBe(true)
})

test('a desk the hub will not have says so once: nothing waits, and nothing is promised to come by itself', async () => {
  hubOf('coordinator', [])
  const link = { kind: 'refused', why: 'token', since: AWAY_SINCE } as const
  page.answer('team.status', async () => ({ ok: true, value: aMember({ me: { ...me, role: 'coordinator' }, link }) }))
  page.answer('desks.list', async () => ({ ok: false, code: 'offline', detail: { since: AWAY_SINCE } }))
  page.show(<TeamSection />)
  await screen.findByText(/中心现在不接受这台电脑/)
  await vi.waitFor(() => expect(queryClient.getQueryState(hubDesks.queryKey)?.status).toBe('error'), patience)
  await act(async () => {})
  expect(screen.queryByText(/起连不上中心/)).toBeNull()
})

test('nobody else is shown what they may not ask', async () => {
  hubOf('listener', [east])
  page.show(<TeamSection />)
  await screen.findByText('总部中心')
  expect(screen.queryByText('中心的电脑')).toBeNull()
})
