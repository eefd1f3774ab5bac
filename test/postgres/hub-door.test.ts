import { Client } from 'pg'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { notesService } from '../../electron/services/listening/notes.ts'
import { sessionsService } from '../../electron/services/listening/sessions.ts'
import { makeStopwatch } from '../../electron/services/listening/stopwatch.ts'
import { rows, write } from '../../electron/storage/engine/query.ts'
import { sqliteEngine } from '../../electron/storage/engine/sqlite.ts'
import { Changes } from '../../electron/team/wire.ts'
import type { Role } from '../../shared/contract/who.ts'
import { changesSince } from '../builders/all-ended.ts'
import { aHub, aRawDesk, join, type RawDesk, type RunningHub } from '../builders/hub.ts'
import { cloudCard } from '../builders/kept-terms.ts'
import { someoneListening } from '../builders/listening.ts'
import { accepted } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { nobody, shanghai } from '../builders/seats.ts'

/** Two hubs on one database. */
let room: Awaited<ReturnType<typeof someoneListening>>
let hubs: RunningHub[]
const desks: RawDesk[] = []
const aHubHere = () => aHub(room.url, { clock: room.clock })
beforeEach(async () => {
  room = await someoneListening()
  hubs = [await aHubHere(), await aHubHere()]
})
afterEach(async () => {
  for (const desk of desks.splice(0)) desk.close()
  await Promise.all(hubs.map((hub) => hub.close()))
  await room.close()
})

async function aDesk(role: Role, turn = 0) {
  const at = hubs[turn]
  if (at === undefined) throw new Error('no hub')
  const joined = await at.joined({ role }, `新人${desks.length}`)
  return { ...joined, ...(await connected(joined.token, turn)) }
}
async function connected(token: string, turn = 0, contract?: number) {
  const desk = await aRawDesk(hubs[turn]?.host ?? '', token, contract)
  desks.push(desk)
  return desk
}
/** A place for whoever sits at the desk. */
const wish = ({ welcome }: RawDesk) => ({
  ...{ seatId: room.seat(1), personId: welcome.me.personId, companionId: null, purpose: 'listen' },
  ...{ startsAt: shanghai('14:00'), endsAt: shanghai('15:00') },
})

test('a desk is greeted by name and role, and asks what its role may', async () => {
  const desk = await aDesk('listener')
  expect(desk.welcome).toMatchObject({ generation: 1, me: { name: '新人0', role: 'listener' }, at: room.clock.now() })
  expect(await desk.ask('people.list', {})).toMatchObject({ ok: true })
  expect(await desk.ask('bookings.reserve', wish(desk))).toMatchObject({ ok: true, value: { personName: '新人0' } })
  const rename = { name: '李强', department: '', role: 'listener', employeeNumber: null, email: null }
  expect(await desk.ask('people.add', rename)).toMatchObject({
    code: 'not_allowed',
    detail: { needs: ['coordinator'] },
  })
  for (const call of ['settings.get', 'notes.halfDone', 'sessions.start', 'nothing.at', '__proto__.x', 'team.status'])
    expect(await desk.ask(call, {})).toMatchObject({ code: 'unknown_call' })
})

test('a desk whose person was entered twice goes on as the record that was kept, and as itself when they are two again', async () => {
  const coordinator = await aDesk('coordinator')
  const desk = await aDesk('listener')
  const keptId = await room.aPerson('陈思远', { role: 'note_taker' })
  const pair = { keptId, goneId: desk.welcome.me.personId, seenVersion: null, goneSeenVersion: null, giveUp: null }
  const merged = (await coordinator.ask('merges.merge', pair)) as { ok: true; value: { id: string } }
  expect(merged).toMatchObject({ ok: true })
  expect(await desk.ask('merges.list', {})).toMatchObject({ code: 'not_allowed' })
  // The connection that is open, and a new one.
  expect(await desk.ask('bookings.reserve', { ...wish(desk), personId: keptId })).toMatchObject({
    ...{ ok: true, value: { personId: keptId, bookedById: keptId } },
  })
  expect((await connected(desk.token)).welcome.me).toMatchObject({ personId: keptId, role: 'note_taker' })
  await coordinator.ask('merges.takeApart', { mergeId: merged.value.id })
  expect((await connected(desk.token)).welcome.me).toMatchObject({
    personId: desk.welcome.me.personId,
    role: 'listener',
  })
})

