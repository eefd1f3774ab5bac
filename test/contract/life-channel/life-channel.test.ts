import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenConsole } from '../../../electron/compose.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import type { CaseAct } from '../../../shared/contract/life-channel/case-acts.ts'
import { LifeCase, SealedWords } from '../../../shared/contract/life-channel/life-channel.ts'
import { DrawWish } from '../../../shared/contract/seats/draws.ts'
import { aCall, accepted, aFolder, aNoteIn, aReadyConsole, clientOf } from '../../builders/console.ts'
import { aClock, someSettings } from '../../builders/parts.ts'
import { patience } from '../../builders/patience.ts'

let folder: ReturnType<typeof aFolder>
let console: OpenConsole
let client: Client
let sessionId: string
let callId: string
let me: string
const clock = aClock()
const settings = someSettings()
beforeEach(async () => {
  folder = aFolder()
  console = await aReadyConsole(folder.path, { clock, settings })
  client = clientOf(console.call)
  me = (await aPerson('王敏')).id
  settings.save({ me })
  ;({ sessionId, callId } = await aCall(client))
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

const aPerson = (name: string) =>
  accepted(client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null }))
async function raise(change: { caseId?: string; callId?: string | null } = {}): Promise<string> {
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null, ...change } as const
  await accepted(client.lifeChannel.raise({ ...raised, raisedAt: clock.now() }))
  return raised.caseId
}
const act = (caseId: string, what: CaseAct, actId = v7()) =>
  accepted(client.lifeChannel.act({ actId, caseId, at: clock.now(), act: what }))
const cases = async () => (await accepted(client.lifeChannel.list({ limit: 50 }))).cases
const notes = async () => (await accepted(client.notes.ofCall({ callId }))).map(({ text }) => text)
const found = async (text: string) => (await accepted(client.search.everywhere({ text, limit: 10 }))).voices.total
const search = (text: string) => expect.poll(() => found(text), patience)

test('a case that is raised twice is one, and is told with who raised it', async () => {
  const caseId = await raise()
  await raise({ caseId })
  expect(await cases()).toMatchObject([
    { id: caseId, callId, sessionId, callNumber: 1, raisedByName: '王敏', state: 'open', handOverMs: null },
  ])
})

test('without a call, or with one that is not here, it is raised all the same', async () => {
  await raise({ callId: null })
  await raise({ callId: v7() })
  expect(await cases()).toMatchObject([{ callId: null }, { callId: null }])
})

test('a case about a call that could not be begun is of it, and seals it, once it is there; a wrong alarm does not', async () => {
  const [coming, after] = [v7(), v7()]
  const caseId = await raise({ callId: coming })
  await accepted(client.sessions.nextCall({ sessionId, reference: null, callId: coming }))
  await raise({ caseId, callId: coming })
  expect(await cases()).toMatchObject([{ id: caseId, sessionId, callId: coming, callNumber: 2 }])
  const sealed = async () => (await accepted(client.lifeChannel.sealedCalls({ sessionId }))).map((one) => one.callId)
  expect(await sealed()).toEqual([coming])
  const wrong = await raise({ callId: after })
  await act(wrong, { what: 'dismissed' })
  await accepted(client.sessions.nextCall({ sessionId, reference: null, callId: after }))
  await raise({ caseId: wrong, callId: after })
  // It has its call by now, and no other one takes its place.
  await raise({ caseId: wrong, callId: coming })
  expect((await cases()).find(({ id }) => id === wrong)).toMatchObject({ callId: after, state: 'dismissed' })
  expect(await sealed()).toEqual([coming])
})

test('each press has its time; what is taken back is gone, and a press that is sent again is one', async () => {
  const caseId = await raise()
  clock.advance(12_000)
  const actId = v7()
  await act(caseId, { what: 'step', step: 'account' }, actId)
  await act(caseId, { what: 'step', step: 'account' }, actId)
  await act(caseId, { what: 'step', step: 'orders' })
  await act(caseId, { what: 'step_back', step: 'orders' })
  clock.advance(8_000)
  await act(caseId, { what: 'handed_over', to: '12356', name: null })
  await act(caseId, { what: 'handed_over', to: 'contact', name: '李静' })
  const [one] = await cases()
  expect(one).toMatchObject({ state: 'handed_over', handOverMs: 20_000, steps: [{ step: 'account' }] })
  expect(one?.handedOver).toMatchObject([{ to: '12356' }, { to: 'contact', name: '李静' }])
})

