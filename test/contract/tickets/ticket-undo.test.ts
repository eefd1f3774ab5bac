import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TicketAction } from '../../../shared/contract/tickets/tickets.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { shanghai } from '../../builders/seats.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
})
afterEach(() => desk.close())

const HOUR_MS = 3_600_000
const remarks: Partial<Record<TicketAction, string>> = {
  request_information: '等截图',
  wait_for_third_party: '等品牌方',
  reject: '不是问题',
}

const detail = async (ticketId: string) => accepted(desk.tickets.get({ ticketId }, desk.asker))
const ticketNow = async (ticketId: string) => (await detail(ticketId)).ticket
const undo = (ticketId: string, eventId: string | null) =>
  desk.tickets.undo({ ticketId, eventId: eventId ?? '' }, desk.asker)

/** A move, with time going by before it. */
async function move(ticketId: string, action: TicketAction) {
  desk.clock.advance(HOUR_MS)
  const remark = remarks[action]
  const owner = action === 'claim' ? { ownerName: '李强' } : {}
  return accepted(desk.move(ticketId, action, remark === undefined ? owner : { ...owner, remark }))
}

describe('taking a move back makes the ticket exactly what it was', () => {
  // Each way ends with the move that is taken back.
  test.each<TicketAction[]>([
    ['claim'],
    ['reject'],
    ['claim', 'request_information'],
    ['claim', 'request_information', 'resume'],
    ['claim', 'request_information', 'resume', 'wait_for_third_party', 'resume'],
    ['claim', 'request_information', 'wait_for_third_party'],
    ['claim', 'wait_for_third_party', 'resolve'],
    ['claim', 'resolve'],
    ['claim', 'resolve', 'call_back'],
    ['claim', 'resolve', 'call_back', 'close'],
    ['claim', 'resolve', 'call_back', 'close', 'reopen'],
    ['reject', 'reopen'],
  ])('%s %s %s %s %s', async (...ways) => {
    const actions = ways.filter((action) => action !== undefined)
    const { id } = await desk.aTicket()
    for (const action of actions.slice(0, -1)) await move(id, action)
    const before = await detail(id)
    const moved = await move(id, actions.at(-1) ?? 'claim')
    desk.clock.advance(5 * 60_000)
    const { eventId, ...back } = await accepted(undo(id, moved.eventId))
    const asBefore = { ...before.ticket, version: before.ticket.version + 2 }
    expect(back).toEqual(asBefore)
    const after = await detail(id)
    expect(after.ticket).toEqual(asBefore)
    expect(after.deadline).toEqual(before.deadline)
    expect(after.actions).toEqual(before.actions)
    expect(after.events.at(-1)).toMatchObject({
      id: eventId,
      what: 'moved',
      action: null,
      remark: null,
      from: moved.state,
      to: before.ticket.state,
      undoesEventId: moved.eventId,
    })
  })

  test('a pause goes on from when it began, also with the time in which it seemed to be over', async () => {
    const { id, dueAt } = await desk.aTicket()
    await move(id, 'claim')
    const { pausedAt } = await move(id, 'request_information')
    const resumed = await move(id, 'resume')
    expect(resumed).toMatchObject({ pausedAt: null, pausedWorkingMs: HOUR_MS })
    await accepted(undo(id, resumed.eventId))
    expect(await ticketNow(id)).toMatchObject({ pausedAt, pausedWorkingMs: 0, dueAt })
    desk.clock.set(shanghai('13:30'))
    // 11:00-12:00 and, after lunch, 13:30-14:30.
    expect(await move(id, 'resume')).toMatchObject({ pausedAt: null, pausedWorkingMs: 2 * HOUR_MS })
  })
})

