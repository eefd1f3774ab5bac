import { afterEach, beforeEach, expect, test } from 'vitest'
import { meetingsService } from '../../electron/services/meetings/meetings.ts'
import { rows } from '../../electron/storage/engine/query.ts'
import { greetDesk, insertDesk } from '../../electron/storage/hub/desks.ts'
import { layDown } from '../../electron/storage/hub/uploaded-rows.ts'
import type { Row, UploadedRow } from '../../electron/team/wire.ts'
import { sessionsOf } from '../builders/heard.ts'
import { accepted, refused } from '../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../builders/seats.ts'

/** A hub that was told of a call whose desk does not know what was begun about it here. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
let meetings: ReturnType<typeof meetingsService>
beforeEach(async () => {
  house = await anOpenRoom()
  meetings = meetingsService(house.parts)
  for (const id of ['east', 'west']) {
    const personId = await house.aPerson(id)
    await house.engine.transact(() => insertDesk({ id, personId, name: id, tokenHash: id, madeAt: at }))
    await house.engine.transact(() => greetDesk(id, at))
  }
})
afterEach(() => house.close())

const at = shanghai('09:00')
const newId = () => house.clock.newId()
const send = (entries: readonly UploadedRow[], deskId = 'east') =>
  house.engine.transact(() => layDown({ deskId, generation: 1, entries, at, newId }))
const entry = (table: UploadedRow['table'], row: Row) => ({ table, row }) as UploadedRow
const found = (sql: string) => house.engine.read(() => rows<Row>(sql))

const callRow = (id: string, sessionId: string, change: Row = {}) =>
  entry('call', {
    ...{ id, session_id: sessionId, number: 1, reference: null, session_ms: 0, started_at: at, ended_at: at },
    ...change,
  })
const meetingRow = (id: string, callId: string, names: readonly string[], change: Row = {}) =>
  entry('meeting', {
    ...{ id, call_id: callId, started_at: at, actor_id: null, note_ids_json: '[]', solved_at: null, version: 1 },
    ...{ attendees_json: JSON.stringify(names), ...change },
  })
const lineRow = (id: string, meetingId: string, text: string, change: Row = {}) =>
  entry('meeting_line', {
    ...{ id, meeting_id: meetingId, owner_name: null, text, due_on: null, created_at: at, removed_at: null },
    ...{ version: 0, ...change },
  })

/** A session of one call, over and handed over where it is told. */
async function aSession(deskId = 'east', isOver = true) {
  const [sessionId, callId] = [newId(), newId()]
  const of = { booking_id: null, seat_number: null, listener_id: null, purpose: 'listen' }
  const session = entry('session', { id: sessionId, ...of, started_at: at, ended_at: isOver ? at : null })
  const over: UploadedRow[] = isOver ? [{ table: 'session', handedOver: sessionId }] : []
  expect(await send([session, callRow(callId, sessionId), ...over], deskId)).toEqual({ ok: true })
  return { sessionId, callId }
}
/** A meeting that was begun here about the call, with one line and one name. */
async function aMeetingHere(callId: string) {
  const of = { callId, meetingId: newId() }
  await accepted(meetings.start(of, nobody))
  const { version } = await accepted(
    meetings.setAttendees({ ...of, seenVersion: null, attendees: ['李雷', '周宁'] }, nobody),
  )
  const lineId = newId()
  const line = { ...of, lineId, draftId: null, ownerName: null, text: '中心写的', dueOn: null }
  await accepted(meetings.addLine(line, nobody))
  return { of, lineId, version }
}
const told = async (callId: string) => {
  const meeting = await accepted(meetings.ofCall({ callId }, nobody))
  return { id: meeting?.id, attendees: meeting?.attendees, lines: meeting?.lines.map(({ text }) => text) }
}

