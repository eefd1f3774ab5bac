import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenConsole } from '../../../electron/compose.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import { namesAgent } from '../../../shared/text/pseudonyms.ts'
import { accepted, aFolder, aReadyConsole, clientOf } from '../../builders/console.ts'
import { everything } from '../../builders/exports.ts'
import { aClock, someSettings } from '../../builders/parts.ts'

let folder: ReturnType<typeof aFolder>
let console: OpenConsole
let client: Client
let sessionId: string
let me: string
const said: string[] = []
const log = {
  info: (line: string) => said.push(line),
  warn: (line: string) => said.push(line),
  error: (...words: unknown[]) => said.push(words.join(' ')),
}
let clock: ReturnType<typeof aClock>
let settings: ReturnType<typeof someSettings>
beforeEach(async () => {
  clock = aClock()
  settings = someSettings()
  folder = aFolder()
  console = await aReadyConsole(join(folder.path, 'data'), { clock, settings, log })
  client = clientOf(console.call)
  me = await aPerson('王敏')
  settings.save({ me })
  sessionId = await aSession()
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

const aPerson = async (name: string) =>
  (await accepted(client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null }))).id
const aSession = async (listenerId = me) =>
  (await accepted(client.sessions.start({ bookingId: null, listenerId, purpose: 'listen' }))).id
const aCall = async () => (await accepted(client.sessions.nextCall({ sessionId, reference: null }))).id
const name = (callId: string, typed: string) => accepted(client.agents.name({ callId, typed }))
const placeOf = async (typed: string) => (await name(await aCall(), typed)).place
const aNote = (callId: string, kind: 'voice' | 'praise' | 'view', text: string) =>
  accepted(client.notes.add({ noteId: v7(), callId, kind, text, offsetMs: 1_000, issueTypeId: null }))
const kinds = async () => (await accepted(client.notes.ofSession({ sessionId }))).map(({ kind }) => kind)

test('the same agent has one pseudonym on a day, however it is typed, and another one on the next', async () => {
  const place = await placeOf('JD-10086')
  expect(place).not.toBeNull()
  expect(await placeOf(' 工号 jd10086')).toBe(place)
  expect(await placeOf('ＪＤ１００８６')).toBe(place)
  expect(await placeOf('JD-10087')).not.toBe(place)
  clock.advance(86_400_000)
  expect(await placeOf('JD-10086')).not.toBe(place)
})

test('two agents of one day never share a pseudonym, though there are more of them than asked for different ones', async () => {
  const places = []
  for (let agent = 0; agent < 150; agent += 1) places.push(await placeOf(`agent ${agent}`))
  expect(new Set(places).size).toBe(150)
})

test('what was typed lies nowhere: in no table, no file and no line of the log', async () => {
  const callId = await aCall()
  await name(callId, 'ZQ-7742190355168')
  await name(callId, '欧阳紫檀')
  await name(callId, '欧阳紫檀')
  await accepted(client.agents.takeBack({ callId }))
  await accepted(
    client.notes.storeDraft({
      draftId: v7(),
      callId,
      noteId: null,
      kind: 'voice',
      text: '半句',
      caret: 0,
      offsetMs: 5,
      issueTypeId: null,
    }),
  )
  await aNote(callId, 'praise', '很耐心')
  await accepted(
    client.exports
      .preview({ selection: everything, scope: '全部', language: 'zh', formats: ['csv'] })
      .then(() => ({ ok: true as const, value: {} })),
  )
  await accepted(client.workspace.backUpNow({}))
  // What was written last may lie in the log of the database alone, and after the end in the database.
  for (const end of [async () => {}, console.close]) {
    await end()
    const files = allFiles(folder.path)
    expect(files.length).toBeGreaterThan(3)
    const holding = (word: string) => files.filter((path) => readFileSync(path).includes(word))
    for (const word of ['ZQ-7742190355168', 'zq7742190355168', '7742190355168', '欧阳紫檀', '紫檀'])
      expect(holding(word)).toEqual([])
    // The looking itself finds what does lie there.
    expect(holding('很耐心').length).toBeGreaterThan(0)
  }
  expect(said.join('\n')).not.toMatch(/7742190355168|紫檀/)
})

test('the secret of a day is thrown away after a week; then nobody can be named any more', async () => {
  const callId = await aCall()
  await name(callId, '1001')
  clock.advance(7 * 86_400_000)
  await name(callId, '1002')
  clock.advance(86_400_000)
  expect(await client.agents.name({ callId, typed: '1003' })).toMatchObject({ ok: false, code: 'day_over' })
  await name(await aCall(), '1001')
  await console.close()
  console = await aReadyConsole(join(folder.path, 'data'), { clock, settings, log })
  client = clientOf(console.call)
  expect(await client.agents.name({ callId, typed: '1003' })).toMatchObject({ ok: false, code: 'day_over' })
})

