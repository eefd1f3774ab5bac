import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Ticket, TicketState } from '../../../shared/contract/tickets/tickets.ts'
import { aCall, accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { useTicketDesk } from './ticket-desk.ts'
import { editTicket, moveTicket, pickAllBut } from './tickets.actions.ts'

let page: TestWindow

beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

let callId: string | null = null
async function aTicket(title = '降价补差没有人告诉过我'): Promise<Ticket> {
  callId = (await accepted(page.client.sessions.current({}))) === null ? (await aCall(page.client)).callId : callId
  const note = { callId: callId ?? '', kind: 'voice', text: title, offsetMs: 1_000, issueTypeId: null } as const
  const { id } = await accepted(page.client.notes.add({ ...note, noteId: v7() }))
  const wish = { title, issueTypeId: 'coupon', priority: 3 as const, department: '营销部', noteIds: [id] }
  return accepted(page.client.tickets.open(wish))
}
const now = async (ticket: Ticket) => (await accepted(page.client.tickets.get({ ticketId: ticket.id }))).ticket
const comesTo = (ticket: Ticket, state: TicketState) =>
  vi.waitFor(async () => expect((await now(ticket)).state).toBe(state), patience)

describe('moving a ticket', () => {
  test('says what it became; undo makes it exactly what it was, redo takes that back', async () => {
    const ticket = await aTicket()
    expect(await moveTicket(ticket, 'claim', { ownerName: '李强', remark: null })).toBe(true)
    const claimed = await now(ticket)
    expect(claimed).toMatchObject({ state: 'in_progress', ownerName: '李强' })
    const done = await page.told('处理中')
    done.undo?.()
    await comesTo(ticket, 'unclaimed')
    expect(await now(ticket)).toEqual({ ...ticket, version: expect.any(Number) })
    const back = await page.told('已回到「待认领」')
    back.redo?.()
    await comesTo(ticket, 'in_progress')
    expect(await now(ticket)).toEqual({ ...claimed, version: expect.any(Number) })
  })

  test.each([
    ['claim', '写明责任人'],
    ['reject', '写一句说明'],
    ['close', '「待认领」'],
  ] as const)(
    '%s without what it needs, or not from here: one plain sentence, nothing moved',
    async (action, words) => {
      const ticket = await aTicket()
      expect(await moveTicket(ticket, action)).toBe(false)
      expect(page.noticeCount()).toBe(1)
      expect(page.notice()).toMatchObject({ tone: 'info', title: expect.stringContaining(words) })
      expect((await now(ticket)).state).toBe('unclaimed')
    },
  )

  test('a ticket that was touched since is not taken back over the other change', async () => {
    const ticket = await aTicket()
    await moveTicket(ticket, 'claim', { ownerName: '李强', remark: null })
    const { undo } = page.notice()
    await accepted(
      page.client.tickets.move({
        seenVersion: null,
        ticketId: ticket.id,
        action: 'resolve',
        ownerName: null,
        remark: null,
      }),
    )
    undo?.()
    await page.told('这张工单刚又被改过')
    expect((await now(ticket)).state).toBe('resolved')
  })
})

describe('editing a ticket', () => {
  test('is said and can be taken back', async () => {
    const ticket = await aTicket()
    const { issueTypeId, department } = ticket
    expect(await editTicket(ticket.id, { title: '价保', issueTypeId, priority: 1, department })).toBe(true)
    expect(await now(ticket)).toMatchObject({ title: '价保', priority: 1 })
    page.notice().undo?.()
    await page.told('已改回')
    expect(await now(ticket)).toEqual({ ...ticket, version: expect.any(Number) })
  })

  test('what changes nothing offers no way back', async () => {
    const ticket = await aTicket()
    const { title, issueTypeId, priority, department } = ticket
    expect(await editTicket(ticket.id, { title, issueTypeId, priority, department })).toBe(true)
    expect(page.notice().undo).toBeUndefined()
  })

  test('a type that is gone is a failure that names it', async () => {
    const ticket = await aTicket()
    const { title, priority, department } = ticket
    expect(await editTicket(ticket.id, { title, issueTypeId: 'gone', priority, department })).toBe(false)
    expect(page.notice()).toMatchObject({ tone: 'failure', title: '这个问题类型已被删除，请另选' })
  })
})

test('dropping one ticket from «everything found» picks the others by name', async () => {
  const [first, second, third] = [await aTicket('一'), await aTicket('二'), await aTicket('三')]
  const filter = { text: '', states: [], priorities: [], issueTypeIds: [], departments: [] }
  await pickAllBut(second?.id ?? '', { ...filter, openedFrom: null, openedTo: null, isOverdue: false }, 'number')
  const { picked } = useTicketDesk.getState()
  expect(JSON.stringify(picked)).toContain(first?.id)
  expect(JSON.stringify(picked)).toContain(third?.id)
  expect(JSON.stringify(picked)).not.toContain(second?.id)
})
