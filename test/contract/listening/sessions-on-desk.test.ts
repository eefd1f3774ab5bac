import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ticketsService } from '../../../electron/services/tickets/tickets.ts'
import { notesOf, sessionsOf } from '../../builders/heard.ts'
import { accepted } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let sessions: ReturnType<typeof sessionsOf>
let wang: string
beforeEach(async () => {
  house = await anOpenRoom()
  sessions = sessionsOf(house.parts)
  wang = await house.aPerson('王敏')
})
afterEach(() => house.close())

const walkUp = () => accepted(sessions.start({ bookingId: null, listenerId: wang, purpose: 'listen' }, nobody))
const nextCall = (sessionId: string, reference: string | null = null) =>
  accepted(sessions.nextCall({ sessionId, reference }, nobody))

test('the database itself refuses a second open session and a second open call', async () => {
  const session = await walkUp()
  await nextCall(session.id)
  const raw = (sql: string) => () => house.db.prepare(sql).run(house.clock.newId())
  expect(raw(`INSERT INTO session (id, purpose, started_at) VALUES (?, 'listen', '2026')`)).toThrow('UNIQUE')
  expect(raw(`INSERT INTO call (id, session_id, number, started_at) VALUES (?, '${session.id}', 9, '2026')`)).toThrow(
    'UNIQUE',
  )
})

describe('the last calls with the same reference', () => {
  const callWith = async (sessionId: string, reference: string | null) => {
    const call = await nextCall(sessionId)
    await accepted(sessions.setReference({ callId: call.id, reference }, nobody))
    return call
  }
  const earlier = (reference: string, exceptCallId: string, limit = 6) =>
    accepted(ticketsService(house.parts).callsByReference({ reference, exceptCallId, limit }, nobody))

  test('say who heard them, how much was noted and what became of it; another reference and this call stay away', async () => {
    const before = await walkUp()
    const first = await callWith(before.id, 'CC-7')
    const noteId = house.clock.newId()
    const words = { kind: 'voice' as const, text: '没人管我', offsetMs: 0, issueTypeId: null }
    await accepted(notesOf(house.parts).add({ noteId, callId: first.id, ...words }, nobody))
    const wish = {
      title: '没人管',
      issueTypeId: 'coupon',
      priority: 3 as const,
      department: '营销部',
      noteIds: [noteId],
    }
    const ticket = await accepted(ticketsService(house.parts).open(wish, nobody))
    await callWith(before.id, 'CC-70')
    await accepted(sessions.end({ sessionId: before.id }, nobody))
    const now = await walkUp()
    const second = await callWith(now.id, 'CC-7')
    const third = await callWith(now.id, 'CC-7')
    const { calls, total } = await earlier('CC-7', third.id)
    expect(total).toBe(2)
    expect(calls).toMatchObject([
      { callId: second.id, sessionId: now.id, noteCount: 0, tickets: [] },
      {
        ...{ callId: first.id, sessionId: before.id, number: 1, listenerName: '王敏', noteCount: 1 },
        tickets: [{ id: ticket.id, number: ticket.number, title: '没人管', state: 'unclaimed' }],
      },
    ])
    expect(await earlier('CC-7', third.id, 1)).toMatchObject({ calls: [{ callId: second.id }], total: 2 })
  })

  test('are none for a masked number: other numbers leave the same stars', async () => {
    const session = await walkUp()
    await callWith(session.id, '13812345678')
    const other = await callWith(session.id, '13899995678')
    expect(await earlier('138****5678', other.id)).toEqual({ calls: [], total: 0 })
  })
})

test('sessions say what was heard in them, what became tickets and what is half done', async () => {
  const everything = { listener: '', from: null, to: null, limit: 50, offset: 0 }
  const session = await walkUp()
  const call = await nextCall(session.id)
  const notes = notesOf(house.parts)
  const tickets = ticketsService(house.parts)
  const aNote = async () => {
    const noteId = house.clock.newId()
    const words = { kind: 'voice' as const, text: '没人管我', offsetMs: 0, issueTypeId: null }
    return (await accepted(notes.add({ noteId, callId: call.id, ...words }, nobody))).id
  }
  const wish = { title: '没人管', issueTypeId: 'coupon', priority: 3 as const, department: '营销部' }
  await accepted(tickets.open({ ...wish, noteIds: [await aNote(), await aNote()] }, nobody))
  const withdrawn = await accepted(tickets.open({ ...wish, noteIds: [await aNote()] }, nobody))
  await accepted(tickets.withdraw({ ticketId: withdrawn.id }, nobody))
  const draft = { draftId: house.clock.newId(), noteId: null, caret: 0, kind: 'voice' as const, issueTypeId: null }
  await accepted(notes.storeDraft({ ...draft, callId: call.id, text: '还没写完', offsetMs: 9 }, nobody))
  const counts = { callCount: 1, noteCount: 3, ticketCount: 1, halfDoneCount: 1, firstVoice: '没人管我' }
  expect((await accepted(sessions.list(everything, nobody))).sessions).toMatchObject([
    { id: session.id, listenerName: '王敏', ...counts },
  ])
  expect(await accepted(notes.halfDone({}, nobody))).toMatchObject([
    { sessionId: session.id, sessionStartedAt: session.startedAt, listenerName: '王敏' },
  ])
})

test('a session says how it sounded by the first 原声 that stands, and nothing of a sealed call', async () => {
  const everything = { listener: '', from: null, to: null, limit: 50, offset: 0 }
  const session = await walkUp()
  const notes = notesOf(house.parts)
  const note = async (callId: string, kind: 'voice' | 'view', text: string, offsetMs: number) => {
    const noteId = house.clock.newId()
    return accepted(notes.add({ noteId, callId, kind, text, offsetMs, issueTypeId: null }, nobody))
  }
  const heard = async () => (await accepted(sessions.list(everything, nobody))).sessions[0]?.firstVoice
  const first = await nextCall(session.id)
  await note(first.id, 'view', '坐席很耐心', 0)
  expect(await heard()).toBeNull()
  const taken = await note(first.id, 'voice', '没人管我', 1_000)
  await note(first.id, 'voice', `包装破了${'啊'.repeat(300)}`, 2_000)
  expect(await heard()).toBe('没人管我')
  await accepted(notes.remove({ noteId: taken.id, seenVersion: taken.version }, nobody))
  expect(await heard()).toBe(`包装破了${'啊'.repeat(196)}`)
  const second = await nextCall(session.id)
  await note(second.id, 'voice', '送货晚了三天', 0)
  house.db.pragma('foreign_keys = OFF')
  house.db.prepare(`INSERT INTO sealed_call (call_id, case_id, sealed_at) VALUES (?, 'case', 'then')`).run(first.id)
  expect(await heard()).toBe('送货晚了三天')
})