test('a second meeting of a call is joined to the first: its lines in their order, each name once, and the session goes on', async () => {
  const { callId } = await aSession()
  const other = await aSession()
  const { of } = await aMeetingHere(callId)
  const [second, first, later] = [newId(), newId(), newId()]
  const lot = [
    meetingRow(second, callId, ['韩梅梅', '李雷']),
    lineRow(first, second, '工位写的'),
    lineRow(later, second, '工位又写的'),
    meetingRow(newId(), other.callId, []),
  ]
  expect(await send(lot)).toEqual({ ok: true })
  expect(await send(lot)).toEqual({ ok: true })
  const all = ['中心写的', '工位写的', '工位又写的']
  expect(await told(callId)).toEqual({ id: of.meetingId, attendees: ['李雷', '周宁', '韩梅梅'], lines: all })
  expect(await found('SELECT id, meeting_id FROM meeting_alias')).toEqual([{ id: second, meeting_id: of.meetingId }])
  expect(await told(other.callId)).toMatchObject({ attendees: [], lines: [] })
  // Whoever was struck off here stays so, though the desk tells the same once more; what it adds is there.
  await accepted(meetings.setAttendees({ ...of, seenVersion: null, attendees: ['周宁'] }, nobody))
  expect(await send(lot)).toEqual({ ok: true })
  const more = [meetingRow(second, callId, ['吴迪'], { version: 2, solved_at: at }), lineRow(newId(), second, '最后')]
  expect(await send(more)).toEqual({ ok: true })
  expect(await told(callId)).toMatchObject({ attendees: ['周宁', '吴迪'], lines: [...all, '最后'] })
  expect(await accepted(meetings.ofCall({ callId }, nobody))).toMatchObject({ solvedAt: at })
})

test('whatever names the second meeting later means the first', async () => {
  const { callId } = await aSession()
  const { of, lineId } = await aMeetingHere(callId)
  const named = { callId, meetingId: newId() }
  const second = newId()
  expect(await send([meetingRow(named.meetingId, callId, []), lineRow(second, named.meetingId, '工位写的')])).toEqual({
    ok: true,
  })
  const words = { draftId: null, ownerName: null, dueOn: null }
  await accepted(meetings.addLine({ ...named, lineId: newId(), ...words, text: '新的' }, nobody))
  await accepted(meetings.editLine({ ...named, lineId, seenVersion: 0, ...words, text: '改过' }, nobody))
  await accepted(meetings.removeLine({ ...named, lineId: second, seenVersion: 0, isRemoved: true }, nobody))
  await accepted(meetings.setSolved({ ...named, isSolved: true }, nobody))
  expect(await told(callId)).toMatchObject({ id: of.meetingId, lines: ['改过', '新的'] })
  const closing = { ...named, closeId: newId(), ranMs: 1, lines: [{ lineId, as: 'decision' as const }] }
  const closed = await accepted(meetings.close(closing, nobody))
  expect(closed.meeting).toMatchObject({ id: of.meetingId, closeId: closing.closeId })
  await accepted(meetings.reopen({ ...named, closeId: closing.closeId }, nobody))
  // Of another call it is the name of nothing.
  const other = await aSession()
  expect(await refused(meetings.setSolved({ ...named, callId: other.callId, isSolved: true }, nobody))).toMatchObject({
    code: 'not_found',
  })
})

test('no desk names a meeting of another one as its own, nor writes into it by a second name', async () => {
  const theirs = await aSession('west')
  const { callId } = await aSession()
  const { of } = await aMeetingHere(theirs.callId)
  const here = await aMeetingHere(callId)
  const named = newId()
  expect(await send([meetingRow(named, theirs.callId, [])], 'west')).toEqual({ ok: true })
  for (const id of [of.meetingId, named]) {
    const lot = [meetingRow(id, callId, ['黑客']), lineRow(newId(), id, '黑客写的')]
    expect([id, await send(lot)]).toEqual([id, { ok: false, code: 'not_yours', at: 1 }])
  }
  expect(await told(theirs.callId)).toEqual({ id: of.meetingId, attendees: ['李雷', '周宁'], lines: ['中心写的'] })
  expect(await told(callId)).toEqual({ id: here.of.meetingId, attendees: ['李雷', '周宁'], lines: ['中心写的'] })
})

test('calls that were begun here in a session of a desk that came back keep their numbers, and the desk’s get the next ones in their order', async () => {
  const { sessionId } = await aSession('east', false)
  const sessions = sessionsOf(house.parts)
  const here = await accepted(sessions.nextCall({ sessionId, reference: 'CC-9' }, nobody))
  const [one, two] = [newId(), newId()]
  const lot = [
    callRow(one, sessionId, { number: 2, reference: 'CC-2' }),
    callRow(two, sessionId, { number: 3, reference: 'CC-3', ended_at: null }),
  ]
  expect(await send(lot)).toEqual({ ok: true })
  expect(await send(lot)).toEqual({ ok: true })
  const calls = await accepted(sessions.calls({ sessionId }, nobody))
  expect(calls.map(({ id, number, endedAt }) => [id, number, endedAt === null])).toEqual([
    [expect.any(String), 1, false],
    ...[
      [here.id, 2, false],
      [one, 3, false],
      [two, 4, true],
    ],
  ])
})
