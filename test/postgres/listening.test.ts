import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeStopwatch } from '../../electron/services/listening/stopwatch.ts'
import { ticketsService } from '../../electron/services/tickets/tickets.ts'
import { notesOf, sessionsOf } from '../builders/heard.ts'
import { accepted } from '../builders/outcomes.ts'
import { anOpenRoom, nobody } from '../builders/seats.ts'

/** One database, and desks each with a stopwatch of its own. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
})
afterEach(() => house.close())

function aDesk() {
  const stopwatch = makeStopwatch(house.parts)
  return { sessions: sessionsOf(house.parts, stopwatch), notes: notesOf(house.parts, stopwatch) }
}
const sitDown = ({ sessions }: ReturnType<typeof aDesk>) =>
  sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, nobody)
const five = [1, 2, 3, 4, 5]

test('at every desk somebody may sit, and each knows its own session', async () => {
  const [east, west] = [aDesk(), aDesk()]
  const [here, there] = [await accepted(sitDown(east)), await accepted(sitDown(west))]
  expect(await sitDown(east)).toMatchObject({ code: 'already_listening', detail: { sessionId: here.id } })
  expect(await accepted(west.sessions.current({}, nobody))).toMatchObject({ id: there.id })
  const call = await accepted(west.sessions.openByReference({ reference: 'CC-7' }, nobody))
  expect(call.sessionId).toBe(there.id)
  await accepted(west.sessions.end({ sessionId: there.id }, nobody))
  expect(await accepted(west.sessions.current({}, nobody))).toBeNull()
  expect(await accepted(east.sessions.current({}, nobody))).toMatchObject({ id: here.id })
})

test('calls begun in one moment follow one another, and one is on', async () => {
  const { sessions } = aDesk()
  const { id: sessionId } = await accepted(sitDown({ ...aDesk(), sessions }))
  await Promise.all(five.map(() => accepted(sessions.nextCall({ sessionId, reference: null }, nobody))))
  const calls = await accepted(sessions.calls({ sessionId }, nobody))
  expect(calls.map(({ number }) => number)).toEqual(five)
  expect(calls.filter(({ endedAt }) => endedAt === null)).toHaveLength(1)
})

test('what is done to one note in one moment is done one after the other, and taken back one by one', async () => {
  const desk = aDesk()
  const { id: sessionId } = await accepted(sitDown(desk))
  const { id: callId } = await accepted(desk.sessions.nextCall({ sessionId, reference: null }, nobody))
  const words = { kind: 'voice' as const, issueTypeId: null }
  const { id: noteId } = await accepted(
    desk.notes.add({ ...words, noteId: house.clock.newId(), callId, text: '起初', offsetMs: 0 }, nobody),
  )
  const edit = (text: string) => desk.notes.edit({ ...words, noteId, text, seenVersion: null }, nobody)
  await Promise.all(five.map((turn) => accepted(edit(`第${turn}次`))))
  const undone = await Promise.all([...five, 6].map(() => accepted(desk.notes.undo({ callId }, nobody))))
  expect(undone.map(({ undone }) => undone).sort()).toEqual(['added', ...five.map(() => 'edited')])
  expect(undone.some(({ note }) => note.text === '起初')).toBe(true)
})

test('of two voices in one ticket only one can become something else, however they are changed in one moment', async () => {
  const desk = aDesk()
  const { id: sessionId } = await accepted(sitDown(desk))
  // Each in a call of its own: within one call they wait for each other anyway.
  const aVoice = async () => {
    const { id: callId } = await accepted(desk.sessions.nextCall({ sessionId, reference: null }, nobody))
    const words = { kind: 'voice' as const, text: '没人管我', offsetMs: 0, issueTypeId: null }
    return accepted(desk.notes.add({ ...words, noteId: house.clock.newId(), callId }, nobody))
  }
  for (const _time of [1, 2, 3]) {
    const noteIds = [(await aVoice()).id, (await aVoice()).id]
    const wish = { title: '没人管', issueTypeId: 'coupon', priority: 3 as const, department: '营销部', noteIds }
    const ticket = await accepted(ticketsService(house.parts).open(wish, nobody))
    const change = { kind: 'view' as const, text: '改', issueTypeId: null, seenVersion: null }
    const answers = await Promise.all(noteIds.map((noteId) => desk.notes.edit({ ...change, noteId }, nobody)))
    const lastVoice = { ok: false, code: 'last_voice', detail: { ticketNumber: ticket.number } }
    expect(answers.filter(({ ok }) => !ok)).toEqual([lastVoice])
  }
})