test('a command is done once, at whichever hub it is repeated; its id is no other desk’s, and one without an id is not done', async () => {
  const [east, west] = [await aDesk('listener'), await aDesk('listener', 1)]
  const id = v7()
  const first = await east.ask('bookings.reserve', wish(east), id)
  expect(first).toMatchObject({ ok: true })
  const again = await connected(east.token, 1)
  expect(await again.ask('bookings.reserve', wish(east), id)).toEqual(first)
  const unfit = { code: 'bad_input', detail: { issues: [{ path: 'command' }] } }
  expect(await west.ask('bookings.reserve', wish(east), id)).toMatchObject(unfit)
  expect(await west.say({ call: 'bookings.reserve', input: wish(west) })).toMatchObject(unfit)
  const board = await accepted(room.bookings.board({ from: '2026-09-18', to: '2026-09-18' }, nobody))
  expect(board).toHaveLength(1)
})

test('that somebody was shown what is theirs is kept at once, by the same words any number of times, and remembered by no hub', async () => {
  const [secretary, boss] = [await aDesk('coordinator'), await aDesk('listener')]
  const answer = await secretary.ask('bookings.reserve', { ...wish(boss) })
  const own = [{ kind: 'details', ofId: (answer as { value: { id: string } }).value.id }]
  expect(await boss.ask('ownNews.unseen', {})).toEqual({ ok: true, value: own })
  const remembered = () => room.engine.read(() => rows<{ call: string }>('SELECT call FROM hub_command', []))
  const before = await remembered()
  for (let times = 0; times < 2; times += 1)
    expect(await boss.ask('ownNews.shown', { own })).toMatchObject({ ok: true })
  expect(await boss.ask('ownNews.unseen', {})).toEqual({ ok: true, value: [] })
  expect(await remembered()).toEqual(before)
})

test('a command whose commit is done and never answered is asked about, and answered as it was done', async () => {
  const desk = await aDesk('listener')
  const losing = loseOneAnswerToACommand()
  try {
    expect(await desk.ask('bookings.reserve', wish(desk), v7())).toMatchObject({ ok: true })
    expect(losing.isLost()).toBe(true)
  } finally {
    losing.stop()
  }
  const board = await accepted(room.bookings.board({ from: '2026-09-18', to: '2026-09-18' }, nobody))
  expect(board).toHaveLength(1)
})

/** The connection on which a command is committed ends before its answer is read. */
function loseOneAnswerToACommand() {
  type Asked = string | { text: string }
  const prototype = Client.prototype as unknown as { query(asked: Asked): Promise<unknown> }
  const plain = prototype.query
  const finishing = new Set<Client>()
  let isLost = false
  const spy = vi.spyOn(prototype, 'query').mockImplementation(function (this: Client, asked) {
    const text = typeof asked === 'string' ? asked : asked.text
    if (text.includes('UPDATE hub_command')) finishing.add(this)
    const answer = plain.call(this as never, asked)
    if (text !== 'COMMIT' || !finishing.has(this) || isLost) return answer
    isLost = true
    return answer.then(() => {
      throw new Error('Connection terminated unexpectedly')
    })
  })
  return { isLost: () => isLost, stop: () => spy.mockRestore() }
}

test('of a list of people the hub keeps who is on it, and no word of rows that are left out', async () => {
  const desk = await aDesk('coordinator')
  const input = { base64: Buffer.from('姓名,工号,部门\n赵云,E1,客服部\n,13800138000,家住桃园路').toString('base64') }
  const stored = () => room.engine.read(() => rows('SELECT call, answer_json AS answer FROM hub_command'))
  expect(await desk.ask('people.readList', input)).toMatchObject({
    ...{ ok: true, value: { bad: [{ row: 3, text: expect.stringContaining('家住桃园路') }] } },
  })
  expect(await stored()).toEqual([])
  expect(await desk.ask('people.keepList', input)).toMatchObject({ ok: true, value: { count: 1 } })
  expect(await stored()).toMatchObject([{ call: 'people.keepList' }])
  expect(JSON.stringify(await stored())).not.toMatch(/13800138000|桃园路/)
})

