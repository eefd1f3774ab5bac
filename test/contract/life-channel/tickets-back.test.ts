import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lifeChannelService } from '../../../electron/services/life-channel/life-channel.ts'
import { plainSealer } from '../../../electron/services/life-channel/sealer.ts'
import { makeSealing } from '../../../electron/services/life-channel/sealing.ts'
import { makeStopwatch } from '../../../electron/services/listening/stopwatch.ts'
import { ticketsService } from '../../../electron/services/tickets/tickets.ts'
import { rows } from '../../../electron/storage/engine/query.ts'
import { everything } from '../../builders/exports.ts'
import { notesOf, sessionsOf } from '../../builders/heard.ts'
import { accepted } from '../../builders/outcomes.ts'
import { anOpenRoom } from '../../builders/seats.ts'

// Tickets are work of others: a red key by slip takes none from them for good. Asked of both engines.

let house: Awaited<ReturnType<typeof anOpenRoom>>
let asker: { personId: string }
let life: ReturnType<typeof lifeChannelService>
let tickets: ReturnType<typeof ticketsService>
beforeEach(async () => {
  house = await anOpenRoom()
  life = lifeChannelService(house.parts, makeSealing(house.parts, plainSealer), plainSealer)
  tickets = ticketsService(house.parts)
  asker = { personId: await house.aPerson('陈思远') }
})
afterEach(() => house.close())

/** Calls that are over, each with a sentence of the customer. */
async function heard(...voices: string[]) {
  const stopwatch = makeStopwatch(house.parts)
  const [sessions, notes] = [sessionsOf(house.parts, stopwatch), notesOf(house.parts, stopwatch)]
  const { id: sessionId } = await accepted(
    sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, asker),
  )
  const calls: { callId: string; noteId: string }[] = []
  for (const text of voices) {
    const { id: callId } = await accepted(sessions.nextCall({ sessionId, reference: null }, asker))
    const noteId = v7()
    await accepted(notes.add({ noteId, callId, kind: 'voice', text, offsetMs: 0, issueTypeId: null }, asker))
    calls.push({ callId, noteId })
  }
  await accepted(sessions.end({ sessionId }, asker))
  return calls
}
async function aTicket(title: string, noteIds: string[]) {
  const wish = { title, issueTypeId: 'coupon', priority: 3, department: '市场部', noteIds } as const
  const { id: ticketId } = await accepted(tickets.open(wish, asker))
  const claim = { action: 'claim', ownerName: '李工', remark: `${title}我来` } as const
  await accepted(tickets.move({ ticketId, seenVersion: null, ...claim }, asker))
  return ticketId
}
async function raise(callId: string) {
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(life.raise({ ...raised, raisedAt: house.clock.now() }, asker))
  return raised.caseId
}
const dismiss = (caseId: string) =>
  accepted(life.act({ actId: v7(), caseId, at: house.clock.now(), act: { what: 'dismissed' } }, asker))
async function told(ticketId: string) {
  const answer = await tickets.get({ ticketId }, asker)
  if (!answer.ok) return answer.code
  const { ticket, quotes, events } = answer.value
  const said = events.flatMap(({ remark }) => remark ?? [])
  const quoted = quotes.map(({ text }) => text)
  return { title: ticket.title, owner: ticket.ownerName, quoted, said, canGoBack: events.map((one) => one.canGoBack) }
}
const found = async (text: string) =>
  (await accepted(tickets.list({ filter: { ...everything.filter, text }, sort: 'number', limit: 9, offset: 0 }, asker)))
    .total
/** What lies of a ticket where it may be read. */
const lying = async (ticketId: string) =>
  JSON.stringify(
    await house.engine.read(function* () {
      const ticket = yield* rows('SELECT title, owner_name FROM ticket WHERE id = ?', [ticketId])
      return [ticket, yield* rows('SELECT remark, before_json FROM ticket_event WHERE ticket_id = ?', [ticketId])]
    }),
  )

