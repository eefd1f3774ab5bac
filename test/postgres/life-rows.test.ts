import { afterEach, beforeEach, expect, test } from 'vitest'
import { conversationsService } from '../../electron/services/listening/conversations.ts'
import { meetingsService } from '../../electron/services/meetings/meetings.ts'
import { rows, write } from '../../electron/storage/engine/query.ts'
import { greetDesk, insertDesk } from '../../electron/storage/hub/desks.ts'
import { layDown } from '../../electron/storage/hub/uploaded-rows.ts'
import { casesOfCall } from '../../electron/storage/life-channel/cases.ts'
import { attachConversation } from '../../electron/storage/listening/conversations.ts'
import { countNotes, findNotes } from '../../electron/storage/search/found-notes.ts'
import { takeFromNoteQueue } from '../../electron/storage/search/note-queue.ts'
import type { Row, UploadedRow } from '../../electron/team/wire.ts'
import { searchQuestion } from '../../shared/text/search-characters.ts'
import { notesOf, sessionsOf } from '../builders/heard.ts'
import { accepted } from '../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../builders/seats.ts'
import { aToldHour, at, caseRow, entry, noteRow, put, sealedRow, sealRow } from '../builders/told-cases.ts'

/** A hub with two desks; what they send is made by hand, as whoever has a token may make it. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
const people: Record<string, string> = {}
beforeEach(async () => {
  house = await anOpenRoom()
  for (const id of ['east', 'west']) {
    const personId = await house.aPerson(id)
    people[id] = personId
    await house.engine.transact(() => insertDesk({ id, personId, name: id, tokenHash: id, madeAt: at }))
    await house.engine.transact(() => greetDesk(id, at))
  }
})
afterEach(() => house.close())

const send = (entries: readonly UploadedRow[], deskId = 'east') =>
  house.engine.transact(() => layDown({ deskId, generation: 1, entries, at, newId: house.clock.newId }))
const newId = () => house.clock.newId()
const found = (sql: string) => house.engine.read(() => rows<Row>(sql))

const eventRow = (caseId: string, change: Row = {}): UploadedRow =>
  entry('life_event', {
    id: newId(),
    case_id: caseId,
    at,
    actor_id: null,
    what: 'dismissed',
    which: null,
    remark: null,
    ...change,
  })
/** An hour that is over, with a note in its call. */
async function heardAt(deskId: string) {
  const { entries, ...hour } = aToldHour(newId)
  expect(await send(entries, deskId)).toEqual({ ok: true })
  return hour
}

test('a desk seals, opens and tells of what was heard at it alone', async () => {
  const { sessionId, callId } = await heardAt('east')
  const own = await heardAt('west')
  const [caseId, sealedId, westCase, aloneId] = [newId(), newId(), newId(), newId()]
  const raised = caseRow(caseId, { session_id: sessionId, call_id: callId })
  const alone = caseRow(aloneId, { raised_by: people.east ?? null })
  expect(await send([raised, alone, sealedRow(sealedId, caseId, put), sealRow(callId, caseId)])).toEqual({
    ok: true,
  })
  expect(await send([caseRow(westCase, { session_id: own.sessionId, call_id: own.callId })], 'west')).toEqual({
    ok: true,
  })
  const before = await found('SELECT * FROM life_sealed')
  const refused: UploadedRow[] = [
    ...[{ table: 'life_sealed', gone: sealedId } as const, { table: 'sealed_call', gone: callId } as const],
    ...[raised, alone, eventRow(caseId), eventRow(aloneId), sealedRow(newId(), caseId, put)],
    ...[sealRow(callId, westCase), sealRow(own.callId, caseId), caseRow(newId(), { session_id: sessionId })],
    caseRow(newId(), { call_id: callId, session_id: own.sessionId }),
  ]
  for (const one of refused)
    expect([one, await send([one], 'west')]).toEqual([one, { ok: false, code: 'not_yours', at: 0 }])
  const read = eventRow(caseId, { what: 'read', remark: '好奇' })
  expect(await send([read])).toEqual({ ok: false, code: 'refused', at: 0 })
  expect(await found('SELECT * FROM life_sealed')).toEqual(before)
  expect(await found('SELECT call_id FROM sealed_call')).toEqual([{ call_id: callId }])
  expect(await found('SELECT * FROM life_event')).toEqual([])
  expect(await send([eventRow(caseId), eventRow(aloneId), { table: 'sealed_call', gone: callId }])).toEqual({
    ok: true,
  })
  expect(await found('SELECT call_id FROM sealed_call')).toEqual([])
})