test('what was read of a sealed case lies in no answer that the hub keeps, and is answered again all the same', async () => {
  const desk = await aDesk('coordinator')
  const [caseId, readingId] = [v7(), v7()]
  const said = JSON.stringify({ callback: '13912345678', address: '花园路 9 号', remark: '' })
  const lay = (sql: string, values: string[]) => room.engine.transact(() => write(sql, [...values, room.clock.now()]))
  await lay(`INSERT INTO life_case (id, origin, raised_at) VALUES (?, 'key', ?)`, [caseId])
  const into = `INSERT INTO life_sealed (what, is_encrypted, id, case_id, payload, at) VALUES ('details', 0, ?, ?, ?, ?)`
  await lay(into, [v7(), caseId, said])
  const command = v7()
  const read = () => desk.ask('lifeChannel.readSealed', { caseId, readingId, reason: '回电' }, command)
  expect(await read()).toMatchObject({ ok: true, value: { details: { callback: '13912345678' } } })
  expect(await read()).toMatchObject({ ok: true, value: { details: { address: '花园路 9 号' } } })
  expect(await desk.ask('lifeChannel.readings', { caseId })).toMatchObject({ value: [{ reason: '回电' }] })
  expect(await room.engine.read(() => rows('SELECT call FROM hub_command'))).toEqual([])
})

test('what is heard at a desk is changed there alone until all of it is up; then here as well', async () => {
  const desk = await aDesk('note_taker')
  const { id: noteId } = await room.aNote('上周买的今天降价了')
  const { id: sessionId } = room.session
  const changes = {
    'sessions.end': { sessionId },
    'sessions.setReference': { callId: room.call.id, reference: 'A-1' },
    'notes.add': room.noteWish('再来一句'),
    'notes.remove': { noteId, seenVersion: null },
    'notes.undo': { callId: room.call.id },
    'conversations.detach': { callId: room.call.id },
  }
  const outcomes = async () => {
    const answers: unknown[] = []
    for (const [call, input] of Object.entries(changes)) answers.push(await desk.ask(call, input))
    return answers
  }
  const refused = { ok: false, code: 'still_listening', detail: { listenerName: '王敏' } }
  expect(await outcomes()).toEqual(Object.keys(changes).map(() => refused))
  expect(await desk.ask('notes.ofCall', { callId: room.call.id })).toMatchObject({ value: [{ id: noteId }] })

  const { deskId } = desk.welcome
  await room.engine.transact(() => write('UPDATE session SET desk_id = ?, ended_at = ?', [deskId, room.clock.now()]))
  expect(await outcomes()).toEqual(Object.keys(changes).map(() => refused))
  await room.engine.transact(() => write('UPDATE session SET handed_over_at = ?', [room.clock.now()]))
  expect(await outcomes()).toEqual(Object.keys(changes).map(() => expect.objectContaining({ ok: true })))
  expect(await desk.ask('notes.ofCall', { callId: v7() })).toMatchObject({ ok: true, value: [] })
})

test('who asks is looked at each time: a role that changed, a token taken back, a person taken off the list, a newer connection', async () => {
  const [desk, boss] = [await aDesk('listener'), await aDesk('coordinator', 1)]
  const wang = { name: '李强', department: '客服部', role: 'listener', employeeNumber: null, email: null }
  expect(await desk.ask('people.add', wang)).toMatchObject({ code: 'not_allowed' })
  const { personId } = desk.welcome.me
  const edited = { personId, seenVersion: null, wish: { ...wang, name: '新人', role: 'coordinator' } }
  expect(await boss.ask('people.edit', edited)).toMatchObject({ ok: true })
  expect(await desk.ask('people.add', wang)).toMatchObject({ ok: true })

  const newer = await connected(desk.token)
  expect(await desk.closed).toBe('4409 superseded')
  expect(await boss.ask('desks.revoke', { deskId: desk.welcome.deskId })).toMatchObject({ ok: true })
  await expect(newer.ask('people.list', {})).rejects.toThrow('closed: 4401 token')
  await expect(connected(desk.token, 1)).rejects.toThrow('refused: 401')

  const another = await aDesk('listener')
  const gone = { personId: another.welcome.me.personId, seenVersion: null }
  expect(await boss.ask('people.remove', gone)).toMatchObject({ ok: true })
  await expect(another.ask('people.list', {})).rejects.toThrow('closed: 4403 personRemoved')
  await expect(connected(another.token)).rejects.toThrow('refused: 403')
  for (const token of [null, 'x'.repeat(43), 'a b'])
    await expect(connected(token as string), String(token)).rejects.toThrow('refused: 401')
})

