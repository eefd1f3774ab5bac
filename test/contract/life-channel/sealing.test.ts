import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { agentsService } from '../../../electron/services/agents/agents.ts'
import { mergesService } from '../../../electron/services/house/merges.ts'
import { lifeChannelService } from '../../../electron/services/life-channel/life-channel.ts'
import { lifeDrillsService } from '../../../electron/services/life-channel/life-drills.ts'
import { plainSealer } from '../../../electron/services/life-channel/sealer.ts'
import { makeSealing, type Sealing } from '../../../electron/services/life-channel/sealing.ts'
import { conversationsService } from '../../../electron/services/listening/conversations.ts'
import { makeStopwatch } from '../../../electron/services/listening/stopwatch.ts'
import { meetingsService } from '../../../electron/services/meetings/meetings.ts'
import { ticketsService } from '../../../electron/services/tickets/tickets.ts'
import { write } from '../../../electron/storage/engine/query.ts'
import { sealedOf } from '../../../electron/storage/life-channel/sealed.ts'
import { callsToEmpty } from '../../../electron/storage/life-channel/sealed-calls.ts'
import { attachConversation } from '../../../electron/storage/listening/conversations.ts'
import type { Role } from '../../../shared/contract/who.ts'
import { notesOf, sessionsOf } from '../../builders/heard.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'
import { anOpenRoom } from '../../builders/seats.ts'

// Asked of both engines: a company's database seals as the desk's own file does.
let house: Awaited<ReturnType<typeof anOpenRoom>>
let life: ReturnType<typeof lifeChannelService>
let sealing: ReturnType<typeof makeSealing>
let sessions: ReturnType<typeof sessionsOf>
let notes: ReturnType<typeof notesOf>
let asker: { personId: string }
beforeEach(async () => {
  house = await anOpenRoom()
  const stopwatch = makeStopwatch(house.parts)
  sessions = sessionsOf(house.parts, stopwatch)
  notes = notesOf(house.parts, stopwatch)
  sealing = makeSealing(house.parts, plainSealer)
  life = lifeChannelService(house.parts, sealing, plainSealer)
  asker = { personId: await house.aPerson('陈思远') }
})
afterEach(() => house.close())

test('a call is sealed with its tickets, emptied when it is over, and opened again by a wrong alarm', async () => {
  const session = await accepted(sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, asker))
  const call = await accepted(sessions.nextCall({ sessionId: session.id, reference: 'CC-7' }, asker))
  const noteId = house.clock.newId()
  const words = { kind: 'voice', text: '紫檀木匣子', offsetMs: 0, issueTypeId: null } as const
  await accepted(notes.add({ noteId, callId: call.id, ...words }, asker))
  const tickets = ticketsService(house.parts)
  const wish = { title: '匣子', issueTypeId: 'coupon', priority: 3, department: '市场部' } as const
  const ticket = await accepted(tickets.open({ ...wish, noteIds: [noteId] }, asker))
  const caseId = house.clock.newId()
  const evidence = { grade: 'high', kind: 'suicide', words: ['不想活了'], earVersion: '1' } as const
  const raised = { caseId, callId: call.id, origin: 'detected', grade: 'high', evidence } as const
  await accepted(life.raise({ ...raised, raisedAt: house.clock.now() }, asker))
  await accepted(life.raise({ ...raised, raisedAt: house.clock.now() }, asker))
  expect(await tickets.get({ ticketId: ticket.id }, asker)).toMatchObject({ ok: false, code: 'not_found' })
  await accepted(sessions.endCall({ callId: call.id }, asker))
  sealing.putAway()
  await expect.poll(async () => house.parts.engine.transact(callsToEmpty), patience).toEqual([])
  expect(await accepted(notes.ofCall({ callId: call.id }, asker))).toEqual([])
  expect(await accepted(life.readSealed({ caseId, readingId: v7(), reason: '回访' }, asker))).toMatchObject({
    ...{ reference: 'CC-7', notes: [{ text: words.text }], heard: [{ evidence }] },
  })
  const dismissed = { actId: house.clock.newId(), caseId, at: house.clock.now(), act: { what: 'dismissed' } } as const
  await accepted(life.act(dismissed, asker))
  expect(await accepted(notes.ofCall({ callId: call.id }, asker))).toMatchObject([{ text: words.text }])
  expect(await accepted(tickets.get({ ticketId: ticket.id }, asker))).toMatchObject({
    ...{ ticket: { title: '匣子' }, quotes: [{ text: words.text }] },
  })
  expect(await accepted(life.sealedCalls({ sessionId: session.id }, asker))).toEqual([])
  expect(await accepted(life.list({ limit: 5, offset: 0 }, asker))).toMatchObject({
    ...{ total: 1, cases: [{ state: 'dismissed', callNumber: 1, readCount: 1 }] },
    figures: { real: 0, wrongAlarms: 1, medianHandOverMs: null },
  })
})