test('while the call is heard its notes stay with the seat, and nobody finds them', async () => {
  await aNoteIn(client, callId, 1, '紫檀木匣子')
  await search('紫檀').toBe(1)
  await raise()
  await aNoteIn(client, callId, 2, '紫檀木柜子')
  expect(await notes()).toEqual(['紫檀木匣子', '紫檀木柜子'])
  expect(await accepted(client.sessions.get({ sessionId }))).toMatchObject({ callCount: 0, noteCount: 0 })
  await aNoteIn(client, callId, 3, '紫檀木椅子')
  await search('紫檀').toBe(0)
  const [note] = await accepted(client.notes.ofCall({ callId }))
  const wish = {
    title: '匣子',
    issueTypeId: 'coupon',
    priority: 3,
    department: '市场部',
  } as const
  expect(await client.tickets.open({ ...wish, noteIds: [note?.id ?? ''] })).toMatchObject({
    ok: false,
    code: 'note_not_found',
  })
})

test('what is half done in a sealed call stays in the call, and stands in no list', async () => {
  const words = { kind: 'voice', text: '没说完', caret: 3, offsetMs: 0, issueTypeId: null } as const
  await accepted(client.notes.storeDraft({ draftId: v7(), callId, noteId: null, seenVersion: null, ...words }))
  expect(await accepted(client.notes.halfDone({}))).toHaveLength(1)
  await raise()
  expect(await accepted(client.notes.halfDone({}))).toEqual([])
  expect(await accepted(client.notes.drafts({ callId }))).toHaveLength(1)
})

test('while a sealed call is heard its notes go on as ever: taken back, done again, and shown as typed where a mask was none of theirs', async () => {
  await raise()
  await aNoteIn(client, callId, 1, '打给她的孩子 13812345678')
  expect(await notes()).toEqual(['打给她的孩子 138****5678'])
  const [note] = await accepted(client.notes.ofCall({ callId }))
  await accepted(client.notes.unmask({ noteId: note?.id ?? '', typed: '打给她的孩子 13812345678', at: 7 }))
  expect(await notes()).toEqual(['打给她的孩子 13812345678'])
  await accepted(client.notes.undo({ callId }))
  await accepted(client.notes.undo({ callId }))
  expect(await notes()).toEqual([])
  await accepted(client.notes.redo({ callId }))
  expect(await notes()).toEqual(['打给她的孩子 138****5678'])
})

test('at the end of the call its words are put away, a late note too, and nothing takes them back', async () => {
  await aNoteIn(client, callId, 1, '紫檀木匣子')
  await raise()
  await accepted(client.sessions.endCall({ callId }))
  expect(await notes()).toEqual([])
  await aNoteIn(client, callId, 2, '挂了才想起来')
  expect(await notes()).toEqual([])
  expect(await client.notes.undo({ callId })).toMatchObject({ ok: false, code: 'nothing_to_undo' })
  expect(await accepted(client.lifeChannel.sealedCalls({ sessionId }))).toMatchObject([{ callId }])
})

test('a wrong alarm is counted, and the call is as it was, also when it was put away; that is taken back, too', async () => {
  await aNoteIn(client, callId, 1, '紫檀木匣子')
  await accepted(client.sessions.setReference({ callId, reference: 'CC-7' }))
  const caseId = await raise()
  await accepted(client.sessions.endCall({ callId }))
  await act(caseId, { what: 'dismissed' })
  expect(await notes()).toEqual(['紫檀木匣子'])
  expect((await accepted(client.sessions.calls({ sessionId })))[0]?.reference).toBe('CC-7')
  await search('紫檀').toBe(1)
  expect((await accepted(client.lifeChannel.list({ limit: 1 }))).figures).toMatchObject({ real: 0, wrongAlarms: 1 })
  await act(caseId, { what: 'restored' })
  expect(await notes()).toEqual([])
  await search('紫檀').toBe(0)
})