test('a desk one version apart may tell what it heard and not ask; one further apart is not greeted', async () => {
  const { token } = await aDesk('listener')
  const older = await connected(token, 0, 0)
  const versions = [older, await connected(token, 1, 2)].map((desk) => desk.ask('people.list', {}))
  await expect(versions[0]).rejects.toThrow('superseded')
  expect(await versions[1]).toMatchObject({ code: 'other_version', detail: { isDeskOlder: false } })
  await expect(connected(token, 0, 3)).rejects.toThrow('closed: 4426 otherVersion')
})

test('a code lets one desk in; who guesses is stopped; nothing else is told', async () => {
  const [east] = hubs
  if (east === undefined) return
  const { code } = await east.house.makeCode({ role: 'listener' })
  const wishOf = (given: string, name?: string) => ({ code: given, name, deskName: '东侧一号', appVersion: '0.0.0' })
  const tried = async (body: unknown) => {
    const answer = await join(east.host, body)
    return [answer.status, ((await answer.json().catch(() => ({}))) as { code?: string }).code]
  }
  expect(await tried(wishOf(code))).toEqual([403, 'name_needed'])
  expect(await tried({ ...wishOf(code, '王芳'), contract: 9 })).toEqual([403, 'other_version'])
  expect(await tried(wishOf(code, '王芳'))).toEqual([200, undefined])
  expect(await tried(wishOf(code, '王芳'))).toEqual([403, 'code_used'])
  for (const unfit of [null, {}, { ...wishOf(code), deskName: 'x'.repeat(20_000) }])
    expect(await tried(unfit)).toEqual([400, undefined])
  for (let guess = 0; guess < 18; guess += 1) await tried(wishOf(`0000-0000-${1000 + guess}`))
  expect(await tried(wishOf('0000'))).toEqual([429, 'too_many_tries'])

  const asked = (path: string, method = 'GET') => fetch(`http://${east.host}${path}`, { method })
  expect(await (await asked('/healthz')).json()).toEqual({ version: '0.0.0', database: 'here' })
  const others = await Promise.all([asked('/'), asked('/desk'), asked('/join'), asked('/healthz', 'POST')])
  expect(await Promise.all(others.map(async (answer) => [answer.status, await answer.text()]))).toEqual(
    Array(4).fill([404, '{}']),
  )
})

test('coordinators see who belongs here, and let somebody in', async () => {
  const boss = await aDesk('coordinator')
  const list = await boss.ask('desks.list', {})
  expect(list).toMatchObject({ value: [{ name: '东侧一号', personName: '新人0', seenAt: room.clock.now() }] })
  const made = await boss.ask('desks.makeCode', { whom: { personId: room.listener } })
  const { code } = (made as { value: { code: string } }).value
  const answer = await join(hubs[1]?.host ?? '', { code, deskName: '西侧', appVersion: '0.0.0' })
  expect(await answer.json()).toMatchObject({ me: { name: '王敏', role: 'listener' } })
  expect(await boss.ask('desks.makeCode', { whom: { personId: v7() } })).toMatchObject({ code: 'person_not_found' })
  expect(await boss.ask('desks.revoke', { deskId: v7() })).toMatchObject({ code: 'not_found' })
})

test('what is done at one hub is told to the desks of all; who does not count any more is cut off without asking', async () => {
  const [desk, boss] = [await aDesk('listener'), await aDesk('coordinator', 1)]
  const heard = () => new Set(desk.events.flatMap((event) => (event.kind === 'changed' ? event.topics : [])))
  expect(await boss.ask('bookings.reserve', wish(boss))).toMatchObject({ ok: true })
  await expect.poll(heard, patience).toContain('bookings')
  expect(await boss.ask('desks.revoke', { deskId: desk.welcome.deskId })).toMatchObject({ ok: true })
  expect(await desk.closed).toBe('4401 token')
  const another = await aDesk('listener')
  const gone = { personId: another.welcome.me.personId, seenVersion: null }
  expect(await boss.ask('people.remove', gone)).toMatchObject({ ok: true })
  expect(await another.closed).toBe('4403 personRemoved')
})