test('the last change is taken back and done again; an empty name is refused', async () => {
  const callId = await aCall()
  expect(await client.agents.takeBack({ callId })).toMatchObject({ ok: false, code: 'nothing_to_undo' })
  const first = await name(callId, '1001')
  const second = await name(callId, '1002')
  expect(await accepted(client.agents.takeBack({ callId }))).toMatchObject({ place: first.place, isNamed: true })
  expect(await accepted(client.agents.takeBack({ callId }))).toMatchObject({ place: second.place })
  for (const typed of [' · ', '工号：', ''])
    expect(await client.agents.name({ callId, typed })).toMatchObject({ ok: false, code: 'empty' })
  expect(await client.agents.name({ callId: v7(), typed: '1' })).toMatchObject({ ok: false, code: 'call_not_found' })
})

test('who the agent was is told to whoever heard the call, and to nobody else', async () => {
  const callId = await aCall()
  await name(callId, '1001')
  expect(await accepted(client.agents.ofCall({ callId }))).toMatchObject({ isNamed: true })
  await accepted(client.sessions.end({ sessionId }))
  expect(await accepted(client.agents.ofCall({ callId }))).toMatchObject({ isNamed: true })
  settings.save({ me: await aPerson('陈思远') })
  expect(await accepted(client.agents.ofCall({ callId }))).toBeNull()
  expect(await client.agents.name({ callId, typed: '1' })).toMatchObject({ ok: false, code: 'not_yours' })
  expect(await client.agents.takeBack({ callId })).toMatchObject({ ok: false, code: 'not_yours' })
})

test('praise in a session of four agents is told to whoever heard it alone; of five, to all', async () => {
  for (const agent of ['1', '2', '3', '4']) await name(await aCall(), agent)
  const callId = await aCall()
  await aNote(callId, 'praise', '很耐心')
  await aNote(callId, 'voice', '谢谢你')
  expect(await kinds()).toEqual(['praise', 'voice'])
  await accepted(client.sessions.end({ sessionId }))
  settings.save({ me: await aPerson('陈思远') })
  expect(await kinds()).toEqual(['voice'])
  expect((await accepted(client.notes.ofCall({ callId }))).map(({ kind }) => kind)).toEqual(['voice'])
  expect(await accepted(client.agents.ofSession({ sessionId }))).toEqual({ isPraiseTold: false })
  settings.save({ me })
  await name(callId, '5')
  settings.save({ me: await aPerson('李强') })
  expect(await kinds()).toEqual(['praise', 'voice'])
  expect(await accepted(client.agents.ofSession({ sessionId }))).toEqual({ isPraiseTold: true })
})

test('praise is in no ticket, no file and no finding', async () => {
  const callId = await aCall()
  const notes = [await aNote(callId, 'voice', '退款三天没到'), await aNote(callId, 'praise', '蔚蓝鲸鱼很耐心')]
  const noteIds = notes.map(({ id }) => id)
  const wish = { title: '退款慢', issueTypeId: 'coupon', priority: 3, department: '财务部' } as const
  const ticket = await accepted(client.tickets.open({ ...wish, noteIds }))
  expect(ticket.quoteCount).toBe(1)
  const told = await accepted(client.tickets.get({ ticketId: ticket.id }))
  expect(told.quotes.map(({ kind }) => kind)).toEqual(['voice'])
  const file = await accepted(
    client.exports.preview({ selection: everything, scope: '全部', language: 'zh', formats: ['csv'] }),
  )
  expect(JSON.stringify(file)).not.toContain('鲸鱼')
  expect(JSON.stringify(file)).toContain('三天')
  const found = await accepted(client.search.everywhere({ text: '鲸鱼', limit: 10 }))
  expect(Object.values(found).filter((group) => typeof group === 'object' && group.total > 0)).toEqual([])
})

test('an agent is no filter, no search word and no choice of an export: the answer is why not', async () => {
  const text = '坐席·青松'
  const filter = { text }
  const refused = { ok: false, code: 'names_agent' }
  const tries = [
    client.search.everywhere({ text, limit: 10 }),
    client.search.everywhere({ text: 'agent amber cedar', limit: 10 }),
    client.sessions.list({ listener: text, limit: 10 }),
    client.tickets.list({ filter, sort: 'newest', limit: 10, offset: 0 }),
    client.exports.find({ text, limit: 10 }),
    client.exports.preview({ selection: { by: 'filter', filter }, scope: '全部', language: 'zh', formats: ['csv'] }),
    client.exports.start({
      selection: { by: 'filter', filter },
      scope: '全部',
      language: 'zh',
      formats: ['csv'],
      folder: folder.path,
    }),
  ]
  for (const answer of await Promise.all(tries)) expect(answer).toMatchObject(refused)
  expect(namesAgent(text)).toBe(true)
})

function allFiles(path: string): string[] {
  return readdirSync(path).flatMap((each) => {
    const inside = join(path, each)
    return statSync(inside).isDirectory() ? allFiles(inside) : [inside]
  })
}
