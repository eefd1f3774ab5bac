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

test('a step on a ticket that somebody changed meanwhile is refused with what changed; the words stay and go out at a second press', async () => {
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
  openForm({ kind: 'move', action: 'reject' })
  const remark = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /说明/ })
  await page.user.type(remark, '重复了')
  await accepted(page.client.settings.save({ me: wang.id }))
  await accepted(page.client.tickets.edit({ seenVersion: null, ticketId, ...wish, title: '三天没人管' }))
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect((await screen.findByRole('alert')).textContent).toMatch(/^王敏 \d\d:\d\d 改了标题。你写的还在。$/)
  expect(await stored()).toMatchObject({ state: 'unclaimed', title: '三天没人管' })
  expect(remark.value).toBe('重复了')
  await screen.findByRole('heading', { name: '三天没人管' })
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await page.told('已驳回')
  expect(await stored()).toMatchObject({ state: 'rejected', title: '三天没人管' })
})
