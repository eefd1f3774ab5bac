import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { agentsService } from '../../../electron/services/agents/agents.ts'
import { lifeChannelService } from '../../../electron/services/life-channel/life-channel.ts'
import { plainSealer } from '../../../electron/services/life-channel/sealer.ts'
import { makeSealing } from '../../../electron/services/life-channel/sealing.ts'
import { makeStopwatch } from '../../../electron/services/listening/stopwatch.ts'
import { jargonService } from '../../../electron/services/silver-hair/jargon.ts'
import { silverHairService } from '../../../electron/services/silver-hair/silver-hair.ts'
import { ticketsService } from '../../../electron/services/tickets/tickets.ts'
import type { Query } from '../../../electron/storage/engine/query.ts'
import { exportPage } from '../../../electron/storage/exports/export-rows.ts'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import { storeConversation } from '../../../electron/storage/listening/conversations.ts'
import { lensOfCall, storeLens } from '../../../electron/storage/silver-hair/lenses.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import { Operation, PROPERTY_OPERATIONS, type Press } from '../../../shared/contract/silver-hair/lens.ts'
import { notesOf, sessionsOf } from '../../builders/heard.ts'
import { cloudCard } from '../../builders/kept-terms.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'
import { anOpenRoom, nobody } from '../../builders/seats.ts'

// Asked of both engines: a desk's own file, and a company's database.
let house: Awaited<ReturnType<typeof anOpenRoom>>
let sessions: ReturnType<typeof sessionsOf>
let notes: ReturnType<typeof notesOf>
let lens: ReturnType<typeof silverHairService>
let sessionId: string
beforeEach(async () => {
  house = await anOpenRoom()
  const stopwatch = makeStopwatch(house.parts)
  sessions = sessionsOf(house.parts, stopwatch)
  notes = notesOf(house.parts, stopwatch)
  lens = silverHairService(house.parts)
  sessionId = (await accepted(sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, nobody))).id
})
afterEach(() => house.close())

const aCall = async () => (await accepted(sessions.nextCall({ sessionId, reference: null }, nobody))).id
const mark = (callId: string, to: 'marked' | 'unmarked' | 'dismissed' = 'marked') =>
  lens.mark({ callId, mark: to, origin: 'key' }, nobody)
const press = (callId: string, one: Press) => lens.press({ callId, press: one }, nobody)
const aMarkedCall = async (...presses: Press[]) => {
  const callId = await aCall()
  await accepted(mark(callId))
  for (const one of presses) await accepted(press(callId, one))
  return callId
}
const DAY_MS = 86_400_000
const trusted: Asker = { personId: null, role: 'trusted' }
/** At the same seat: the agent beside it is another, as far as anybody knows. */
async function anotherSession(listenerId: string | null = null) {
  await accepted(sessions.end({ sessionId }, nobody))
  sessionId = (await accepted(sessions.start({ bookingId: null, listenerId, purpose: 'listen' }, nobody))).id
}
const ofSession = () => accepted(lens.ofSession({ sessionId }, nobody))
const ofToday = () => accepted(lens.overview({ from: '2026-09-01', to: '2026-09-30' }, nobody))
const add = (callId: string, text: string) =>
  accepted(
    notes.add({ noteId: house.clock.newId(), callId, kind: 'view', text, offsetMs: 0, issueTypeId: null }, nobody),
  )

test('a mark that is taken away and set again leaves what was pressed', async () => {
  const callId = await aMarkedCall({ pace: 'too_fast' }, { effort: 4 })
  expect(await accepted(mark(callId, 'unmarked'))).toMatchObject({ mark: 'unmarked', pace: 'too_fast' })
  expect(await press(callId, { tone: 'warm' })).toMatchObject({ code: 'not_found' })
  await accepted(mark(callId))
  expect(await ofSession()).toMatchObject([{ callId, mark: 'marked', pace: 'too_fast', effort: 4, jargon: [] }])
  expect(await mark(house.clock.newId())).toMatchObject({ code: 'not_found' })
})

test.each(PROPERTY_OPERATIONS)('«%s» is never done for the caller, whichever is pressed first', async (operation) => {
  const callId = await aMarkedCall({ operation })
  expect(await press(callId, { help: 'for_caller' })).toMatchObject({ code: 'touches_property', detail: { operation } })
  await accepted(press(callId, { operation: 'delivery' }))
  await accepted(press(callId, { help: 'for_caller' }))
  expect(await press(callId, { operation })).toMatchObject({ code: 'touches_property', detail: { operation } })
  expect(await ofSession()).toMatchObject([{ operation: 'delivery', help: 'for_caller' }])
})

