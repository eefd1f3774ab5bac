import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TicketDetail } from '../../../../shared/contract/tickets/tickets.ts'
import { aCall, accepted, aNoteIn } from '../../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { TicketFacts } from './TicketFacts.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const LATE_MS = 38.5 * 3_600_000

/** An urgent ticket that was claimed. */
async function claimed(): Promise<TicketDetail> {
  const { callId } = await aCall(page.client)
  const note = await aNoteIn(page.client, callId, 1)
  const wish = { title: '没人管', issueTypeId: 'coupon', priority: 1, department: '营销部' } as const
  const { id: ticketId } = await accepted(page.client.tickets.open({ ...wish, noteIds: [note.id] }))
  const { version: seenVersion } = (await accepted(page.client.tickets.get({ ticketId }))).ticket
  await accepted(page.client.tickets.move({ ticketId, action: 'claim', ownerName: '林岚', remark: null, seenVersion }))
  return accepted(page.client.tickets.get({ ticketId }))
}

test('a claimed P1 still says by how much its first answer came late, and nothing where it did not', async () => {
  const detail = await claimed()
  const facts = (lateMs: number) => {
    const at = new Date(Date.parse(detail.ticket.answerBy ?? '') + lateMs).toISOString()
    const events = detail.events.map((event) => (event.what === 'moved' ? { ...event, at } : event))
    return page.show(<TicketFacts detail={{ ...detail, events }} isExplained={false} onExplain={() => {}} />)
  }
  const late = facts(LATE_MS)
  await screen.findByText('晚了 38 小时')
  late.unmount()
  facts(-60_000)
  await screen.findByText('首次人工答复')
  expect(screen.queryByText(/晚了/)).toBeNull()
})
