import { afterEach, beforeEach, expect, test } from 'vitest'
import { manyTicketsService } from '../../../electron/services/tickets/many-tickets.ts'
import type { SeenTicket, TicketChange } from '../../../shared/contract/tickets/many-tickets.ts'
import type { Ticket } from '../../../shared/contract/tickets/tickets.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted, refused } from '../../builders/outcomes.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
let many: ReturnType<typeof manyTicketsService>
beforeEach(async () => {
  desk = await someoneListening()
  many = manyTicketsService(desk.parts)
})
afterEach(() => desk.close())

const ticketNow = async (ticketId: string) => (await accepted(desk.tickets.get({ ticketId }, desk.asker))).ticket
const change = (tickets: SeenTicket[], wish: TicketChange) => many.change({ tickets, change: wish }, desk.asker)
const claim = { what: 'move', action: 'claim', ownerName: '李强', remark: null } as const
const unseen = (...ids: string[]): SeenTicket[] => ids.map((ticketId) => ({ ticketId, seenVersion: null }))

async function threeTickets() {
  const [first, second, third] = [await desk.aTicket(), await desk.aTicket(), await desk.aTicket()]
  return { ids: [first.id, second.id, third.id], first, second, third }
}

/** Taking back is a change, too: all but the version is what it was. */
const unversioned = ({ version: _, ...ticket }: Ticket) => ticket

test('one change reaches every ticket it can, and names each of the others with the reason', async () => {
  const { ids, first, second, third } = await threeTickets()
  await accepted(desk.move(second.id, 'claim', { ownerName: '王敏' }))
  await accepted(desk.tickets.withdraw({ ticketId: third.id }, desk.asker))
  const done = await accepted(change(unseen(...ids), claim))
  expect(done.changed.map(({ ticketId }) => ticketId)).toEqual([first.id])
  expect(done.kept).toEqual([
    { ticketId: second.id, number: 2, title: second.title, state: 'in_progress', why: 'not_from_here' },
    { ticketId: third.id, number: null, title: '', state: null, why: 'not_found' },
  ])
  expect((await ticketNow(first.id)).ownerName).toBe('李强')
  expect((await ticketNow(second.id)).ownerName).toBe('王敏')
})

test('taken back as one, every ticket is what it was; and that is taken back as one too', async () => {
  const { ids } = await threeTickets()
  const before = await Promise.all(ids.map(ticketNow))
  const done = await accepted(change(unseen(...ids), claim))
  const after = await Promise.all(ids.map(ticketNow))
  const back = await accepted(many.undo({ changes: done.changed }, desk.asker))
  expect((await Promise.all(ids.map(ticketNow))).map(unversioned)).toEqual(before.map(unversioned))
  await accepted(many.undo({ changes: back.changed }, desk.asker))
  expect((await Promise.all(ids.map(ticketNow))).map(unversioned)).toEqual(after.map(unversioned))
})

test('a ticket that somebody changed after it was seen keeps what it was given, and is named', async () => {
  const { ids, first } = await threeTickets()
  const seen = (await desk.list()).tickets.map(({ id: ticketId, version }) => ({ ticketId, seenVersion: version }))
  await accepted(desk.move(first.id, 'claim', { ownerName: '王敏' }))
  const done = await accepted(change(seen, { what: 'priority', priority: 1 }))
  expect(done.changed.map(({ ticketId }) => ticketId)).toEqual(ids.slice(1))
  expect(done.kept).toMatchObject([{ ticketId: first.id, number: 1, why: 'changed_since' }])
  expect((await ticketNow(first.id)).priority).toBe(3)
  // And so does one that was changed after the change that is to be taken back.
  await accepted(desk.move(ids[1] ?? '', 'claim', { ownerName: '王敏' }))
  const back = await accepted(many.undo({ changes: done.changed }, desk.asker))
  expect(back.kept).toMatchObject([{ ticketId: ids[1], why: 'changed_since' }])
  expect(back.changed.map(({ ticketId }) => ticketId)).toEqual([ids[2]])
})

test('type with its department, department, priority: each with its line in the history; the same again is no change', async () => {
  const { ids, first } = await threeTickets()
  await accepted(change(unseen(first.id), { what: 'issueType', issueTypeId: 'delivery', takesDepartment: true }))
  const types = await accepted(desk.tickets.issueTypes({}, desk.asker))
  const delivery = types.find((type) => type.id === 'delivery')
  expect(await ticketNow(first.id)).toMatchObject({ issueTypeId: 'delivery', department: delivery?.department })
  await accepted(change(unseen(first.id), { what: 'issueType', issueTypeId: 'coupon', takesDepartment: false }))
  expect(await ticketNow(first.id)).toMatchObject({ issueTypeId: 'coupon', department: delivery?.department })
  await accepted(change(unseen(...ids), { what: 'department', department: '品牌部' }))
  expect((await desk.list()).tickets.map(({ department }) => department)).toEqual(['品牌部', '品牌部', '品牌部'])
  const again = await accepted(change(unseen(...ids), { what: 'department', department: '品牌部' }))
  expect(again.changed).toEqual([])
  expect(again.kept.map(({ why }) => why)).toEqual(['already_so', 'already_so', 'already_so'])
})

test('the owner changes after a claim and never before it', async () => {
  const { ids, first, second } = await threeTickets()
  await accepted(desk.move(first.id, 'claim', { ownerName: '王敏' }))
  const done = await accepted(change(unseen(...ids), { what: 'owner', ownerName: '李静' }))
  expect(await ticketNow(first.id)).toMatchObject({ ownerName: '李静', state: 'in_progress' })
  expect(done.kept.map(({ why }) => why)).toEqual(['not_claimed', 'not_claimed'])
  const { events } = await accepted(desk.tickets.get({ ticketId: first.id }, desk.asker))
  expect(events.at(-1)).toMatchObject({ what: 'edited', remark: '责任人：王敏 → 李静' })
  const { title, issueTypeId, priority, department } = second
  const wish = { title, issueTypeId, priority, department, ownerName: '李静' }
  expect(
    await refused(desk.tickets.edit({ seenVersion: null, ...wish, ticketId: second.id }, desk.asker)),
  ).toMatchObject({
    code: 'not_claimed',
  })
  await accepted(desk.tickets.edit({ seenVersion: null, ...wish, ticketId: first.id, ownerName: '赵军' }, desk.asker))
  expect((await ticketNow(first.id)).ownerName).toBe('赵军')
})

test('a change that cannot be meant is refused whole, before the first ticket', async () => {
  const { ids } = await threeTickets()
  const before = await desk.list()
  const code = async (wish: TicketChange) => (await refused(change(unseen(...ids), wish))).code
  expect(await code({ what: 'move', action: 'claim', ownerName: null, remark: null })).toBe('owner_missing')
  expect(await code({ what: 'move', action: 'reject', ownerName: null, remark: '' })).toBe('remark_missing')
  expect(await code({ what: 'issueType', issueTypeId: 'weather', takesDepartment: false })).toBe('unknown_issue_type')
  expect(await desk.list()).toEqual(before)
})