test('a ticket of one call is as it was after a wrong alarm: words, owner, what was said of it, and it is found by both', async () => {
  const [call] = await heard('紫檀木匣子没送到')
  const id = await aTicket('快递丢了', [call?.noteId ?? ''])
  const before = await told(id)
  const caseId = await raise(call?.callId ?? '')
  expect(await told(id)).toBe('not_found')
  expect(await lying(id)).not.toContain('快递')
  await dismiss(caseId)
  expect(await told(id)).toEqual(before)
  expect([await found('紫檀木'), await found('快递')]).toEqual([1, 1])
  const { events } = await accepted(tickets.get({ ticketId: id }, asker))
  const eventId = events.find(({ what }) => what === 'moved')?.id ?? ''
  expect(await accepted(tickets.undo({ ticketId: id, eventId }, asker))).toMatchObject({ state: 'unclaimed' })
})

test.each([
  ['in the order in which they were sealed', [0, 1]],
  ['the other way round', [1, 0]],
])('a ticket of two sealed calls that are opened %s ends as it began', async (_, order) => {
  const calls = await heard('紫檀木匣子没送到', '黄铜风铃也没送到')
  const id = await aTicket(
    '匣子和风铃',
    calls.map(({ noteId }) => noteId),
  )
  const before = await told(id)
  const cases = [await raise(calls[0]?.callId ?? ''), await raise(calls[1]?.callId ?? '')]
  expect(await told(id)).toBe('not_found')
  const [first, second] = order.map((place) => cases[place] ?? '')
  await dismiss(first ?? '')
  expect(await told(id)).toMatchObject({
    owner: '李工',
    quoted: [order[0] === 0 ? '紫檀木匣子没送到' : '黄铜风铃也没送到'],
  })
  await dismiss(second ?? '')
  expect(await told(id)).toEqual(before)
})

test('what a ticket says of a call that is sealed still stays put away when another one of it is opened', async () => {
  const calls = await heard('紫檀木匣子没送到', '黄铜风铃也没送到', '茶杯碎了')
  const id = await aTicket(
    '黄铜风铃',
    calls.map(({ noteId }) => noteId),
  )
  const before = await told(id)
  const [first, second] = [await raise(calls[0]?.callId ?? ''), await raise(calls[1]?.callId ?? '')]
  await dismiss(first)
  expect(await told(id)).toMatchObject({
    title: '紫檀木匣子没送到',
    quoted: ['紫檀木匣子没送到', '茶杯碎了'],
    said: [],
  })
  expect(await lying(id)).not.toContain('黄铜')
  await dismiss(second)
  expect(await told(id)).toEqual(before)
})

test('what was remarked on a ticket of two calls is put away while one of them is sealed; what is remarked then stands', async () => {
  const calls = await heard('紫檀木匣子没送到', '茶杯碎了')
  const id = await aTicket(
    '茶杯',
    calls.map(({ noteId }) => noteId),
  )
  const before = await told(id)
  const caseId = await raise(calls[0]?.callId ?? '')
  expect(await told(id)).toMatchObject({ title: '茶杯碎了', owner: '李工', said: [] })
  expect(await lying(id)).not.toContain('茶杯我来')
  await accepted(
    tickets.move(
      { ticketId: id, seenVersion: null, action: 'request_information', ownerName: null, remark: '等图' },
      asker,
    ),
  )
  await dismiss(caseId)
  expect(await told(id)).toMatchObject({ title: '茶杯', said: ['责任人：李工；茶杯我来', '等图'] })
  expect(before).toMatchObject({ said: ['责任人：李工；茶杯我来'] })
})

test('what a person made of it while a call was sealed stands', async () => {
  const calls = await heard('紫檀木匣子没送到', '茶杯碎了')
  const [kept, withdrawn] = [
    await aTicket(
      '匣子',
      calls.map(({ noteId }) => noteId),
    ),
    await aTicket('第二张', [(await heard('第三通'))[0]?.noteId ?? '']),
  ]
  const caseId = await raise(calls[0]?.callId ?? '')
  const edit = { issueTypeId: 'coupon', priority: 2, department: '市场部', title: '只剩茶杯' } as const
  await accepted(tickets.edit({ ticketId: kept, seenVersion: null, ...edit }, asker))
  await dismiss(caseId)
  expect(await told(kept)).toMatchObject({ title: '只剩茶杯', quoted: ['紫檀木匣子没送到', '茶杯碎了'] })
  expect(await told(withdrawn)).toMatchObject({ title: '第二张' })
})