test('answers to commands that may quote a call go as it is sealed, but for those that may be asked for again', async () => {
  const { sessionId, callId, noteId } = await heardAt('east')
  for (const [call, minute, about = 'x'] of [
    ['tickets.open', '08:49'],
    ['notes.edit', '08:49'],
    ['bookings.reserve', '08:49'],
    ['notes.add', '08:51'],
    ['notes.restamp', '08:59', noteId],
    ['sessions.endCall', '08:59', callId],
    ['bookings.cancel', '08:59', callId],
  ] as const)
    await house.engine.transact(() =>
      write(`INSERT INTO hub_command (id, desk_id, call, answer_json, at) VALUES (?, 'east', ?, ?, ?)`, [
        ...[newId(), call, JSON.stringify(`说了想死 ${about}`), shanghai(minute)],
      ]),
    )
  const caseId = newId()
  await send([caseRow(caseId, { session_id: sessionId, call_id: callId }), sealRow(callId, caseId)])
  expect(await found('SELECT call FROM hub_command WHERE answer_json IS NOT NULL ORDER BY call')).toEqual([
    { call: 'bookings.cancel' },
    { call: 'bookings.reserve' },
    { call: 'notes.add' },
  ])
})

test('a case is not raised in the name of somebody unknown, or of somebody who may do more', async () => {
  const { sessionId } = await heardAt('east')
  const boss = await house.aPerson('何静', { role: 'coordinator' })
  const named = [people.west ?? '', boss, newId()]
  expect(await send(named.map((raised_by) => caseRow(newId(), { session_id: sessionId, raised_by })))).toEqual({
    ok: true,
  })
  const raisers = (await found('SELECT raised_by FROM life_case ORDER BY id')).map((row) => row.raised_by)
  expect(raisers).toEqual([people.west, null, people.east])
})

test('a case that came up before its call was there seals it, and stands as long as it is no wrong alarm', async () => {
  const { sessionId, callId } = await heardAt('east')
  const [early, other] = [newId(), newId()]
  expect(await send([caseRow(early, { raised_by: people.east ?? null }), sealRow(callId, early)])).toEqual({ ok: true })
  expect(await send([caseRow(other, { session_id: sessionId, call_id: callId })])).toEqual({ ok: true })
  const isStanding = async () => (await house.engine.read(() => casesOfCall(callId))).map(({ id }) => id).sort()
  expect(await isStanding()).toEqual([early, other].sort())
})

test('after a wrong alarm what others wrote at the hub stands there again, and so does what only the desk had', async () => {
  const { sessionId, callId, noteId, call } = await heardAt('east')
  const other = newId()
  await send([noteRow(other, callId, { text: '只在工位', offset_ms: 9 }), { table: 'session', handedOver: sessionId }])
  const [notes, sessions] = [notesOf(house.parts), sessionsOf(house.parts)]
  await accepted(notes.edit({ noteId, kind: 'view', text: '在中心改过', issueTypeId: null, seenVersion: null }, nobody))
  await accepted(sessions.setReference({ callId, reference: 'CC-8' }, nobody))
  const [caseId, sealedId] = [newId(), newId()]
  const emptied = { text: '—', removed_at: at, version: 2 }

  const sealed = [
    ...[caseRow(caseId, { session_id: sessionId, call_id: callId }), sealedRow(sealedId, caseId, put)],
    ...[entry('call', { ...call, reference: null }), noteRow(noteId, callId, emptied), noteRow(other, callId, emptied)],
    sealRow(callId, caseId, at),
  ]
  expect(await send(sealed)).toEqual({ ok: true })
  expect(await accepted(notes.ofCall({ callId }, nobody))).toEqual([])
  const opened: UploadedRow[] = [
    ...[entry('call', call), noteRow(noteId, callId, { version: 3 })],
    noteRow(other, callId, { text: '只在工位', offset_ms: 9, version: 3 }),
    ...[{ table: 'life_sealed', gone: sealedId } as const, { table: 'sealed_call', gone: callId } as const],
  ]
  expect(await send(opened)).toEqual({ ok: true })
  const now = await accepted(notes.ofCall({ callId }, nobody))
  expect(now.map(({ text }) => text)).toEqual(['在中心改过', '只在工位'])
  expect(await found('SELECT reference FROM call')).toEqual([{ reference: 'CC-8' }])
  expect(await found('SELECT id FROM life_sealed')).toEqual([])
})

