import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Query, write } from '../../electron/storage/engine/query.ts'
import { HubAway } from '../../electron/team/hub-link-port.ts'
import { keepQuotes } from '../../electron/team/quoted.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { Meeting } from '../../shared/contract/meetings/meetings.ts'
import { aCuttingWire } from '../builders/cutting-wire.ts'
import { aHub, type RunningHub } from '../builders/hub.ts'
import { aMemberOfHub } from '../builders/member-of-hub.ts'
import { accepted } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom } from '../builders/seats.ts'

/** Meetings of a session that a desk still hears, closed at a real hub: by the desk itself, whose answer may be lost, or by others. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
const ends: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  house = await anOpenRoom()
  hub = await aHub(house.url)
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  told.length = 0
  await hub.close()
  await house.close()
})

const atHub = <T>(call: string, input: unknown) => accepted(hub.own(call, input) as never) as Promise<T>
const told: EarshotEvent[] = []
const connected = (desk: ReturnType<typeof aMemberOfHub>) => {
  const connection = desk.connects()
  const quotes = keepQuotes({ ...desk.parts, link: connection.link, emit: (event) => told.push(event), restMs: 1 })
  ends.push(quotes.close)
  return connection
}

/** A desk over a wire that loses what the hub says with this text in it; its session goes on, with a meeting of two lines that is up. */
async function aMeeting() {
  let lost: string | null = null
  const wire = await aCuttingWire(hub.host, (from, piece) => from === 'hub' && lost !== null && piece.includes(lost))
  const desk = aMemberOfHub(await hub.joined({ role: 'note_taker' }, '陈静'), wire.address)
  ends.push(wire.close, desk.close)
  const { asker, clock } = desk
  const session = await accepted(
    desk.sessions.start({ bookingId: null, listenerId: asker.personId, purpose: 'listen' }, asker),
  )
  const { id: callId } = await accepted(desk.sessions.nextCall({ sessionId: session.id, reference: null }, asker))
  const note = { noteId: clock.newId(), callId, kind: 'voice' as const, issueTypeId: null, offsetMs: 5 }
  await accepted(desk.notes.add({ ...note, text: '降价补差没有人告诉过我' }, asker))
  const of = { callId, meetingId: clock.newId() }
  await accepted(desk.meetings.start(of, asker))
  const [ticket, decision] = [clock.newId(), clock.newId()]
  for (const lineId of [ticket, decision])
    await accepted(
      desk.meetings.addLine({ ...of, lineId, draftId: null, ownerName: null, dueOn: null, text: '改文案' }, asker),
    )
  const type = { issueTypeId: 'coupon', priority: 3, department: '营销部' }
  const wish = (meetingId = of.meetingId) => ({
    ...{ callId, meetingId, closeId: clock.newId(), ranMs: 60_000 },
    lines: [
      { lineId: ticket, as: 'ticket', noteIds: [note.noteId], ...type },
      { lineId: decision, as: 'decision' },
    ],
  })
  const isUp = ({ uploader }: ReturnType<typeof desk.connects>) =>
    vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  const here = () => accepted(desk.meetings.ofCall({ callId }, asker))
  const becomes = (expected: object) => vi.waitFor(async () => expect(await here()).toMatchObject(expected), patience)
  const loses = (text: string | null) => {
    lost = text
  }
  return { ...desk, of, callId, wish, isUp, here, becomes, loses }
}
const closedAs = (closeId: string) => ({
  ...{ closeId, closedAt: expect.any(String) },
  lines: [{ outcome: { what: 'ticket', ticket: { number: 1 } } }, { outcome: { what: 'decision' } }],
})
/** The only meeting of the hub, as if it had been begun there first and the desk's joined to it. */
function* isNamed(meetingId: string): Query<void> {
  // Nothing is checked until the transaction is over: by then all of them name the same.
  yield* write('SET LOCAL session_replication_role = replica')
  yield* write('INSERT INTO meeting_alias (id, meeting_id, version) SELECT id, id, version FROM meeting')
  for (const sql of ['meeting SET id', 'meeting_line SET meeting_id', 'meeting_alias SET meeting_id'])
    yield* write(`UPDATE ${sql} = ?`, [meetingId])
}
const open = { closeId: null, closedAt: null, lines: [{ outcome: null }, { outcome: null }] }

test('a meeting that was closed without its desk hearing of it is closed there too, and closed once', async () => {
  const desk = await aMeeting()
  const connection = connected(desk)
  await desk.isUp(connection)
  const first = desk.wish()
  desk.loses(first.closeId)
  await expect(connection.link.ask('meetings.close', first, desk.clock.newId())).rejects.toThrow(HubAway)
  expect(await desk.here()).toMatchObject(open)
  // Somebody closes it once more, under an id of its own.
  desk.loses(null)
  await vi.waitFor(() => expect(connection.link.state().kind).toBe('here'), patience)
  const again = await connection.link.ask('meetings.close', desk.wish(), desk.clock.newId())
  expect(again).toMatchObject({ ok: true, value: { meeting: closedAs(first.closeId), opened: [{ ticket: {} }] } })
  await desk.becomes(closedAs(first.closeId))
  expect(told).toContainEqual({ kind: 'changed', topics: ['meetings'] })
})

test('a desk that was killed before it heard that its meeting was closed learns of it at its next start, and of its being taken back', async () => {
  const desk = await aMeeting()
  const connection = desk.connects()
  await desk.isUp(connection)
  await connection.disconnects()
  const wish = desk.wish()
  await atHub('meetings.close', wish)
  connected(desk)
  await desk.becomes(closedAs(wish.closeId))
  await atHub('meetings.reopen', { ...desk.of, closeId: wish.closeId })
  await desk.becomes(open)
  const second = desk.wish()
  await atHub('meetings.close', second)
  await desk.becomes({ closeId: second.closeId, lines: [{ outcome: { ticket: { number: 2 } } }, {}] })
})

test('two who close one meeting close it once; one that is the hub’s by another name is the desk’s by both', async () => {
  const desk = await aMeeting()
  const before = desk.connects()
  await vi.waitFor(() => expect(before.uploader.progress().rows).toBe(0), patience)
  await before.disconnects()
  const of = { callId: desk.callId, meetingId: desk.clock.newId() }
  await house.engine.transact(() => isNamed(of.meetingId))
  const { link } = connected(desk)
  await vi.waitFor(() => expect(link.state().kind).toBe('here'), patience)
  const wishes = [desk.wish(of.meetingId), desk.wish()]
  const answers = await Promise.all([
    atHub<{ meeting: Meeting }>('meetings.close', wishes[0]),
    link.ask('meetings.close', wishes[1], desk.clock.newId()).then((answer) => accepted(answer as never)),
  ])
  const [one, other] = answers as { meeting: Meeting }[]
  expect(one?.meeting.closeId).toBe(other?.meeting.closeId)
  await desk.becomes(closedAs(one?.meeting.closeId ?? ''))
  expect((await desk.here())?.id).toBe(desk.of.meetingId)
  const more = { lineId: desk.clock.newId(), draftId: null, ownerName: null, dueOn: null, text: '还有一件' }
  await accepted(desk.meetings.addLine({ ...of, ...more }, desk.asker))
  expect((await desk.here())?.lines).toHaveLength(3)
})
