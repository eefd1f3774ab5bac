import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted, aNoteIn } from '../../../../test/builders/console.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { openForm } from '../ticket-desk.ts'
import { TicketPane } from './TicketPane.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

/** A ticket is open, with this form over it, when 王敏 in another window gives it another title. */
async function changedMeanwhile(
  action: 'reject' | 'claim',
  [role, name]: ['textbox' | 'combobox', RegExp],
  words: string,
) {
  const wang = await accepted(
    page.client.people.add({ name: '王敏', department: '', role: 'coordinator', employeeNumber: null, email: null }),
  )
  const { callId } = await aCall(page.client)
  const { id } = await aNoteIn(page.client, callId, 1)
  const wish = { title: '没人管', issueTypeId: 'delivery', priority: 3, department: '物流部' } as const
  const { id: ticketId } = await accepted(page.client.tickets.open({ ...wish, noteIds: [id] }))
  const stored = async () => (await accepted(page.client.tickets.get({ ticketId }))).ticket
  page.show(<TicketPane ticketId={ticketId} onClose={() => {}} onLeaveForm={() => {}} />)
  await screen.findByText('没人管')
  openForm({ kind: 'move', action })
  const typed = await screen.findByRole<HTMLInputElement | HTMLTextAreaElement>(role, { name })
  await page.user.type(typed, words)
  await accepted(page.client.settings.save({ me: wang.id }))
  await accepted(page.client.tickets.edit({ seenVersion: null, ticketId, ...wish, title: '三天没人管' }))
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect((await screen.findByRole('alert')).textContent).toMatch(/^王敏 \d\d:\d\d 改了标题。你写的还在。$/)
  expect(await stored()).toMatchObject({ state: 'unclaimed', title: '三天没人管' })
  expect(typed.value).toBe(words)
  await screen.findByRole('heading', { name: '三天没人管' })
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  return stored
}

test('a step on a ticket that somebody changed meanwhile is refused with what changed; the words stay and go out at a second press', async () => {
  const stored = await changedMeanwhile('reject', ['textbox', /说明/], '重复了')
  await page.told('已驳回')
  expect(await stored()).toMatchObject({ state: 'rejected', title: '三天没人管' })
})

test('so is a claim: the name of whoever claims stays, too', async () => {
  const stored = await changedMeanwhile('claim', ['combobox', /责任人/], '孙悦')
  await page.told('处理中')
  expect(await stored()).toMatchObject({ state: 'in_progress', title: '三天没人管', ownerName: '孙悦' })
})

const aPerson = (name: string) =>
  accepted(page.client.people.add({ name, department: '', role: 'coordinator', employeeNumber: null, email: null }))

/** A claim is open over a ticket nobody owns; what became of its owner. */
async function claiming() {
  const { callId } = await aCall(page.client)
  const { id } = await aNoteIn(page.client, callId, 1)
  const wish = { title: '没人管', issueTypeId: 'delivery', priority: 3, department: '物流部' } as const
  const { id: ticketId } = await accepted(page.client.tickets.open({ ...wish, noteIds: [id] }))
  page.show(<TicketPane ticketId={ticketId} onClose={() => {}} onLeaveForm={() => {}} />)
  await screen.findByText('没人管')
  openForm({ kind: 'move', action: 'claim' })
  const field = await screen.findByRole<HTMLInputElement>('combobox', { name: /责任人/ })
  return { field, owner: async () => (await accepted(page.client.tickets.get({ ticketId }))).ticket.ownerName }
}

test('initials that several share are nobody’s: it is asked whose they are, and a capital keeps a name as it stands', async () => {
  for (const name of ['王敏', '王明']) await aPerson(name)
  const { field, owner } = await claiming()
  await page.user.type(field, 'wm')
  await waitFor(() => expect(screen.getAllByRole('option', { hidden: true })).toHaveLength(2), patience)
  expect(document.querySelector('[data-combobox-selected]')).toBeNull()
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('「wm」可能是王敏、王明，请从列表里选', {}, patience)
  expect(await owner()).toBeNull()
  await page.user.clear(field)
  await page.user.type(field, 'Wm')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await page.told('处理中')
  expect(await owner()).toBe('Wm')
})

test('letters that are nobody on the list are said to be so, and kept at the second press', async () => {
  await aPerson('陈思远')
  const { field, owner } = await claiming()
  await page.user.type(field, 'zzz')
  await screen.findByText('人员名单里没有「zzz」，就记这个名字', {}, patience)
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('人员名单里没有「zzz」。要记这个名字，请再按一次', {}, patience)
  expect(await owner()).toBeNull()
  await page.user.type(field, 'q')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('人员名单里没有「zzzq」。要记这个名字，请再按一次', {}, patience)
  expect(await owner()).toBeNull()
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await page.told('处理中')
  expect(await owner()).toBe('zzzq')
})

test('a name that is not on the list is said to be none of it, and kept at once', async () => {
  await aPerson('陈思远')
  const { field, owner } = await claiming()
  await page.user.type(field, '仓库老周')
  await screen.findByText('人员名单里没有「仓库老周」，就记这个名字', {}, patience)
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await page.told('处理中')
  expect(await owner()).toBe('仓库老周')
})

test('initials that are sent before it is known how names are said wait for that', async () => {
  await aPerson('冯建国')
  const { promise, resolve } = Promise.withResolvers<void>()
  page.answer('search.sounds', async (_wish, ask) => {
    await promise
    return ask()
  })
  const { field, owner } = await claiming()
  await page.user.type(field, 'fjg')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect(await owner()).toBeNull()
  resolve()
  await page.told('处理中')
  expect(await owner()).toBe('冯建国')
})

test('initials of somebody on the list, sent by the key at once, are stored as the name they stand for', async () => {
  await aPerson('陈思远')
  const { field, owner } = await claiming()
  await page.user.type(field, 'csy')
  await waitFor(() => expect(document.querySelector('[data-combobox-selected]')).not.toBeNull(), patience)
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await page.told('处理中')
  expect(await owner()).toBe('陈思远')
})
