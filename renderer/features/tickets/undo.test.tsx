import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { aCall, accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { redoNewest, undoNewest } from '../../ui/notices.ts'
import { TicketPane } from './ticket/TicketPane.tsx'
import { openForm } from './ticket-desk.ts'
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
  const { undo } = page.notice()
  await editTicket(opened.id, { title: '换个说法', issueTypeId: 'coupon', priority: 2, department: '营销部' })
  act(() => undo?.())
  await screen.findByText(/撤不回了/)
  expect(await ticketNow(opened.id)).toMatchObject({ state: 'in_progress', ownerName: '李强', title: '换个说法' })
})

test('undo after two changes takes back the later, then the earlier; redo does them again in their order', async () => {
  const opened = await aTicket()
  await moveTicket(opened, 'claim', claim)
  await moveTicket(await ticketNow(opened.id), 'resolve')
  undoNewest()
  await page.told('已回到「处理中」')
  undoNewest()
  await page.told('已回到「待认领」')
  expect(await ticketNow(opened.id)).toEqual({ ...opened, version: expect.any(Number) })
  const comesTo = (state: string) =>
    waitFor(async () => expect(await ticketNow(opened.id)).toMatchObject({ state }), patience)
  redoNewest()
  await comesTo('in_progress')
  redoNewest()
  await comesTo('resolved')
  undoNewest()
  await comesTo('in_progress')
})

describe('in the history', () => {
  const history = () => screen.findByRole('region', { name: '处理记录' })
  const buttons = async () =>
    within(await history())
      .queryAllByRole('button')
      .map((button) => button.getAttribute('aria-label'))

  test('a change is taken back by its button or key long after its notice went, one after the other, and done again', async () => {
    const { id } = await aTicket()
    await moveTicket(await ticketNow(id), 'claim', claim)
    await moveTicket(await ticketNow(id), 'resolve')
    page.show(<TicketPane ticketId={id} onClose={() => {}} onLeaveForm={() => {}} />)
    await page.user.click(await screen.findByRole('button', { name: '撤回：标为已解决' }))
    await screen.findByRole('button', { name: '重做：标为已解决' })
    expect(await buttons()).toEqual(['重做：标为已解决', '撤回：认领'])
    fireEvent.keyDown(document.body, { key: 'z', code: 'KeyZ' })
    await screen.findByRole('button', { name: '重做：认领' })
    expect(await buttons()).toEqual(['重做：认领'])
    expect(await ticketNow(id)).toMatchObject({ state: 'unclaimed', ownerName: null })
    await page.user.click(await screen.findByRole('button', { name: '重做：认领' }))
    await screen.findByRole('button', { name: '撤回：认领' })
    expect(await ticketNow(id)).toMatchObject({ state: 'in_progress', ownerName: '李强' })
  })

  const pressZ = () => {
    fireEvent.keyDown(document.body, { key: 'z', code: 'KeyZ' })
    fireEvent.keyUp(document.body, { key: 'z', code: 'KeyZ' })
  }

  test('the key pressed again before the first is answered takes back the change before it; more often, nothing more', async () => {
    const { id } = await aTicket()
    await moveTicket(await ticketNow(id), 'claim', claim)
    await moveTicket(await ticketNow(id), 'resolve')
    page.show(<TicketPane ticketId={id} onClose={() => {}} onLeaveForm={() => {}} />)
    await screen.findByRole('button', { name: '撤回：标为已解决' })
    for (let times = 0; times < 3; times += 1) pressZ()
    await screen.findByRole('button', { name: '重做：认领' })
    expect(await ticketNow(id)).toMatchObject({ state: 'unclaimed', ownerName: null })
    expect(screen.queryByText(/撤不回了/)).toBeNull()
  })

  test('after one that is refused nothing goes out that was asked for meanwhile, and the focus stays', async () => {
    const { id } = await aTicket()
    await moveTicket(await ticketNow(id), 'claim', claim)
    await moveTicket(await ticketNow(id), 'resolve')
    const left = vi.fn()
    const asked = vi.fn(async () => ({ ok: false, code: 'changed_since', detail: {} }))
    page.answer('tickets.undo', asked)
    page.show(<TicketPane ticketId={id} onClose={() => {}} onLeaveForm={left} />)
    await screen.findByRole('button', { name: '撤回：标为已解决' })
    pressZ()
    pressZ()
    await screen.findByText(/撤不回了/)
    expect(asked).toHaveBeenCalledTimes(1)
    // What is asked for after that goes out again.
    pressZ()
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(2), patience)
    expect(left).not.toHaveBeenCalled()
  })

  test('a form that was opened before the answer keeps the focus, and nothing more is taken back under it', async () => {
    const { id } = await aTicket()
    await moveTicket(await ticketNow(id), 'claim', claim)
    await moveTicket(await ticketNow(id), 'resolve')
    const left = vi.fn()
    const held = Promise.withResolvers<void>()
    const asked = vi.fn()
    page.answer('tickets.undo', (input, ask) => {
      asked(input)
      return held.promise.then(ask)
    })
    page.show(<TicketPane ticketId={id} onClose={() => {}} onLeaveForm={left} />)
    await screen.findByRole('button', { name: '撤回：标为已解决' })
    pressZ()
    pressZ()
    act(() => openForm({ kind: 'edit' }))
    held.resolve()
    await page.told('已回到「处理中」')
    expect(asked).toHaveBeenCalledTimes(1)
    expect(await ticketNow(id)).toMatchObject({ state: 'in_progress' })
    expect(left).not.toHaveBeenCalled()
  })

  test('nothing is taken back under a form about the same ticket', async () => {
    const { id } = await aTicket()
    await moveTicket(await ticketNow(id), 'claim', claim)
    page.show(<TicketPane ticketId={id} onClose={() => {}} onLeaveForm={() => {}} />)
    await screen.findByRole('button', { name: '撤回：认领' })
    act(() => openForm({ kind: 'edit' }))
    await screen.findByRole('textbox', { name: /标题/ })
    expect(await buttons()).toEqual([])
  })
})
