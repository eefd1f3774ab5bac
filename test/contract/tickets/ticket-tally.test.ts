import { afterEach, beforeEach, expect, test } from 'vitest'
import { talliesAgree } from '../../../electron/storage/tickets/ticket-tally.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
})
afterEach(() => desk.close())

const totals = async () => [
  (await desk.list()).total,
  (await desk.list({ states: ['unclaimed'] }, 'number', 1)).total,
  (await desk.list({ priorities: [1], departments: ['物流部'], issueTypeIds: ['coupon'] }, 'number', 1)).total,
]

test('what is kept of how many there are follows every change of a ticket', async () => {
  const first = await desk.aTicket()
  const second = await desk.aTicket({ priority: 1 })
  expect([await totals(), talliesAgree(desk.db)]).toEqual([[2, 2, 0], true])
  const wish = { ...desk.openWish([], { priority: 1, department: '物流部' }), ticketId: first.id, seenVersion: null }
  const edited = await accepted(desk.tickets.edit(wish, desk.asker))
  expect([await totals(), talliesAgree(desk.db)]).toEqual([[2, 2, 1], true])
  await accepted(desk.tickets.undo({ ticketId: first.id, eventId: edited.eventId ?? '' }, desk.asker))
  await accepted(desk.move(first.id, 'claim', { ownerName: '李强' }))
  expect([await totals(), talliesAgree(desk.db)]).toEqual([[2, 1, 0], true])
  await accepted(desk.tickets.withdraw({ ticketId: second.id }, desk.asker))
  expect([await totals(), talliesAgree(desk.db)]).toEqual([[1, 0, 0], true])
  desk.db.exec('DELETE FROM ticket_quote; DELETE FROM ticket_event; DELETE FROM row_change; DELETE FROM ticket')
  expect([await totals(), talliesAgree(desk.db)]).toEqual([[0, 0, 0], true])
})

test('a department nobody has tickets of any more is not offered', async () => {
  const { id } = await desk.aTicket({ department: '夜班组' })
  expect(await accepted(desk.tickets.departments({}, desk.asker))).toContain('夜班组')
  await accepted(desk.tickets.withdraw({ ticketId: id }, desk.asker))
  expect(await accepted(desk.tickets.departments({}, desk.asker))).not.toContain('夜班组')
})

test('sessions are counted as they begin: all, and those of a person', async () => {
  const count = async (listener: string) =>
    (await accepted(desk.sessions.list({ listener, from: null, to: null, limit: 9, offset: 0 }, desk.asker))).total
  await accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
  const wish = { bookingId: null, purpose: 'listen' } as const
  const named = await accepted(desk.sessions.start({ ...wish, listenerId: await desk.aPerson('曾三') }, desk.asker))
  await accepted(desk.sessions.end({ sessionId: named.id }, desk.asker))
  await accepted(desk.sessions.start({ ...wish, listenerId: null }, desk.asker))
  expect([await count(''), await count('曾三'), await count('没有这人'), talliesAgree(desk.db)]).toEqual([
    3,
    1,
    0,
    true,
  ])
})