const talk = (callId: string, title: string): UploadedRow =>
  entry('conversation', { call_id: callId, title, pace: 'recorded', lines_json: '[]' })

test.each([
  ['took away from', null, null],
  ['put another beside', '在中心换的', { title: '在中心换的' }],
])('a conversation that others %s a call at the hub does not come back by a wrong alarm', async (_, title, after) => {
  const { sessionId, callId } = await heardAt('east')
  await send([talk(callId, '通话'), { table: 'session', handedOver: sessionId }])
  const conversations = conversationsService(house.parts)
  const there = () => accepted(conversations.ofCall({ callId }, nobody))
  if (title === null) await accepted(conversations.detach({ callId }, nobody))
  else await house.engine.transact(() => attachConversation({ callId, title, pace: 'recorded', lines: [] }))
  const [caseId, sealedId] = [newId(), newId()]
  const words = { ...put, conversation: { callId, title: '通话', pace: 'recorded', lines: [] } }
  const raised = caseRow(caseId, { session_id: sessionId, call_id: callId })
  expect(await send([raised, sealedRow(sealedId, caseId, words), sealRow(callId, caseId, at)])).toEqual({ ok: true })
  expect(await there()).toBeNull()
  const opened: UploadedRow[] = [
    ...[talk(callId, '通话'), { table: 'life_sealed', gone: sealedId } as const],
    { table: 'sealed_call', gone: callId },
  ]
  expect(await send(opened)).toEqual({ ok: true })
  expect(await there()).toEqual(after === null ? null : expect.objectContaining(after))
})

test('that a conversation was taken comes up from its desk as long as the session is its own', async () => {
  const { sessionId, callId } = await heardAt('east')
  const taken = entry('conversation_taken', { call_id: callId })
  const marks = () => found('SELECT call_id FROM conversation_taken')
  expect(await send([taken])).toEqual({ ok: true })
  expect(await send([taken])).toEqual({ ok: true })
  expect(await marks()).toEqual([{ call_id: callId }])
  expect(await send([{ table: 'conversation_taken', gone: callId }])).toEqual({ ok: true })
  expect(await marks()).toEqual([])
  expect(await send([taken], 'west')).toEqual({ ok: false, code: 'not_yours', at: 0 })
  // A copy that was restored tells of it once more, and others put one beside the call meanwhile.
  expect(await send([{ table: 'session', handedOver: sessionId }, taken])).toEqual({ ok: true })
  expect(await marks()).toEqual([])
})

const meetingRow = (id: string, callId: string, change: Row = {}): UploadedRow =>
  entry('meeting', {
    ...{ id, call_id: callId, started_at: at, actor_id: null, note_ids_json: '[]', attendees_json: '["李雷"]' },
    ...{ solved_at: null, version: 1, ...change },
  })
const lineRow = (id: string, meetingId: string, change: Row = {}): UploadedRow =>
  entry('meeting_line', {
    ...{ id, meeting_id: meetingId, owner_name: '李雷', text: '改文案', due_on: null, created_at: at },
    ...{ removed_at: null, version: 1, ...change },
  })

