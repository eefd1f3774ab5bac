import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { conversationsService } from '../../electron/services/listening/conversations.ts'
import { rows } from '../../electron/storage/engine/query.ts'
import { aDeskOfCases } from '../builders/desk-of-cases.ts'
import { aHub, type RunningHub } from '../builders/hub.ts'
import { accepted } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, nobody } from '../builders/seats.ts'

/** A real hub on a real PostgreSQL, and a desk with a file of its own on a real socket. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
const ends: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  house = await anOpenRoom()
  hub = await aHub(house.url, { clock: house.clock })
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  await hub.close()
  await house.close()
})

async function aNotedDesk() {
  const { desk, raises, acts } = await aDeskOfCases(hub)
  ends.push(desk.close)
  const { uploader, disconnects, link } = desk.connects()
  const isUp = (sender = uploader) => vi.waitFor(() => expect(sender.progress().rows).toBe(0), patience)
  return { ...{ desk, raises, acts, isUp, uploader, disconnects, link } }
}

const own = <T>(call: string, input: unknown) => accepted(hub.own(call, input) as never) as Promise<T>
interface Told {
  readonly id: string
  readonly version: number
  readonly text: string
}

test('what others changed of a session that is the hub’s stands after a wrong alarm of a desk that was offline', async () => {
  const { desk, raises, acts, isUp, disconnects } = await aNotedDesk()
  const sessionId = await desk.anHour(null)
  await isUp()
  const callId = desk.db.prepare('SELECT id FROM call WHERE session_id = ? ORDER BY number').pluck().get(sessionId)
  const atHub = () => own<Told[]>('notes.ofCall', { callId })
  const [first, second] = await atHub()
  await disconnects()
  const edit = (note: Told | undefined, text: string) =>
    own('notes.edit', { noteId: note?.id, seenVersion: note?.version, kind: 'view', text, issueTypeId: null })
  await edit(first, '别人在中心改的')
  const before = await atHub()
  const caseId = await raises(String(callId))
  await acts(caseId, 'dismissed')
  const again = desk.connects()
  await isUp(again.uploader)
  expect(await atHub()).toEqual(before)
  // Sealed there too, twice, and opened.
  await acts(caseId, 'restored')
  await isUp(again.uploader)
  expect(await atHub()).toEqual([])
  await acts(caseId, 'dismissed')
  await acts(caseId, 'restored')
  await acts(caseId, 'dismissed')
  await isUp(again.uploader)
  await vi.waitFor(async () => expect(await atHub()).toEqual(before), patience)
  expect(before.find(({ id }) => id === second?.id)).toEqual(second)
})

test('what notes said before, sealed before it went up, is at the hub after a wrong alarm', async () => {
  const { desk, raises, acts, isUp, disconnects } = await aNotedDesk()
  await disconnects()
  const sessionId = await desk.anHour(null)
  const callId = String(desk.db.prepare('SELECT id FROM call WHERE session_id = ?').pluck().get(sessionId))
  const earlier =
    'SELECT id, CAST(before_json AS text) AS before FROM note_event WHERE call_id = ? AND before_json IS NOT NULL ORDER BY id'
  const here = desk.db.prepare(earlier).all([callId])
  expect(here.length).toBeGreaterThan(2)
  const caseId = await raises(callId)
  const { uploader } = desk.connects()
  await isUp(uploader)
  const atHub = () => house.engine.read(() => rows(earlier, [callId]))
  expect(await atHub()).toEqual([])
  await acts(caseId, 'dismissed')
  await isUp(uploader)
  expect(await atHub()).toEqual(here)
  // Sealed again, it is gone there as well.
  await acts(caseId, 'restored')
  await isUp(uploader)
  await vi.waitFor(async () => expect(await atHub()).toEqual([]), patience)
})

test('a conversation that others took from a call of a session that is the hub’s stays away through a wrong alarm of a desk that was offline', async () => {
  const { desk, raises, acts, isUp, disconnects } = await aNotedDesk()
  const sessionId = await desk.anHour(null)
  const callId = desk.db.prepare('SELECT id FROM call WHERE session_id = ? ORDER BY number').pluck().get(sessionId)
  desk.db
    .prepare(`INSERT INTO conversation (call_id, title, pace, lines_json) VALUES (?, '通话', 'recorded', '[]')`)
    .run(callId)
  await isUp()
  const atHub = () => own('conversations.ofCall', { callId })
  expect(await atHub()).toMatchObject({ title: '通话' })
  await disconnects()
  await own('conversations.detach', { callId })
  const caseId = await raises(String(callId))
  await acts(caseId, 'dismissed')
  const again = desk.connects()
  await isUp(again.uploader)
  expect(await atHub()).toBeNull()
})

test('the conversation of a call that is sealed is told by no hub, also while its seat goes on', async () => {
  const { desk, raises, acts, isUp } = await aNotedDesk()
  const { id: sessionId } = await accepted(
    desk.sessions.start({ bookingId: null, listenerId: desk.asker.personId, purpose: 'listen' }, desk.asker),
  )
  const { id: callId } = await accepted(desk.sessions.nextCall({ sessionId, reference: null }, desk.asker))
  desk.db
    .prepare(`INSERT INTO conversation (call_id, title, pace, lines_json) VALUES (?, '通话', 'recorded', '[]')`)
    .run(callId)
  await isUp()
  const atHub = () => own('conversations.ofCall', { callId })
  expect(await atHub()).toMatchObject({ title: '通话' })
  const caseId = await raises(callId)
  await isUp()
  await vi.waitFor(async () => expect(await atHub()).toBeNull(), patience)
  const here = conversationsService(desk.parts)
  expect(await accepted(here.ofCall({ callId }, desk.asker))).toMatchObject({ title: '通话' })
  await acts(caseId, 'dismissed')
  await isUp()
  await vi.waitFor(async () => expect(await atHub()).toMatchObject({ title: '通话' }), patience)
})

test.each([
  ['details', '{"callback": 5}'],
  ['call', '{"notes": "—"}'],
  ['evidence', '"枪"'],
  ['follow_up', '[]'],
  ['call', 'not JSON'],
])('what is sealed and malformed (%s) is refused, and nothing else waits for it', async (what, payload) => {
  const { desk, raises, uploader } = await aNotedDesk()
  const sessionId = await desk.anHour(null)
  const callId = desk.db.prepare('SELECT id FROM call WHERE session_id = ? ORDER BY number').pluck().get(sessionId)
  const caseId = await raises(String(callId))
  desk.db
    .prepare('INSERT INTO life_sealed (id, case_id, at, what, is_encrypted, payload) VALUES (?, ?, ?, ?, 0, ?)')
    .run(desk.parts.clock.newId(), caseId, desk.parts.clock.now(), what, payload)
  await vi.waitFor(() => expect(uploader.progress()).toMatchObject({ rows: 1 }), patience)
  expect(uploader.waiting()).toMatchObject([{ group: sessionId, rows: 1, aside: { why: 'refused' } }])
  expect(uploader.isUp(sessionId)).toBe(true)
  expect(await own('lifeChannel.list', { limit: 5 })).toMatchObject({ total: 1, cases: [{ id: caseId }] })
  expect(await own('lifeChannel.readSealed', { caseId, readingId: v7(), reason: '回访' })).toMatchObject({
    details: null,
  })
})

test('a case that a desk raised without its hub goes up whole, and its call is sealed and opened there too', async () => {
  const { desk, life, raises } = await aDeskOfCases(hub)
  ends.push(desk.close)
  const sessionId = await desk.anHour(null)
  const { id: callId } = desk.db.prepare('SELECT id FROM call WHERE session_id = ? ORDER BY number').get(sessionId) as {
    id: string
  }
  const noted = (where: string) =>
    desk.db.prepare(`SELECT count(*) FROM note WHERE call_id = ? AND ${where}`).pluck().get(callId) as number
  const [all, standing] = [noted('true'), noted('removed_at IS NULL')]
  const caseId = await raises(callId)
  const details = { callback: '13912345678', address: '花园路 9 号', remark: '' }
  const kept = { caseId, at: desk.parts.clock.now(), details }
  await accepted(life.keepDetails({ detailsId: desk.parts.clock.newId(), ...kept }, nobody))
  const { uploader } = desk.connects()
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)

  expect(await own('notes.ofCall', { callId })).toEqual([])
  expect(await own('lifeChannel.sealedCalls', { sessionId })).toMatchObject([{ callId }])
  expect(await own('lifeChannel.list', { limit: 5 })).toMatchObject({ total: 1, cases: [{ id: caseId, callId }] })
  const words = await own<{ notes: unknown[] }>('lifeChannel.readSealed', { caseId, readingId: v7(), reason: '回访' })
  expect(words).toMatchObject({ details })
  expect(words.notes).toHaveLength(all)

  const at = desk.parts.clock.now()
  const dismissing = life.act({ actId: desk.parts.clock.newId(), caseId, at, act: { what: 'dismissed' } }, nobody)
  // That its words are put away no more is told before the call is open.
  const told = desk.db.prepare(`SELECT what FROM journal WHERE what IN ('life_sealed', 'sealed_call') ORDER BY number`)
  expect(told.pluck().all()).toEqual(['life_sealed', 'sealed_call'])
  await accepted(dismissing)
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  await vi.waitFor(async () => expect(await own('notes.ofCall', { callId })).toHaveLength(standing), patience)
  expect(await own('lifeChannel.sealedCalls', { sessionId })).toEqual([])
  expect(await own('lifeChannel.list', { limit: 5 })).toMatchObject({ cases: [{ state: 'dismissed' }] })
})

test('what is written on a card goes up field by field, as the card tells it', async () => {
  const { desk, life, raises } = await aDeskOfCases(hub)
  ends.push(desk.close)
  const sessionId = await desk.anHour(null)
  const callId = desk.db.prepare('SELECT id FROM call WHERE session_id = ? ORDER BY number').pluck().get(sessionId)
  const caseId = await raises(String(callId))
  const { clock } = desk.parts
  for (const details of [
    { callback: '13912345678', passedOn: ['13912345678'] },
    { remark: '门禁 2580', passedOn: [] },
  ])
    await accepted(life.keepDetails({ detailsId: clock.newId(), caseId, at: clock.now(), details }, nobody))
  const { uploader } = desk.connects()
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  expect(await own('lifeChannel.readSealed', { caseId, readingId: v7(), reason: '回访' })).toMatchObject({
    details: { callback: '13912345678', address: '', remark: '门禁 2580' },
  })
})

test('of a wrong alarm the hub keeps what a person wrote as well, and no number that was passed on or heard', async () => {
  const { desk, life, acts, raises } = await aDeskOfCases(hub)
  ends.push(desk.close)
  const sessionId = await desk.anHour(null)
  const callId = desk.db.prepare('SELECT id FROM call WHERE session_id = ? ORDER BY number').pluck().get(sessionId)
  const caseId = await raises(String(callId))
  const { clock } = desk.parts
  const details = { callback: '13912345678', address: '', remark: '门禁 2580', passedOn: ['13912345678'] }
  await accepted(life.keepDetails({ detailsId: clock.newId(), caseId, at: clock.now(), details }, nobody))
  const evidence = { grade: 'high', kind: 'suicide', words: ['电话 13912345678 我不想活了'], earVersion: '1' } as const
  await accepted(life.act({ actId: clock.newId(), caseId, at: clock.now(), act: { what: 'heard', evidence } }, nobody))
  const { uploader } = desk.connects()
  const isUp = () => vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  const atHub = async () =>
    JSON.stringify(await own('lifeChannel.readSealed', { caseId, readingId: v7(), reason: '回访' }))
  await isUp()
  expect(await atHub()).toContain('13912345678')
  await acts(caseId, 'dismissed')
  await isUp()
  expect(await atHub()).not.toContain('13912345678')
  expect(await atHub()).toContain('门禁 2580')
  expect(await atHub()).toContain('我不想活了')
})