test('a desk reads what its copies lack, from where it stopped', async () => {
  const desk = await aDesk('listener')
  const all = await changesSince(room.engine, desk, null)
  expect(all).toMatchObject({ isAnew: true, hasMore: false })
  expect(new Set(all.rows.map(({ table }) => table))).toEqual(
    new Set(['person', 'room', 'seat', 'issue_type', 'agent_key']),
  )
  expect(Changes.safeParse(all).success).toBe(true)
  expect(await desk.ask('bookings.reserve', wish(desk))).toMatchObject({ ok: true })
  const rows = async () => (await changesSince(room.engine, desk, all.cursor)).rows.map(({ table }) => table)
  await expect.poll(rows, patience).toEqual(['booking'])
})

test('terms of the house are told to the desks of all hubs, and copied', async () => {
  const [desk, boss] = [await aDesk('note_taker'), await aDesk('coordinator', 1)]
  const { cursor } = await changesSince(room.engine, desk, null)
  expect(await desk.ask('jargon.save', { terms: [], seenVersion: null })).toMatchObject({ code: 'not_allowed' })
  expect(await boss.ask('jargon.save', { terms: [cloudCard], seenVersion: 0 })).toMatchObject({ value: { version: 1 } })
  const stale = { fields: ['jargonTerms'], byName: boss.welcome.me.name, version: 1 }
  expect(await boss.ask('jargon.save', { terms: [], seenVersion: 0 })).toMatchObject({ code: 'stale', detail: stale })
  const told = () => desk.events.flatMap((event) => (event.kind === 'changed' ? event.topics : []))
  await expect.poll(told, patience).toContain('silverHair')
  const { rows: changed } = await changesSince(room.engine, desk, cursor)
  expect(changed).toEqual([
    { table: 'jargon_terms', row: { only_row: 1, terms_json: JSON.stringify([cloudCard]), version: 1 } },
  ])
  expect(await desk.ask('jargon.list', {})).toMatchObject({ value: { terms: [cloudCard] } })
})

/** A session with a note as a desk of its own heard it, row by row. */
async function anHour() {
  const parts = { ...room.parts, engine: sqliteEngine(room.db) }
  const stopwatch = makeStopwatch(parts)
  const [sessions, notes] = [sessionsService(parts, stopwatch), notesService(parts, stopwatch)]
  const begun = { bookingId: null, listenerId: null, purpose: 'listen' } as const
  const { id: sessionId } = await accepted(sessions.start(begun, nobody))
  const { id: callId } = await accepted(sessions.nextCall({ sessionId, reference: null }, nobody))
  const note = await accepted(notes.add({ ...room.noteWish('没人管我'), callId }, nobody))
  await accepted(sessions.end({ sessionId }, nobody))
  const rowsOf = (table: string) => room.db.prepare(`SELECT * FROM ${table}`).all()
  const tables = ['session', 'call', 'note', 'note_event']
  const entries = tables.flatMap((table) => rowsOf(table).map((row) => ({ table, row })))
  return { sessionId, callId, note, entries }
}

test('what a desk heard is everybody’s as soon as it is up, and theirs to change once it is handed over', async () => {
  const [desk, other] = [await aDesk('listener'), await aDesk('note_taker', 1)]
  const { sessionId, callId, note, entries } = await anHour()
  const upload = (by: RawDesk, more: object[], generation = 1) => by.say({ rows: { generation, entries: more } })
  expect(await upload(desk, entries)).toMatchObject({ ok: true })
  expect(await upload(other, entries.slice(0, 1))).toEqual({ ok: false, code: 'not_yours', at: 0 })
  const told = () => other.events.flatMap((event) => (event.kind === 'changed' ? event.topics : []))
  await expect.poll(told, patience).toContain('notes')
  expect(await other.ask('notes.ofCall', { callId })).toMatchObject({ value: [{ text: '没人管我' }] })
  expect(await other.ask('search.everywhere', { text: '没人管', limit: 5 })).toMatchObject({ ok: true })
  expect(await other.ask('exports.list', { limit: 5 })).toMatchObject({ ok: true, value: [] })
  const words = { noteId: note.id, kind: 'voice', text: '没有人管我', issueTypeId: null, seenVersion: null }
  expect(await other.ask('notes.edit', words)).toMatchObject({ code: 'still_listening' })
  expect(await upload(desk, [{ table: 'session', handedOver: sessionId }])).toMatchObject({ ok: true })
  expect(await other.ask('notes.edit', words)).toMatchObject({ ok: true, value: { text: '没有人管我' } })
  expect(await upload(desk, entries, 2)).toMatchObject({ code: 'superseded' })
})