test('what others said at a meeting at the hub is put away with its call, and is there again after a wrong alarm', async () => {
  const { sessionId, callId } = await heardAt('east')
  const [meetingId, lineId, other, caseId, sealedId] = [newId(), newId(), newId(), newId(), newId()]
  await send([meetingRow(meetingId, callId), lineRow(lineId, meetingId), lineRow(other, meetingId, { text: '补发券' })])
  await send([{ table: 'session', handedOver: sessionId }])
  const meetings = meetingsService(house.parts)
  const of = { callId, meetingId }
  const words = { ownerName: '韩梅梅', text: '在中心改过', dueOn: null, draftId: null }
  await accepted(meetings.editLine({ ...of, ...words, lineId, seenVersion: null }, nobody))
  await accepted(meetings.addLine({ ...of, ...words, text: '在中心添的', lineId: newId() }, nobody))
  await accepted(meetings.setAttendees({ ...of, seenVersion: null, attendees: ['李雷', '韩梅梅'] }, nobody))
  const said = async () => {
    const meeting = await accepted(meetings.ofCall({ callId }, nobody))
    return [meeting?.attendees, meeting?.lines.map(({ ownerName, text }) => [ownerName, text])]
  }
  const before = await said()

  const silent = { text: '—', owner_name: null, version: 2 }
  const sealed = [
    ...[caseRow(caseId, { session_id: sessionId, call_id: callId }), sealedRow(sealedId, caseId, put)],
    meetingRow(meetingId, callId, { attendees_json: '[]', version: 2 }),
    ...[lineRow(lineId, meetingId, silent), lineRow(other, meetingId, silent), sealRow(callId, caseId, at)],
  ]
  expect(await send(sealed)).toEqual({ ok: true })
  expect(await said()).toEqual([undefined, undefined])
  expect(await found(`SELECT 1 FROM meeting_line WHERE text <> '—'`)).toEqual([])
  const opened: UploadedRow[] = [
    ...[meetingRow(meetingId, callId, { version: 3 }), lineRow(lineId, meetingId)],
    lineRow(other, meetingId, { text: '补发券' }),
    ...[{ table: 'life_sealed', gone: sealedId } as const, { table: 'sealed_call', gone: callId } as const],
  ]
  expect(await send(opened)).toEqual({ ok: true })
  expect(await said()).toEqual(before)
})

test.each(['its desk’s', 'handed over'])(
  'words of a sealed call that a copy older than the seal tells of lie nowhere but sealed, the session being %s',
  async (whose) => {
    const { sessionId, callId, noteId, call } = await heardAt('east')
    const [meetingId, lineId, caseId, sealedId] = [newId(), newId(), newId(), newId()]
    const told = [meetingRow(meetingId, callId), lineRow(lineId, meetingId), talk(callId, '通话')]
    await send(told)
    const isHandedOver = whose === 'handed over'
    if (isHandedOver) {
      await send([{ table: 'session', handedOver: sessionId }])
      const edit = { noteId, kind: 'voice', text: '在中心改过', issueTypeId: null, seenVersion: null } as const
      await accepted(notesOf(house.parts).edit(edit, nobody))
    }
    const raised = caseRow(caseId, { session_id: sessionId, call_id: callId })
    const sealed = [raised, sealedRow(sealedId, caseId, put), sealRow(callId, caseId, at)]
    expect(await send(sealed)).toEqual({ ok: true })
    const plain = async () => [
      await found(`SELECT text FROM note WHERE text <> '—'`),
      await found('SELECT 1 FROM note_event WHERE before_json IS NOT NULL'),
      await found(`SELECT 1 FROM meeting_line WHERE text <> '—'`),
      await found(`SELECT 1 FROM meeting WHERE CAST(attendees_json AS text) <> '[]'`),
      await found('SELECT 1 FROM conversation'),
      await found('SELECT 1 FROM call WHERE reference IS NOT NULL'),
    ]
    expect((await plain()).flat()).toEqual([])

    const before = { id: newId(), note_id: noteId, call_id: callId, at, actor_id: null, what: 'edited' }
    const event = entry('note_event', { ...before, before_json: '{"text":"说过的"}', undoes_event_id: null })
    const again = [entry('call', call), noteRow(noteId, callId, { version: 9 }), event, ...told]
    expect(await send(again)).toEqual({ ok: true })
    expect((await plain()).flat()).toEqual([])

    // A wrong alarm brings them back: what the hub's people made of them, or what their desk knows of its own.
    expect(
      await send([
        { table: 'life_sealed', gone: sealedId },
        { table: 'sealed_call', gone: callId },
      ]),
    ).toEqual({
      ok: true,
    })
    expect((await plain())[0]).toEqual([{ text: isHandedOver ? '在中心改过' : '紫檀木匣子' }])
    // With what the note said before, here as well.
    const counts = [isHandedOver ? 2 : 1, 1, 1, 1, 1]
    expect((await plain()).slice(1).map((found) => found.length)).toEqual(counts)
  },
)

