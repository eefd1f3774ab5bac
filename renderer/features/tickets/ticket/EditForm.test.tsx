import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted, aNoteIn } from '../../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { openForm } from '../ticket-desk.ts'
import { TicketPane } from './TicketPane.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

/** The form is open and its title typed over when 王敏, in another window, changes title and department. */
async function twoAtOnce() {
  const wang = await accepted(
    page.client.people.add({ name: '王敏', department: '', role: 'coordinator', employeeNumber: null, email: null }),
  )
  const { callId } = await aCall(page.client)
  const { id } = await aNoteIn(page.client, callId, 1)
  const wish = { issueTypeId: 'delivery', priority: 3, department: '物流部' } as const
  const { id: ticketId } = await accepted(page.client.tickets.open({ ...wish, title: '没人管', noteIds: [id] }))
  page.show(<TicketPane ticketId={ticketId} onClose={() => {}} onLeaveForm={() => {}} />)
  await screen.findByText('没人管')
  openForm({ kind: 'edit' })
  const title = await screen.findByDisplayValue<HTMLTextAreaElement>('没人管')
  await page.user.clear(title)
  await page.user.type(title, '我写的')
  await accepted(page.client.settings.save({ me: wang.id }))
  await accepted(
    page.client.tickets.edit({ seenVersion: null, ticketId, ...wish, title: '她写的', department: '客服部' }),
  )
  return { title, stored: async () => (await accepted(page.client.tickets.get({ ticketId }))).ticket }
}

test('over a change of somebody else the form says what they changed, and the words stay; the same keys use mine', async () => {
  const { title, stored } = await twoAtOnce()
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect((await screen.findByRole('alert')).textContent).toMatch(/^王敏 \d\d:\d\d 改了标题和部门。你写的还在。/)
  expect(title.value).toBe('我写的')
  expect(await stored()).toMatchObject({ title: '她写的', department: '客服部' })
  await screen.findByDisplayValue('客服部')
  await screen.findByRole('button', { name: /用我的/ })
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await page.told('已修改')
  // What only the other had touched is as they left it.
  expect(await stored()).toMatchObject({ title: '我写的', department: '客服部' })
})

test('theirs can be looked at with the keys alone, and one’s own words are a press away', async () => {
  const { title, stored } = await twoAtOnce()
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  const look = await screen.findByRole('button', { name: '看对方的' })
  await screen.findByDisplayValue('客服部')
  look.focus()
  await page.user.keyboard('{Enter}')
  expect(title.value).toBe('她写的')
  await page.user.click(screen.getByRole('button', { name: '换回我的' }))
  expect(title.value).toBe('我写的')
  await page.user.click(screen.getByRole('button', { name: '看对方的' }))
  // The press that kept one's own a moment ago says that it keeps them no more.
  await page.user.click(screen.getByRole('button', { name: /^不用我的，就这样/ }))
  await page.told('已修改')
  expect((await stored()).title).toBe('她写的')
})

test('a change half done waits where a page was left, and is forgotten where it was cancelled', async () => {
  const { callId } = await aCall(page.client)
  const { id } = await aNoteIn(page.client, callId, 1)
  const wish = { issueTypeId: 'delivery', priority: 3, department: '物流部' } as const
  const { id: ticketId } = await accepted(page.client.tickets.open({ ...wish, title: '没人管', noteIds: [id] }))
  const shown = async () => {
    const { unmount } = page.show(<TicketPane ticketId={ticketId} onClose={() => {}} onLeaveForm={() => {}} />)
    await screen.findByText('没人管')
    openForm({ kind: 'edit' })
    const title = await screen.findByLabelText<HTMLTextAreaElement>('标题')
    return { title, unmount }
  }
  const first = await shown()
  await page.user.clear(first.title)
  await page.user.type(first.title, '写了一半')
  first.unmount()
  await page.told('修改」还没做完')
  const again = await shown()
  expect(again.title.value).toBe('写了一半')
  await page.user.click(screen.getByRole('button', { name: /取消/ }))
  again.unmount()
  expect((await shown()).title.value).toBe('没人管')
})