test('the database refuses it too, for all that touches property and for nothing else', async () => {
  await aMarkedCall()
  const [before] = await ofSession()
  if (before === undefined) throw new Error('no lens')
  const refused: string[] = []
  for (const operation of Operation.options) {
    const store = async () => house.engine.transact(() => storeLens({ ...before, operation, help: 'for_caller' }))
    await store().catch((error: Error) => {
      expect(error.message).toContain('silver_hair_property')
      refused.push(operation)
    })
  }
  expect(refused).toEqual([...PROPERTY_OPERATIONS])
})

test('told first is asked of what was done for the caller, and goes with it', async () => {
  const callId = await aMarkedCall()
  expect(await press(callId, { toldFirst: false })).toMatchObject({ code: 'not_for_caller' })
  await accepted(press(callId, { help: 'for_caller' }))
  expect(await accepted(press(callId, { toldFirst: false }))).toMatchObject({ toldFirst: false })
  expect(await accepted(press(callId, { help: 'guided' }))).toMatchObject({ toldFirst: null })
})

test('jargon is counted in what the notes quote of the agent and in the conversation, of a marked call alone', async () => {
  const callId = await aCall()
  await add(callId, '坐席说走逆向物流，客户问什么是价保')
  const lines = [{ atMs: 0, speaker: 'agent' as const, text: '运费险会赔付' }]
  await house.engine.transact(() => storeConversation({ callId, title: '', pace: 'recorded', lines }))
  await accepted(lens.recount({ callId }, nobody))
  expect(await ofSession()).toEqual([])
  await accepted(mark(callId))
  await accepted(lens.recount({ callId }, nobody))
  const terms = (await ofSession())[0]?.jargon.map(({ termId }) => termId)
  expect(terms).toEqual(['compensate', 'freight_insurance', 'reverse_logistics'])
})

test('terms of the house are counted as soon as they are saved, and their counts stay when they go', async () => {
  const jargon = jargonService(house.parts)
  const callId = await aMarkedCall()
  await add(callId, '坐席说您办的是云享卡，云享卡很好用')
  const counts = async () => {
    await accepted(lens.recount({ callId }, nobody))
    return (await ofSession())[0]?.jargon
  }
  expect(await counts()).toEqual([])
  await accepted(jargon.save({ terms: [cloudCard], seenVersion: 0 }, nobody))
  expect(await counts()).toEqual([{ termId: cloudCard.id, count: 2 }])
  const two = { ...cloudCard, id: house.clock.newId() }
  expect(await jargon.save({ terms: [cloudCard, two], seenVersion: null }, nobody)).toEqual({
    ...{ ok: false, code: 'bad_term' },
    detail: { index: 1, fault: 'twice', said: '云享卡' },
  })
  expect(await accepted(jargon.list({}, nobody))).toEqual({ terms: [cloudCard], version: 1 })
  await accepted(jargon.save({ terms: [], seenVersion: 1 }, nobody))
  expect((await ofSession())[0]?.jargon).toEqual([{ termId: cloudCard.id, count: 2 }])
  expect(await counts()).toEqual([])
})

test('the view counts what failed once a day of five agents is over, and names each call', async () => {
  const agents = agentsService(house.parts, { makesKeys: true })
  const heardOf = async (typed: string, ...presses: Press[]) => {
    const callId = await aMarkedCall(...presses)
    await accepted(agents.name({ callId, typed }, trusted))
    return callId
  }
  await heardOf('1001', { effort: 5 }, { operation: 'refund' }, { help: 'declined' })
  await heardOf('1002', { effort: 4 }, { help: 'for_caller' }, { toldFirst: false })
  await heardOf('1003', { effort: 1 }, { help: 'for_caller' }, { toldFirst: true })
  const last = await heardOf('1004', { operation: 'refund' }, { help: 'declined' })
  await aCall()
  house.clock.advance(DAY_MS)
  expect(await ofToday()).toMatchObject({
    count: 4,
    of: 5,
    failings: null,
    calls: [{ callId: last, roomId: null }, {}, {}, {}],
  })
  // The fifth of another day may be one of the four.
  await heardOf('1005')
  house.clock.advance(DAY_MS)
  expect((await ofToday()).failings).toBeNull()
  for (const typed of ['1001', '1002', '1003', '1004', '1005']) await heardOf(typed)
  expect((await ofToday()).failings).toBeNull()
  house.clock.advance(DAY_MS)
  expect((await ofToday()).failings).toEqual({
    hard: { calls: 2, of: 3 },
    untold: { calls: 1, of: 2 },
    declined: { calls: 2, of: 4, byOperation: [{ operation: 'refund', calls: 2 }] },
    jargon: { calls: 0, of: 10, terms: [] },
  })
  const before = await accepted(lens.overview({ from: '2026-08-01', to: '2026-08-31' }, nobody))
  expect(before).toMatchObject({ count: 0, of: 0, calls: [] })
})