test('a meeting about a sealed call that is still heard is told to nobody else', async () => {
  const { sessionId, callId } = await heardAt('east')
  const [meetingId, caseId] = [newId(), newId()]
  await send([meetingRow(meetingId, callId), lineRow(newId(), meetingId)])
  await send([caseRow(caseId, { session_id: sessionId, call_id: callId }), sealRow(callId, caseId)])
  const meetings = meetingsService(house.parts)
  expect(await accepted(meetings.ofCall({ callId }, nobody))).toBeNull()
  expect(await accepted(meetings.ofSession({ sessionId }, nobody))).toEqual([])
})

test('while a sealed call is heard its notes come up and are told to nobody, not even where they were being taken in', async () => {
  const { sessionId, callId } = await heardAt('east')
  await house.engine.transact(() => takeFromNoteQueue(10))
  const kinds = ['voice'] as const
  const question = searchQuestion('匣子') ?? ''
  const search = () => house.engine.read(() => findNotes(kinds, question, 9))
  const count = () => house.engine.read(() => countNotes(kinds, question, 9))
  expect([(await search()).length, await count()]).toEqual([1, 1])
  const caseId = newId()
  await send([caseRow(caseId, { session_id: sessionId, call_id: callId })])
  const seal = 'INSERT INTO sealed_call (call_id, case_id, sealed_at) VALUES (?, ?, ?)'
  await house.engine.transact(() => write(seal, [callId, caseId, at]))
  expect([await search(), await count()]).toEqual([[], 0])
  const notes = notesOf(house.parts)
  expect(await accepted(notes.ofCall({ callId }, nobody))).toEqual([])
  expect(await accepted(notes.ofSession({ sessionId }, nobody))).toEqual([])
})

test('a case that came up before its call is told its call once, by the desk whose person raised it, and of what was heard there', async () => {
  const { sessionId, callId } = await heardAt('east')
  const own = await heardAt('west')
  const [caseId, other] = [newId(), newId()]
  const raised = (change: Row = {}) => caseRow(caseId, { raised_by: people.east ?? null, ...change })
  const named = { session_id: sessionId, call_id: callId }
  expect(await send([raised()])).toEqual({ ok: true })
  expect(await send([raised({ session_id: own.sessionId, call_id: own.callId })])).toMatchObject({ code: 'not_yours' })
  expect(await send([caseRow(caseId, { session_id: own.sessionId, call_id: own.callId })], 'west')).toMatchObject({
    code: 'not_yours',
  })
  const ofCase = () => found(`SELECT session_id, call_id FROM life_case WHERE id = '${caseId}'`)
  expect(await ofCase()).toEqual([{ session_id: null, call_id: null }])
  expect(await send([raised(named), sealRow(callId, caseId)])).toEqual({ ok: true })
  expect(await ofCase()).toEqual([named])
  // What the desk says of it later, or once more, changes nothing.
  const again = await heardAt('east')
  for (const change of [{}, named, { session_id: again.sessionId, call_id: again.callId }])
    expect(await send([raised(change)])).toEqual({ ok: true })
  expect(await ofCase()).toEqual([named])
  // A desk of an earlier version tells of the seal alone.
  const early = caseRow(other, { raised_by: people.east ?? null })
  expect(await send([early, sealRow(again.callId, other)])).toEqual({ ok: true })
  expect(await found(`SELECT session_id, call_id FROM life_case WHERE id = '${other}'`)).toEqual([
    { session_id: again.sessionId, call_id: again.callId },
  ])
})