test('an edit taken back brings back words and deadline, also when the time limit of the type was altered since', async () => {
  const { id } = await desk.aTicket({ title: '降价补差没有人告诉过我' })
  await move(id, 'claim')
  const before = await detail(id)
  const wish = { title: '换个说法', issueTypeId: 'packaging', priority: 1 as const, department: '包装中心' }
  const edited = await accepted(desk.tickets.edit({ seenVersion: null, ticketId: id, ...wish }, desk.asker))
  const types = await accepted(desk.tickets.issueTypes({}, desk.asker))
  const altered = types.map((type) => ({ ...type, limit: { amount: 9, unit: 'days' as const } }))
  await accepted(desk.tickets.saveIssueTypes({ seenVersion: null, issueTypes: altered }, desk.asker))
  await accepted(undo(id, edited.eventId))
  const after = await detail(id)
  const ticket = { ...before.ticket, version: after.ticket.version }
  expect({ ...after, events: [] }).toEqual({ ...before, ticket, events: [] })
  expect(after.events.at(-1)).toMatchObject({ what: 'edited', from: null, to: null, undoesEventId: edited.eventId })
  expect(after.events.at(-1)?.remark).toMatch(/^标题：换个说法 → 降价补差没有人告诉过我；/)
  expect(await desk.list({ text: '降价补差' })).toMatchObject({ total: 1 })
  expect(await desk.list({ text: '换个说法' })).toMatchObject({ total: 0 })
})

test('a change can be taken back while the ticket is as it left it, once, and taking back can itself be taken back', async () => {
  const { id } = await desk.aTicket()
  const claimed = await move(id, 'claim')
  const solved = await move(id, 'resolve')
  expect((await refused(undo(id, claimed.eventId))).code).toBe('changed_since')
  const back = await accepted(undo(id, solved.eventId))
  expect((await refused(undo(id, solved.eventId))).code).toBe('changed_since')
  const { eventId: _, ...forward } = await accepted(undo(id, back.eventId))
  const { eventId: __, ...wasSolved } = solved
  expect(forward).toEqual({ ...wasSolved, version: 4 })
  expect((await refused(undo(desk.clock.newId(), solved.eventId))).code).toBe('not_found')
})

test('of several changes one is taken back after the other, and done again in the same way', async () => {
  const { id, title, issueTypeId, priority, department } = await desk.aTicket()
  const opened = await ticketNow(id)
  const claimed = await move(id, 'claim')
  const wish = { ticketId: id, seenVersion: null, title: `再说一遍：${title}`, issueTypeId, priority, department }
  const edited = await accepted(desk.tickets.edit(wish, desk.asker))
  const solved = await move(id, 'resolve')
  const any = { version: expect.any(Number), eventId: expect.any(String) }
  const backToEdited = await accepted(undo(id, solved.eventId))
  expect(backToEdited).toEqual({ ...edited, ...any })
  const backToClaimed = await accepted(undo(id, edited.eventId))
  expect(backToClaimed).toEqual({ ...claimed, ...any })
  const backToOpened = await accepted(undo(id, claimed.eventId))
  expect(backToOpened).toEqual({ ...opened, ...any })
  expect(await accepted(undo(id, backToOpened.eventId))).toEqual({ ...claimed, ...any })
  expect(await accepted(undo(id, backToClaimed.eventId))).toEqual({ ...edited, ...any })
  expect(await accepted(undo(id, backToEdited.eventId))).toEqual({ ...solved, ...any })
})

test('an edit that changes nothing has nothing to take back', async () => {
  const { id, title, issueTypeId, priority, department } = await desk.aTicket()
  const same = { ticketId: id, title, issueTypeId, priority, department }
  expect(await accepted(desk.tickets.edit({ ...same, seenVersion: null }, desk.asker))).toMatchObject({ eventId: null })
})

test('back to an issue type that was removed since is refused', async () => {
  const { id } = await desk.aTicket({ issueTypeId: 'coupon' })
  const wish = { title: '换个说法', issueTypeId: 'packaging', priority: 3 as const, department: '包装中心' }
  const edited = await accepted(desk.tickets.edit({ seenVersion: null, ticketId: id, ...wish }, desk.asker))
  const types = await accepted(desk.tickets.issueTypes({}, desk.asker))
  await accepted(
    desk.tickets.saveIssueTypes(
      { seenVersion: null, issueTypes: types.filter((type) => type.id !== 'coupon') },
      desk.asker,
    ),
  )
  expect((await refused(undo(id, edited.eventId))).code).toBe('unknown_issue_type')
})