test('after a wrong alarm nothing that was given back is taken back', async () => {
  const noteId = await aNoteIn(client, callId, 1, '紫檀木匣子')
  const edit = { seenVersion: null, kind: 'voice', issueTypeId: null } as const
  const [one] = await accepted(client.notes.ofCall({ callId }))
  await accepted(client.notes.edit({ ...edit, noteId: one?.id ?? String(noteId), text: '紫檀木柜子' }))
  const caseId = await raise()
  await accepted(client.sessions.endCall({ callId }))
  await act(caseId, { what: 'dismissed' })
  await aNoteIn(client, callId, 2, '后来')
  await accepted(client.notes.undo({ callId }))
  expect(await client.notes.undo({ callId })).toMatchObject({ ok: false, code: 'nothing_to_undo' })
  expect(await notes()).toEqual(['紫檀木柜子'])
})

test('a call that two raised stays sealed until both were wrong', async () => {
  await aNoteIn(client, callId, 1, '紫檀木匣子')
  const [first, second] = [await raise(), await raise()]
  await accepted(client.sessions.endCall({ callId }))
  await act(first, { what: 'dismissed' })
  expect(await notes()).toEqual([])
  expect(
    (await accepted(client.lifeChannel.readSealed({ caseId: second, readingId: v7(), reason: '回访' }))).notes,
  ).toHaveLength(1)
  await act(second, { what: 'dismissed' })
  expect(await notes()).toEqual(['紫檀木匣子'])
})

test('what the crisis team needs is read as it is by a named contact alone, and that they read it is written down', async () => {
  await aNoteIn(client, callId, 1, '他说想走了')
  const caseId = await raise()
  const details = { callback: '13912345678', address: '花园路 9 号 3 单元', remark: '门禁 2580' }
  await accepted(client.lifeChannel.keepDetails({ detailsId: v7(), caseId, at: clock.now(), details }))
  await accepted(client.sessions.endCall({ callId }))
  await accepted(client.lifeChannel.followUp({ caseId, text: '已联系到家人' }))
  const other = await aPerson('李静')
  const contact = { name: '李静', phone: '021-55556666', about: '危机干预组', personId: other.id }
  await accepted(client.lifeChannel.saveContacts({ contacts: [contact], seenVersion: 0 }))
  const read = () => client.lifeChannel.readSealed({ caseId, readingId: v7(), reason: '给 13900001111 回电' })
  expect(await read()).toMatchObject({ ok: false, code: 'not_a_contact' })
  settings.save({ me: other.id })
  expect(await accepted(read())).toMatchObject({
    ...{ details, notes: [{ text: '他说想走了' }], followUps: [{ text: '已联系到家人' }] },
  })
  expect(await accepted(client.lifeChannel.readings({ caseId }))).toMatchObject([
    { byName: '李静', reason: '给 139****1111 回电' },
  ])
})

test('contacts that somebody else saved meanwhile are not overwritten', async () => {
  const contact = { name: '李静', phone: '021-55556666', about: '', personId: null }
  await accepted(client.lifeChannel.saveContacts({ contacts: [contact], seenVersion: 0 }))
  expect(await client.lifeChannel.saveContacts({ contacts: [], seenVersion: 0 })).toMatchObject({
    ...{ ok: false, code: 'stale' },
    detail: { fields: ['contacts'], byName: '王敏' },
  })
  expect(await accepted(client.lifeChannel.contacts({}))).toEqual({ contacts: [contact], version: 1, seesAll: true })
})

test('what became of somebody closes the case, and opens it again', async () => {
  const caseId = await raise()
  await accepted(client.lifeChannel.close({ caseId, outcome: 'safe' }))
  expect(await cases()).toMatchObject([{ state: 'closed', outcome: 'safe' }])
  expect(await accepted(client.lifeChannel.inHand({}))).toEqual([])
  await accepted(client.lifeChannel.close({ caseId, outcome: null }))
  expect(await cases()).toMatchObject([{ state: 'open', outcome: null }])
})