test('a call that was heard at a seat says in which room', async () => {
  await accepted(sessions.end({ sessionId }, nobody))
  const { id: bookingId, personId } = await house.aBooking({ person: await house.aPerson('王敏'), from: '09:00' })
  const wish = { bookingId, listenerId: personId, purpose: 'listen' as const }
  sessionId = (await accepted(sessions.start(wish, nobody))).id
  await aMarkedCall()
  expect((await ofToday()).calls[0]).toMatchObject({ sessionId, roomId: FIRST_ROOM_ID })
})

test('a sealed call is in no list of lenses; its own goes with the seal, and comes back with a wrong alarm', async () => {
  const sealing = makeSealing(house.parts, plainSealer)
  const life = lifeChannelService(house.parts, sealing, plainSealer)
  const callId = await aMarkedCall({ dialect: 'sichuan' })
  const before = await ofSession()
  const caseId = house.clock.newId()
  const raised = { caseId, callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(life.raise({ ...raised, raisedAt: house.clock.now() }, nobody))
  expect([await ofSession(), (await ofToday()).count]).toEqual([[], 0])
  expect(await press(callId, { pace: 'fits' })).toMatchObject({ code: 'not_found' })
  await accepted(sessions.endCall({ callId }, nobody))
  sealing.putAway()
  const stored = async () => house.engine.read(() => lensOfCall(callId))
  await expect.poll(stored, patience).toBeNull()
  const dismissed = { actId: house.clock.newId(), caseId, at: house.clock.now(), act: { what: 'dismissed' } } as const
  await accepted(life.act(dismissed, nobody))
  expect(await ofSession()).toEqual(before)
})

test('a file of tickets tells which of them quote a marked call, as long as it is marked', async () => {
  const tickets = ticketsService(house.parts)
  const [marked, other] = [await aMarkedCall(), await aCall()]
  for (const callId of [marked, other]) {
    const wish = {
      noteId: house.clock.newId(),
      callId,
      kind: 'voice',
      text: '我不会用',
      offsetMs: 0,
      issueTypeId: null,
    } as const
    await accepted(notes.add(wish, nobody))
    const ticket = { title: '不会用', issueTypeId: 'coupon', priority: 3, department: '市场部' } as const
    await accepted(tickets.open({ ...ticket, noteIds: [wish.noteId] }, nobody))
  }
  const told = async () => (await house.parts.engine.read(() => exportPage([1, 2]))).map((row) => row.isSilverHair)
  expect(await told()).toEqual([true, false])
  await accepted(mark(marked, 'unmarked'))
  expect(await told()).toEqual([false, false])
})

/** What a house that names its agents counts in September, the day after. */
async function failingsOf(...agents: string[]) {
  const agentsNamed = agentsService(house.parts, { makesKeys: true })
  for (const typed of agents) {
    const callId = await aMarkedCall({ help: 'for_caller' }, { toldFirst: false })
    await accepted(agentsNamed.name({ callId, typed }, trusted))
    await anotherSession()
  }
  house.clock.advance(DAY_MS)
  return (await ofToday()).failings?.untold ?? null
}

test('one agent is not counted, in however many sessions of a day; five are', async () => {
  expect(await failingsOf('1001', '1001', '1001', '1001', '1001', '1001')).toBeNull()
  expect(await failingsOf('1001', '1002', '1003', '1004', '1005')).toEqual({ calls: 11, of: 11 })
})

test('one agent of five days is one, though each day calls them by another hash', async () => {
  for (let day = 0; day < 5; day += 1) expect(await failingsOf('1001')).toBeNull()
})

test('no choice of days less another leaves fewer than five agents', async () => {
  const days: string[] = []
  for (const agents of [['1', '2', '3'], ['1', '2', '3', '4', '5'], ['6'], ['1', '2', '3', '4', '6'], ['7', '8']]) {
    days.push(house.clock.now().slice(0, 10))
    await failingsOf(...agents)
  }
  const counts = new Set<number>()
  for (const from of days)
    for (const to of days.filter((day) => day >= from)) {
      const { failings } = await accepted(lens.overview({ from, to }, nobody))
      counts.add(failings?.untold.of ?? 0)
    }
  expect([...counts].sort((one, other) => one - other)).toEqual([0, 6, 8, 14])
  const partOf = async (day = '') => (await accepted(lens.overview({ from: day, to: day }, nobody))).partOf
  const [first, five, , , last] = days
  expect([await partOf(first), await partOf(five), await partOf(last)]).toEqual([
    ...[{ from: first, to: five }, { from: first, to: five }, null],
  ])
})

test('figures before a seal less those after it are five agents or more, never the sealed call', async () => {
  const sealing = makeSealing(house.parts, plainSealer)
  const life = lifeChannelService(house.parts, sealing, plainSealer)
  const cried = await aMarkedCall({ help: 'for_caller' }, { toldFirst: false })
  expect(await failingsOf('1', '2', '3', '4', '5')).toMatchObject({ calls: 6 })
  expect(await failingsOf('1', '2', '3', '4', '5', '6')).toMatchObject({ calls: 12 })
  const [caseId, at] = [house.clock.newId(), house.clock.now()]
  const raised = { caseId, callId: cried, origin: 'key', grade: null, evidence: null, raisedAt: at } as const
  await accepted(life.raise(raised, nobody))
  expect((await ofToday()).failings?.untold.calls).toBe(6)
  await accepted(life.act({ actId: house.clock.newId(), caseId, at, act: { what: 'dismissed' } }, nobody))
  expect((await ofToday()).failings?.untold.calls).toBe(12)
})

test('what the lens says of the agent is told to whoever heard the session; to others of five agents', async () => {
  const [listener, other] = [await house.aPerson('王敏'), await house.aPerson('陈思远')]
  const askedBy = (personId: string): Asker => ({ ...nobody, personId })
  await anotherSession(listener)
  const presses: Press[] = [{ pace: 'too_fast' }, { tone: 'impatient' }, { effort: 5 }, { help: 'for_caller' }]
  const callId = await aMarkedCall(...presses, { toldFirst: false })
  const whole = { effort: 5, help: 'for_caller', toldFirst: false }
  const less = { effort: null, help: null, toldFirst: null }
  // While it runs, too: at the desk where it does to whoever sits there, from another desk to nobody else.
  const elsewhere = { ...askedBy(other), deskId: v7() }
  expect((await accepted(lens.ofSession({ sessionId }, askedBy(other))))[0]).toMatchObject(whole)
  expect((await accepted(lens.ofSession({ sessionId }, elsewhere)))[0]).toMatchObject({ ...less, pace: null })
  await accepted(sessions.end({ sessionId }, nobody))
  const asked = async (personId: string) => {
    const [one] = await accepted(lens.ofSession({ sessionId }, askedBy(personId)))
    const { calls } = await accepted(lens.overview({ from: '2026-09-01', to: '2026-09-30' }, askedBy(personId)))
    return [one, calls.find((call) => call.callId === callId)]
  }
  expect(await asked(listener)).toMatchObject([{ ...whole, pace: 'too_fast', tone: 'impatient' }, whole])
  expect(await asked(other)).toMatchObject([{ ...less, pace: null, tone: null }, less])
})

test('the view asks the database as often for many sessions as for one', async () => {
  let asked = 0
  const { engine } = house.parts
  const counted = silverHairService({
    ...house.parts,
    engine: Object.assign(Object.create(engine), {
      read: <Told>(make: () => Query<Told>) =>
        engine.read(function* () {
          const work = make()
          let next = work.next()
          for (; !next.done; asked += 1) next = work.next(yield next.value)
          return next.value
        }),
    }),
  })
  const asksOf = async () => {
    asked = 0
    await accepted(counted.overview({ from: '2026-09-01', to: '2026-09-30' }, { ...nobody, personId: v7() }))
    return asked
  }
  await aMarkedCall()
  const ofOne = await asksOf()
  for (let session = 0; session < 3; session += 1) {
    await anotherSession()
    await aMarkedCall()
  }
  expect(await asksOf()).toBe(ofOne)
})

test('whoever is not told what the lens says of the agent changes nothing in it, and is told nothing by a refusal', async () => {
  const [listener, other] = [await house.aPerson('王敏'), await house.aPerson('陈思远')]
  await anotherSession(listener)
  const doneFor = await aMarkedCall({ help: 'for_caller' }, { toldFirst: false })
  const guided = await aMarkedCall({ help: 'guided' })
  await accepted(sessions.end({ sessionId }, nobody))
  const ofListener = () => accepted(lens.ofSession({ sessionId }, { ...nobody, personId: listener }))
  const before = await ofListener()
  const stranger: Asker = { ...nobody, personId: other, deskId: v7() }
  const told = new Set<string>()
  for (const callId of [doneFor, guided]) {
    for (const press of [{ operation: 'refund' }, { toldFirst: true }, { effort: 5 }] as const)
      told.add(JSON.stringify(await lens.press({ callId, press }, stranger)))
    for (const to of ['unmarked', 'marked'] as const)
      told.add(JSON.stringify(await lens.mark({ callId, mark: to, origin: 'key' }, stranger)))
  }
  expect([...told]).toEqual([JSON.stringify({ ok: false, code: 'not_found', detail: {} })])
  expect(await ofListener()).toEqual(before)
})
