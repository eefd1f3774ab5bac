import { screen } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted } from '../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { editTicket, moveTicket } from './tickets.actions.ts'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

async function aTicket() {
  const { callId } = await aCall(page.client)
  const note = {
    noteId: v7(),
    callId,
    kind: 'voice',
    text: '上周买的今天降价了',
    offsetMs: 1,
    issueTypeId: null,
  } as const
  await accepted(page.client.notes.add(note))
  const wish = {
    title: '降价补差',
    issueTypeId: 'coupon',
    priority: 3,
    department: '营销部',
    noteIds: [note.noteId],
  } as const
  return accepted(page.client.tickets.open({ ...wish, noteIds: [note.noteId] }))
}
const ticketNow = async (ticketId: string) => (await accepted(page.client.tickets.get({ ticketId }))).ticket
const claim = { ownerName: '李强', remark: null }

test('undo in the notice of «resume» brings back the pause with the moment it began', async () => {
  const { id } = await aTicket()
  await moveTicket(await ticketNow(id), 'claim', claim)
  await moveTicket(await ticketNow(id), 'request_information', { ownerName: null, remark: '等截图' })
  const paused = await ticketNow(id)
  page.show(null)
  await moveTicket(paused, 'resume')
  const undo = (await screen.findAllByRole('button', { name: /撤销/ })).at(-1)
  if (undo === undefined) throw new Error('no way back was offered')
  await page.user.click(undo)
  await screen.findByText(/已回到「待补充」/)
  expect(await ticketNow(id)).toEqual({ ...paused, version: expect.any(Number) })
  await page.user.click(await screen.findByRole('button', { name: /重做/ }))
  await screen.findAllByText(/现在是「处理中」/)
  expect(await ticketNow(id)).toMatchObject({ state: 'in_progress', pausedAt: null })
})

test('a claim can be taken back too, and a change that came after it is never overwritten', async () => {
  const opened = await aTicket()
  page.show(null)
  await moveTicket(opened, 'claim', claim)
  const undo = await screen.findByRole('button', { name: /撤销/ })
  await editTicket(opened.id, { title: '换个说法', issueTypeId: 'coupon', priority: 2, department: '营销部' })
  await page.user.click(undo)
  await screen.findByText(/撤不回了/)
  expect(await ticketNow(opened.id)).toMatchObject({ state: 'in_progress', ownerName: '李强', title: '换个说法' })
})
