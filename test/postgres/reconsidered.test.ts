import { afterEach, beforeEach, expect, test } from 'vitest'
import { lifeChannelService } from '../../electron/services/life-channel/life-channel.ts'
import { plainSealer } from '../../electron/services/life-channel/sealer.ts'
import { makeSealing } from '../../electron/services/life-channel/sealing.ts'
import { asHubAnswers } from '../../electron/services/team/at-its-desk.ts'
import { ticketsService } from '../../electron/services/tickets/tickets.ts'
import { postgresEngine } from '../../electron/storage/engine/postgres.ts'
import { type Query, rows, write } from '../../electron/storage/engine/query.ts'
import { greetDesk, insertDesk } from '../../electron/storage/hub/desks.ts'
import { sealsHere } from '../../electron/storage/hub/life-rows.ts'
import { layDown } from '../../electron/storage/hub/uploaded-rows.ts'
import { appendCaseEvent } from '../../electron/storage/life-channel/cases.ts'
import type { Row, UploadedRow } from '../../electron/team/wire.ts'
import type { Service } from '../../shared/contract/services.ts'
import { notesOf } from '../builders/heard.ts'
import { accepted } from '../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../builders/seats.ts'
import { aToldHour, at, caseRow, entry, put, sealedRow, sealRow } from '../builders/told-cases.ts'
import { waitingHere } from '../builders/waiting-locks.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
  const personId = await house.aPerson('陈思远')
  await house.engine.transact(() => insertDesk({ id: 'east', personId, name: 'east', tokenHash: 'east', madeAt: at }))
  await house.engine.transact(() => greetDesk('east', at))
})
afterEach(() => house.close())

const send = (entries: readonly UploadedRow[]) =>
  house.engine.transact(() => layDown({ deskId: 'east', generation: 1, entries, at, newId: house.clock.newId }))
const newId = () => house.clock.newId()
const found = (sql: string) => house.engine.read(() => rows<Row>(sql))

/** An hour that is over, with a note in its call. */
async function heard() {
  const { entries, ...hour } = aToldHour(newId)
  expect(await send(entries)).toEqual({ ok: true })
  return hour
}

test('a call is opened and sealed at the hub by whoever sees its case, and stays so whatever its desk tells once more, until it is raised anew', async () => {
  const { sessionId, callId, noteId } = await heard()
  const sealing = makeSealing(house.parts, plainSealer, sealsHere)
  const services = { lifeChannel: lifeChannelService(house.parts, sealing, plainSealer) }
  const life = asHubAnswers(services, house.parts).lifeChannel as unknown as Service<'lifeChannel'>
  const notes = notesOf(house.parts)
  const [caseId, sealedId] = [newId(), newId()]
  const says = (reason: string | null) =>
    life.reconsider(
      {
        ...{ actId: newId(), caseId, sessionId },
        verdict: reason === null ? { what: 'restored' } : { what: 'dismissed', reason },
      },
      { personId: null, role: 'coordinator' },
    )
  const told = async () => (await accepted(notes.ofCall({ callId }, nobody))).map(({ text }) => text)
  const raised = caseRow(caseId, { session_id: sessionId, call_id: callId })
  expect(await send([raised])).toEqual({ ok: true })
  expect(await says('念的是小说')).toMatchObject({ ok: false, code: 'still_listening' })
  await send([{ table: 'session', handedOver: sessionId }])
  await accepted(notes.edit({ noteId, kind: 'view', text: '在中心改过', issueTypeId: null, seenVersion: null }, nobody))
  const sealed = [raised, sealedRow(sealedId, caseId, put), sealRow(callId, caseId, at)]
  expect(await send(sealed)).toEqual({ ok: true })
  expect(await told()).toEqual([])
  await accepted(says('念的是小说'))
  expect(await told()).toEqual(['在中心改过'])
  expect(await found('SELECT reference FROM call')).toEqual([{ reference: 'CC-7' }])
  expect(await send(sealed)).toEqual({ ok: true })
  expect(await told()).toEqual(['在中心改过'])
  const command = `INSERT INTO hub_command (id, desk_id, call, answer_json, at) VALUES ('c', 'east', 'notes.edit', ?, ?)`
  await house.engine.transact(() => write(command, [JSON.stringify(noteId), house.clock.now()]))
  await accepted(says(null))
  expect(await told()).toEqual([])
  expect(await found('SELECT call FROM hub_command WHERE answer_json IS NOT NULL')).toEqual([])
  await accepted(says('又看了一遍'))
  const again = caseRow(newId(), { session_id: sessionId, call_id: callId })
  expect(await send([again, sealRow(callId, caseId, at)])).toEqual({ ok: true })
  expect(await told()).toEqual([])
})