async function aSealedCall(sealedBy: Sealing) {
  const session = await accepted(sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, asker))
  const call = await accepted(sessions.nextCall({ sessionId: session.id, reference: 'CC-7' }, asker))
  const words = { kind: 'voice', text: '紫檀木匣子', offsetMs: 0, issueTypeId: null } as const
  await accepted(notes.add({ noteId: house.clock.newId(), callId: call.id, ...words }, asker))
  const caseId = house.clock.newId()
  const raised = { caseId, callId: call.id, origin: 'key', grade: null, evidence: null } as const
  await accepted(
    lifeChannelService(house.parts, sealedBy, plainSealer).raise({ ...raised, raisedAt: house.clock.now() }, asker),
  )
  await accepted(sessions.endCall({ callId: call.id }, asker))
  return { callId: call.id, caseId, sessionId: session.id }
}
const keptTimes = async (caseId: string) =>
  (await house.parts.engine.read(() => sealedOf(caseId))).filter(({ what }) => what === 'call').length

test('of a call that is sealed no agent is named or taken back, and names that are left at its meeting are put away like its lines', async () => {
  const agents = agentsService(house.parts, { makesKeys: true })
  const meetings = meetingsService(house.parts)
  const session = await accepted(
    sessions.start({ bookingId: null, listenerId: asker.personId, purpose: 'listen' }, asker),
  )
  const { id: callId } = await accepted(sessions.nextCall({ sessionId: session.id, reference: null }, asker))
  const named = await accepted(agents.name({ callId, typed: '1001' }, asker))
  await accepted(meetings.start({ callId, meetingId: house.clock.newId() }, asker))
  await accepted(sessions.endCall({ callId }, asker))
  const raised = { caseId: house.clock.newId(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(life.raise({ ...raised, raisedAt: house.clock.now() }, asker))
  expect(await agents.name({ callId, typed: '1002' }, asker)).toMatchObject({ code: 'sealed' })
  expect(await agents.takeBack({ callId }, asker)).toMatchObject({ code: 'sealed' })
  expect(await house.parts.engine.transact(callsToEmpty)).toEqual([])
  // As a row that comes up late leaves it.
  const late = `UPDATE meeting SET attendees_json = '["周宁"]', version = version + 1 WHERE call_id = ?`
  await house.parts.engine.transact(() => write(late, [callId]))
  expect(await house.parts.engine.transact(callsToEmpty)).toMatchObject([{ callId }])
  sealing.heard({ kind: 'changed', topics: ['meetings'] })
  await expect.poll(async () => house.parts.engine.transact(callsToEmpty), patience).toEqual([])
  const dismissed = { actId: house.clock.newId(), caseId: raised.caseId, at: house.clock.now() } as const
  await accepted(life.act({ ...dismissed, act: { what: 'dismissed' } }, asker))
  expect(await accepted(meetings.ofCall({ callId }, asker))).toMatchObject({ attendees: ['周宁'] })
  expect(await accepted(agents.ofCall({ callId }, asker))).toEqual(named)
})

test('a conversation that somebody takes from its sealed call stays away through a wrong alarm; one put beside it since is there again', async () => {
  const conversations = conversationsService(house.parts)
  const { callId, caseId } = await aSealedCall(sealing)
  const attach = (title: string) =>
    house.parts.engine.transact(() => attachConversation({ callId, title, pace: 'recorded', lines: [] }))
  const putsAway = async (times: number) => {
    sealing.putAway()
    await expect.poll(() => keptTimes(caseId), patience).toBe(times)
  }
  const acts = (what: 'dismissed' | 'restored') =>
    life.act({ actId: house.clock.newId(), caseId, at: house.clock.now(), act: { what } }, asker)
  const there = () => accepted(conversations.ofCall({ callId }, asker))
  await attach('通话')
  await putsAway(1)
  await accepted(conversations.detach({ callId }, asker))
  await accepted(acts('dismissed'))
  expect(await there()).toBeNull()
  expect(await accepted(notes.ofCall({ callId }, asker))).toHaveLength(1)
  await attach('又一次通话')
  await accepted(acts('restored'))
  await expect.poll(() => keptTimes(caseId), patience).toBe(1)
  expect(await there()).toBeNull()
  await accepted(acts('dismissed'))
  expect(await there()).toMatchObject({ title: '又一次通话' })
})

test('whoever waits for its beginning finds everything put away', async () => {
  const { caseId } = await aSealedCall(sealing)
  await makeSealing(house.parts, plainSealer).begin()
  expect(await keptTimes(caseId)).toBe(1)
})

test('words that two put away at once are kept once', async () => {
  const { caseId } = await aSealedCall(sealing)
  for (const one of [sealing, sealing, makeSealing(house.parts, plainSealer)]) one.putAway()
  await expect.poll(() => keptTimes(caseId), patience).toBeGreaterThan(0)
  await house.parts.engine.transact(callsToEmpty)
  expect(await keptTimes(caseId)).toBe(1)
})

test('a wrong alarm is refused where the words cannot be opened, and they stay sealed', async () => {
  const lockedSealer = { ...plainSealer, open: () => null }
  const locked = makeSealing(house.parts, lockedSealer)
  const { callId, caseId, sessionId } = await aSealedCall(locked)
  locked.putAway()
  await expect.poll(() => keptTimes(caseId), patience).toBe(1)
  const dismissed = { actId: house.clock.newId(), caseId, at: house.clock.now(), act: { what: 'dismissed' } } as const
  expect(await lifeChannelService(house.parts, locked, lockedSealer).act(dismissed, asker)).toMatchObject({
    ok: false,
    code: 'locked',
  })
  expect(
    await lifeChannelService(house.parts, locked, lockedSealer).reconsider(
      reconsiders(caseId, sessionId, '听错了'),
      asker,
    ),
  ).toMatchObject({ ok: false, code: 'locked' })
  expect(await keptTimes(caseId)).toBe(1)
  expect(await accepted(notes.ofCall({ callId }, asker))).toEqual([])
  await accepted(life.act(dismissed, asker))
  expect(await accepted(notes.ofCall({ callId }, asker))).toHaveLength(1)
})

const reconsiders = (caseId: string, sessionId: string | null, reason: string | null) => ({
  ...{ actId: house.clock.newId(), caseId, sessionId },
  verdict: reason === null ? ({ what: 'restored' } as const) : ({ what: 'dismissed', reason } as const),
})

test('once its card is gone a case is a wrong alarm for a reason that stands in its story, and none after all as easily', async () => {
  const { callId, caseId, sessionId } = await aSealedCall(sealing)
  const texts = async () => (await accepted(notes.ofCall({ callId }, asker))).map(({ text }) => text)
  await accepted(life.close({ caseId, outcome: 'no_danger' }, asker))
  house.clock.advance(40 * 86_400_000)
  const wrong = reconsiders(caseId, sessionId, '念的是小说，请打 13900001111')
  await accepted(life.reconsider(wrong, asker))
  await accepted(life.reconsider(wrong, asker))
  expect(await texts()).toEqual(['紫檀木匣子'])
  const [one] = (await accepted(life.list({ limit: 5, offset: 0 }, asker))).cases
  expect(one).toMatchObject({
    state: 'dismissed',
    verdicts: [{ what: 'dismissed', byName: '陈思远', at: house.clock.now(), reason: '念的是小说，请打 139****1111' }],
  })
  await accepted(life.reconsider(reconsiders(caseId, sessionId, null), asker))
  expect(await texts()).toEqual([])
  const { cases, figures } = await accepted(life.list({ limit: 5, offset: 0 }, asker))
  expect(cases).toMatchObject([
    { state: 'closed', verdicts: [{ what: 'dismissed' }, { what: 'restored', reason: null }] },
  ])
  expect(figures).toMatchObject({ real: 1, wrongAlarms: 0 })
  await accepted(life.reconsider(reconsiders(caseId, sessionId, '又看了一遍'), asker))
  expect(await texts()).toEqual(['紫檀木匣子'])
})

test('the last verdict counts, also after one of a desk whose clock is a year ahead', async () => {
  const { callId, caseId, sessionId } = await aSealedCall(sealing)
  const texts = async () => (await accepted(notes.ofCall({ callId }, asker))).map(({ text }) => text)
  const yearAhead = Date.parse(house.clock.now()) + 365 * 86_400_000
  const at = new Date(yearAhead).toISOString()
  await accepted(life.act({ actId: v7({ msecs: yearAhead }), caseId, at, act: { what: 'dismissed' } }, asker))
  expect(await texts()).toEqual(['紫檀木匣子'])
  const said = async (reason: string | null) => {
    await accepted(life.reconsider(reconsiders(caseId, sessionId, reason), asker))
    const [one] = (await accepted(life.list({ limit: 5, offset: 0 }, asker))).cases
    return [one?.state, await texts()]
  }
  expect(await said(null)).toEqual(['open', []])
  expect(await said('念的是小说')).toEqual(['dismissed', ['紫檀木匣子']])
  await accepted(
    life.act({ actId: house.clock.newId(), caseId, at: house.clock.now(), act: { what: 'restored' } }, asker),
  )
  expect(await texts()).toEqual([])
})

test('whoever raised a case says that it was a wrong alarm until somebody took over; then those who see all; nobody else sees it', async () => {
  const { caseId, sessionId } = await aSealedCall(sealing)
  const own = { ...asker, role: 'note_taker' } as const
  const coordinator = { personId: null, role: 'coordinator' } as const
  const other = { personId: await house.aPerson('李静'), role: 'listener' } as const
  const says = (by: typeof own | typeof coordinator | typeof other, reason: string | null = '听错了') =>
    life.reconsider(reconsiders(caseId, sessionId, reason), by)
  expect(await says(other)).toMatchObject({ code: 'not_found' })
  expect(await life.reconsider(reconsiders(caseId, null, '听错了'), coordinator)).toMatchObject({ code: 'not_found' })
  await accepted(says(own))
  await accepted(says(own, null))
  const handedOver = { what: 'handed_over', to: '12356', name: null } as const
  await accepted(life.act({ actId: house.clock.newId(), caseId, at: house.clock.now(), act: handedOver }, own))
  const wrongAlarm = () =>
    ({ actId: house.clock.newId(), caseId, at: house.clock.now(), act: { what: 'dismissed' } }) as const
  expect(await life.act(wrongAlarm(), own)).toMatchObject({ code: 'taken_over' })
  expect(await says(own)).toMatchObject({ code: 'taken_over' })
  await accepted(says(coordinator))
  await accepted(says(own, null))
})

test('a contact whose record was merged is named as the kept one; a list of people who are gone names nobody', async () => {
  const { caseId } = await aSealedCall(sealing)
  const [gone, kept] = [await house.aPerson('李静'), await house.aPerson('李静静')]
  const contact = { name: '李静', phone: '', about: '', personId: gone }
  await accepted(life.saveContacts({ contacts: [contact], seenVersion: 0 }, asker))
  const read = (personId: string, role: Role) =>
    life.readSealed({ caseId, readingId: v7(), reason: '回访' }, { personId, role })
  expect(await read(kept, 'listener')).toMatchObject({ ok: false, code: 'not_a_contact' })
  const coordinator = { personId: asker.personId, role: 'coordinator' } as const
  const wish = { keptId: kept, goneId: gone, seenVersion: 0, goneSeenVersion: 0, giveUp: null }
  await accepted(mergesService(house.parts).merge(wish, coordinator))
  expect(await read(kept, 'listener')).toMatchObject({ ok: true })
  expect(await read(asker.personId, 'coordinator')).toMatchObject({ ok: false, code: 'not_a_contact' })
  await accepted(house.people.remove({ personId: kept, seenVersion: null }, coordinator))
  expect(await read(asker.personId, 'coordinator')).toMatchObject({ ok: true })
})

test('a reading that is asked for again is written down once; under its id nobody reads unseen, nor later, nor for another reason', async () => {
  const { caseId } = await aSealedCall(sealing)
  const coordinator = { personId: asker.personId, role: 'coordinator' } as const
  const once = { caseId, readingId: v7(), reason: '回访' }
  const read = (
    change: Partial<typeof once> = {},
    by: Pick<typeof coordinator, 'role'> & { personId: string | null } = coordinator,
  ) => accepted(life.readSealed({ ...once, ...change }, by))
  const readings = async () => (await accepted(life.readings({ caseId }, coordinator))).map(({ reason }) => reason)
  expect(await read()).toEqual(await read())
  expect(await readings()).toEqual(['回访'])
  await read({ reason: '好奇' })
  await read({}, { personId: null, role: 'coordinator' })
  house.clock.advance(61_000)
  await read()
  expect(await readings()).toEqual(['回访', '回访', '好奇', '回访'])
})

test('a case in hand is of whoever raised it, and of those who see all; nobody else goes on with it', async () => {
  const { caseId } = await aSealedCall(sealing)
  const other = { personId: await house.aPerson('李静'), role: 'listener' } as const
  const own = { ...asker, role: 'listener' } as const
  const coordinator = { personId: null, role: 'coordinator' } as const
  const seen = async (by: typeof other | typeof own | typeof coordinator) =>
    (await accepted(life.inHand({}, by))).length
  expect([await seen(own), await seen(coordinator), await seen(other)]).toEqual([1, 1, 0])
  const details = { callback: '1', address: '', remark: '' }
  const kept = { detailsId: house.clock.newId(), caseId, at: house.clock.now(), details }
  expect(await life.keepDetails(kept, other)).toMatchObject({ ok: false, code: 'not_found' })
  const press = { actId: house.clock.newId(), caseId, at: house.clock.now(), act: { what: 'dismissed' } } as const
  expect(await life.act(press, other)).toMatchObject({ ok: false, code: 'not_found' })
  await accepted(life.keepDetails(kept, own))
})

test('what two desks write of one caller stands beside each other: a row says what was changed, and no more', async () => {
  const { caseId } = await aSealedCall(sealing)
  const keep = async (details: { callback?: string; remark?: string }) =>
    accepted(life.keepDetails({ detailsId: house.clock.newId(), caseId, at: house.clock.now(), details }, asker))
  await keep({ callback: '13812345678' })
  await keep({ remark: '六楼' })
  const rows = (await house.parts.engine.read(() => sealedOf(caseId))).filter(({ what }) => what === 'details')
  expect(rows.map(({ payload }) => JSON.parse(payload))).toEqual([{ callback: '13812345678' }, { remark: '六楼' }])
  const [one] = await accepted(life.inHand({}, asker))
  expect(one?.details).toEqual({ callback: '13812345678', address: '', remark: '六楼' })
})

test('what somebody raised or practised under a record that was merged since is theirs under the one that is kept', async () => {
  const { caseId } = await aSealedCall(sealing)
  const drills = lifeDrillsService(house.parts)
  const drill = { drillId: house.clock.newId(), scriptId: 'night-call', handOverMs: 41_000 }
  await accepted(drills.record({ ...drill, doneAt: house.clock.now() }, asker))
  const kept = { personId: await house.aPerson('陈思原'), role: 'listener' } as const
  const coordinator = { personId: null, role: 'coordinator' } as const
  const theirs = async () => ({
    listed: (await accepted(life.list({ limit: 5, offset: 0 }, kept))).total,
    inHand: (await accepted(life.inHand({}, kept))).length,
    practised: (await accepted(drills.history({}, kept))).length,
    isDue: (await accepted(drills.due({}, kept))).isDue,
    othersDue: (await accepted(drills.due({}, coordinator))).othersDue,
  })
  expect(await theirs()).toEqual({ listed: 0, inHand: 0, practised: 0, isDue: true, othersDue: 1 })
  const wish = { keptId: kept.personId, goneId: asker.personId, seenVersion: 0, goneSeenVersion: 0, giveUp: null }
  await accepted(mergesService(house.parts).merge(wish, coordinator))
  expect(await theirs()).toEqual({ listed: 1, inHand: 1, practised: 1, isDue: false, othersDue: 0 })
  const press = { actId: house.clock.newId(), caseId, at: house.clock.now(), act: { what: 'dismissed' } } as const
  await accepted(life.act(press, kept))
})

test('contacts and drills', async () => {
  const contact = { name: '李静', phone: '021-55556666', about: '', personId: asker.personId }
  await accepted(life.saveContacts({ contacts: [contact], seenVersion: 0 }, asker))
  expect(await accepted(life.contacts({}, asker))).toEqual({ contacts: [contact], version: 1, seesAll: true })
  const drills = lifeDrillsService(house.parts)
  const drill = { drillId: house.clock.newId(), scriptId: 'night-call', handOverMs: 41_000 }
  await accepted(drills.record({ ...drill, doneAt: house.clock.now() }, asker))
  expect(await accepted(drills.history({}, asker))).toMatchObject([{ personName: '陈思远', handOverMs: 41_000 }])
  expect((await accepted(drills.due({}, asker))).isDue).toBe(false)
})