test('a case is in hand with its words after a restart', async () => {
  const evidence = { grade: 'high', kind: 'suicide', words: ['不想活了'], earVersion: '1' } as const
  const caseId = v7()
  const raised = { caseId, callId, origin: 'detected', grade: 'high', evidence, raisedAt: clock.now() } as const
  await accepted(client.lifeChannel.raise(raised))
  await act(caseId, { what: 'step', step: 'phone' })
  await console.close()
  console = await aReadyConsole(folder.path, { clock, settings })
  client = clientOf(console.call)
  expect(await accepted(client.lifeChannel.inHand({}))).toMatchObject([
    { case: { id: caseId, steps: [{ step: 'phone' }] }, heard: [{ at: raised.raisedAt, evidence }], details: null },
  ])
})

test('what is heard later raises the grade of a case and never lowers it, and stands sealed with its time beside what opened it', async () => {
  const child = { grade: 'medium', kind: 'child_in_danger', words: ['孩子一个人在家'], earVersion: '1' } as const
  const death = { grade: 'high', kind: 'suicide', words: ['我不想活了'], earVersion: '1' } as const
  const goodbye = { grade: 'low', kind: 'farewell', words: ['谢谢你们'], earVersion: '1' } as const
  const caseId = v7()
  const [raisedAt, actId] = [clock.now(), v7()]
  const raised = { caseId, callId, origin: 'detected', grade: 'medium', evidence: child, raisedAt } as const
  await accepted(client.lifeChannel.raise(raised))
  clock.advance(60_000)
  const heardAt = clock.now()
  await act(caseId, { what: 'heard', evidence: death }, actId)
  await act(caseId, { what: 'heard', evidence: death }, actId)
  clock.advance(60_000)
  await act(caseId, { what: 'heard', evidence: goodbye })
  const heard = [
    { at: raisedAt, evidence: child },
    { at: heardAt, evidence: death },
    { at: clock.now(), evidence: goodbye },
  ]
  expect(await cases()).toMatchObject([
    { id: caseId, grade: 'high', heard: heard.slice(1).map(({ at, evidence: { grade } }) => ({ at, grade })) },
  ])
  expect(JSON.stringify(await cases())).not.toContain('不想活')
  expect(await accepted(client.lifeChannel.inHand({}))).toMatchObject([{ case: { grade: 'high' }, heard }])
  const reading = { caseId, readingId: v7(), reason: '回访' }
  expect((await accepted(client.lifeChannel.readSealed(reading))).heard).toEqual(heard)
})

test('a drill is due once a month, has its own history, and is counted among no cases', async () => {
  const due = () => accepted(client.lifeDrills.due({}))
  expect(await due()).toEqual({ isDue: true, lastAt: null, othersDue: 0, others: [] })
  const { id, name } = await aPerson('赵磊')
  expect(await due()).toMatchObject({ othersDue: 1, others: [{ id, name, department: '' }] })
  await accepted(
    client.lifeDrills.record({ drillId: v7(), scriptId: 'night-call', doneAt: clock.now(), handOverMs: 41_000 }),
  )
  expect((await due()).isDue).toBe(false)
  expect(await accepted(client.lifeDrills.history({}))).toMatchObject([{ personName: '王敏', handOverMs: 41_000 }])
  const { total, figures } = await accepted(client.lifeChannel.list({ limit: 10 }))
  expect({ total, ...figures }).toEqual({ total: 0, real: 0, wrongAlarms: 0, medianHandOverMs: null })
  clock.advance(30 * 86_400_000)
  expect((await due()).isDue).toBe(true)
})

test('a hub that says nothing of what was heard, or of who is away, answers a newer desk all the same', () => {
  const newer = [LifeCase.shape.heard, SealedWords.shape.heard, DrawWish.shape.awayIds]
  expect(newer.map((said) => said.safeParse(undefined).success)).toEqual([true, true, true])
})