test('a ticket of the hub is as it was once its call is opened there, and once more after it was sealed anew', async () => {
  const { sessionId, callId, noteId } = await heard()
  const life = lifeChannelService(house.parts, makeSealing(house.parts, plainSealer, sealsHere), plainSealer)
  const tickets = ticketsService(house.parts)
  const wish = {
    title: '匣子没到',
    issueTypeId: 'coupon',
    priority: 3,
    department: '市场部',
  } as const
  const { id: ticketId } = await accepted(tickets.open({ ...wish, noteIds: [noteId] }, nobody))
  const ofTicket = () => tickets.get({ ticketId }, nobody)
  const caseId = newId()
  const raised = caseRow(caseId, { session_id: sessionId, call_id: callId })
  await send([raised, { table: 'session', handedOver: sessionId }])
  const says = (verdict: Parameters<typeof life.reconsider>[0]['verdict']) =>
    accepted(life.reconsider({ actId: newId(), caseId, sessionId, verdict }, { personId: null, role: 'coordinator' }))
  expect(await send([sealedRow(newId(), caseId, put), sealRow(callId, caseId, at)])).toEqual({ ok: true })
  for (let times = 0; times < 2; times += 1) {
    expect(await ofTicket()).toMatchObject({ code: 'not_found' })
    await says({ what: 'dismissed', reason: '念的是小说' })
    expect(await ofTicket()).toMatchObject({ value: { ticket: { title: '匣子没到' }, quotes: [{ noteId }] } })
    await says({ what: 'restored' })
  }
})

test.each([
  ['somebody says of another case of it that it was none after all', 'restored'],
  ['its desk tells of a new case', 'raised'],
])('a call that is opened by a wrong alarm just while %s stays sealed', async (_, meanwhile) => {
  const { sessionId, callId } = await heard()
  const other = postgresEngine({ connectionString: house.url })
  const parts = { ...house.parts, engine: other }
  const sealing = makeSealing(house.parts, plainSealer, sealsHere)
  const life = lifeChannelService(parts, makeSealing(parts, plainSealer, sealsHere), plainSealer)
  const says = (id: string, verdict: Parameters<typeof life.reconsider>[0]['verdict']) =>
    Promise.resolve(
      life.reconsider({ actId: newId(), caseId: id, sessionId, verdict }, { personId: null, role: 'coordinator' }),
    )
  const wrong = { what: 'dismissed', reason: '念的是小说' } as const
  const [first, second] = [newId(), newId()]
  const raised = [first, second].map((id) => caseRow(id, { session_id: sessionId, call_id: callId }))
  await send([...raised, sealedRow(newId(), first, put), sealRow(callId, first, at)])
  await accepted(says(second, wrong))
  let opened: Promise<unknown> = Promise.resolve()
  await house.engine.transact(function* () {
    if (meanwhile === 'restored') {
      yield* appendCaseEvent({ id: newId(), caseId: second, at: shanghai('23:00'), actorId: null, what: 'restored' })
      yield* sealing.seal(callId, second)
    } else {
      const anew = caseRow(newId(), { session_id: sessionId, call_id: callId })
      yield* layDown({ deskId: 'east', generation: 1, entries: [anew, sealRow(callId, first, at)], at, newId })
    }
    opened = says(first, wrong)
    while ((yield* waitingHere()) === 0) yield* rows('SELECT pg_sleep(0.02)')
  })
  expect(await opened).toMatchObject({ ok: true })
  expect(await found('SELECT call_id FROM sealed_call')).toEqual([{ call_id: callId }])
  await other.close()
})

test('whoever opens a call at the hub and its desk that tells of cases of it take both in the same order, and never wait for each other', async () => {
  const { sessionId, callId } = await heard()
  const [first, second, sealedId] = [newId(), newId(), newId()]
  const raised = [first, second].map((id) => caseRow(id, { session_id: sessionId, call_id: callId }))
  await send([...raised, sealedRow(sealedId, first, put), sealRow(callId, first)])
  const [desk, hub] = [1, 2].map(() => postgresEngine({ connectionString: house.url }))
  let runs = 0
  const counted = (engine = desk) => ({
    ...house.engine,
    transact: ((query: () => Query<unknown>) =>
      engine?.transact(function* () {
        runs += 1
        return yield* query()
      })) as typeof house.engine.transact,
  })
  const parts = { ...house.parts, engine: counted(hub) }
  const life = lifeChannelService(parts, makeSealing(parts, plainSealer, sealsHere), plainSealer)
  const event = { id: newId(), case_id: second, at, actor_id: null, what: 'step', which: 'listen', remark: null }
  const entries: UploadedRow[] = [
    ...[sealRow(callId, first, at), { table: 'life_sealed', gone: sealedId } as const],
    entry('life_event', event),
  ]
  const laid = { deskId: 'east', generation: 1, entries, at, newId }
  let both: Promise<unknown>[] = []
  // Holds the desk between the seal of the call and what it tells of the other case.
  await house.engine.transact(function* () {
    yield* rows('SELECT 1 FROM life_sealed WHERE id = ? FOR UPDATE', [sealedId])
    both = [Promise.resolve(counted().transact(() => layDown(laid)))]
    while ((yield* waitingHere()) < 1) yield* rows('SELECT pg_sleep(0.02)')
    const wrong = { what: 'dismissed', reason: '念的是小说' } as const
    const says = { actId: newId(), caseId: second, sessionId, verdict: wrong }
    both.push(Promise.resolve(life.reconsider(says, { personId: null, role: 'coordinator' })))
    while ((yield* waitingHere()) < 2) yield* rows('SELECT pg_sleep(0.02)')
  })
  expect(await Promise.all(both)).toMatchObject([{ ok: true }, { ok: true }])
  expect(runs).toBe(2)
  await Promise.all([desk?.close(), hub?.close()])
})
