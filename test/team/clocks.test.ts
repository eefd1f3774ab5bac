import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aHubProcess, endHub, type HubProcess } from '../builders/hub-process.ts'
import { accepted, refused } from '../builders/outcomes.ts'

import { aClock } from '../builders/parts.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, shanghai } from '../builders/seats.ts'
import { teamsOfTests } from '../builders/team-desk.ts'

/** A hub at ten to ten, and desks whose clocks are ten minutes off, either way. */
let room: Awaited<ReturnType<typeof anOpenRoom>>
let hub: HubProcess
const { aDesk } = teamsOfTests()
beforeEach(async () => {
  room = await anOpenRoom()
  await room.newRules({ slotMinutes: 15 })
  hub = await aHubProcess({ database: room.url, isFirst: true, startsAt: shanghai('09:50') })
})
afterEach(async () => {
  await endHub(hub)
  await room.close()
})

const YEAR_MS = 365 * 86_400_000

async function aMember(name: string, code: string, at: string, aheadMs = 0) {
  const clock = aClock(shanghai(at))
  clock.step(aheadMs)
  const { client, startAgain } = await aDesk({ clock, linkPace: {} })
  await accepted(client.team.join({ address: `http://${hub.host}`, code, name, deskName: name }))
  await vi.waitFor(
    async () => expect(await accepted(client.team.status({}))).toMatchObject({ link: { kind: 'here' } }),
    patience,
  )
  return { client, clock, startAgain }
}

test('whoever’s clock is ten minutes off checks in, and has tickets answered, by the hub’s', async () => {
  const late = await aMember('陈静', hub.code, '09:40')
  const { code } = await accepted(late.client.desks.makeCode({ whom: { role: 'note_taker' } }))
  const early = await aMember('周宁', code, '10:00')
  const booked = async ({ client }: typeof late, seat: number, from: string, to: string) => {
    const status = await accepted(client.team.status({}))
    const personId = status.kind === 'member' ? status.me.personId : ''
    const place = { seatId: room.seat(seat), personId, companionId: null, purpose: 'listen' as const }
    return accepted(client.bookings.reserve({ ...place, startsAt: shanghai(from), endsAt: shanghai(to) }))
  }
  // Check-in is open for a quarter of an hour before. By the desks' own clocks the first would wait, and the second be let in.
  const open = await booked(late, 1, '10:00', '11:00')
  expect(await accepted(late.client.bookings.checkIn({ bookingId: open.id }))).toMatchObject({ state: 'checked_in' })
  const closed = await booked(early, 2, '10:15', '11:15')
  expect(await refused(early.client.bookings.checkIn({ bookingId: closed.id }))).toEqual({
    ...{ ok: false, code: 'too_early' },
    detail: { opensAt: shanghai('10:00') },
  })
  // Whoever sits down without asking the hub is judged by its clock too, and told how far their own is off.
  const sitDown = { bookingId: closed.id, listenerId: null, purpose: 'listen' as const }
  expect(await refused(early.client.sessions.start(sitDown))).toMatchObject({ code: 'too_early' })
  const minutes = async ({ client }: typeof late) => {
    const status = await accepted(client.team.status({}))
    return status.kind === 'member' ? Math.round(status.clockAheadMs / 60_000) : null
  }
  expect([-11, -10]).toContain(await minutes(late))
  expect([9, 10]).toContain(await minutes(early))

  for (const { client } of [late, early]) {
    const { id: sessionId } = await accepted(
      client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }),
    )
    const { id: callId } = await accepted(client.sessions.nextCall({ sessionId, reference: null }))
    const words = { kind: 'voice', text: '降价补差没有人告诉过我', offsetMs: 0, issueTypeId: null } as const
    const note = await accepted(client.notes.add({ ...words, noteId: aClock().newId(), callId }))
    const wish = { title: '降价补差', issueTypeId: 'coupon', priority: 3 as const, department: '营销部' }
    const { openedAt, dueAt } = await accepted(client.tickets.open({ ...wish, noteIds: [note.id] }))
    // Four working hours from ten to ten, the noon left out.
    expect([openedAt >= shanghai('09:50'), openedAt < shanghai('10:00')]).toEqual([true, true])
    expect([dueAt >= shanghai('15:20'), dueAt < shanghai('15:30')]).toEqual([true, true])
  }
})

test('a desk’s clock is set back ten minutes in the middle of a call: its notes keep their distances and their order, here and on every desk', async () => {
  const { client, clock } = await aMember('陈静', hub.code, '09:40')
  const { code } = await accepted(client.desks.makeCode({ whom: { role: 'note_taker' } }))
  const other = await aMember('周宁', code, '10:00')
  const { id: sessionId } = await accepted(
    client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }),
  )
  const lengths: number[] = []
  for (const number of [1, 2]) {
    const { id: callId } = await accepted(client.sessions.nextCall({ sessionId, reference: null }))
    for (const minute of [1, 2, 3]) {
      clock.advance(60_000)
      if (number === 1 && minute === 2) clock.step(-600_000)
      const [call] = (await accepted(client.sessions.calls({ sessionId }))).slice(-1)
      lengths.push(call?.elapsedMs ?? -1)
      const words = { kind: 'voice' as const, text: `${number} 之 ${minute}`, issueTypeId: null }
      await accepted(client.notes.add({ ...words, noteId: clock.newId(), callId, offsetMs: call?.elapsedMs ?? -1 }))
    }
  }
  await accepted(client.sessions.end({ sessionId }))
  expect(lengths).toEqual([60_000, 120_000, 180_000, 60_000, 120_000, 180_000])

  await vi.waitFor(async () => expect(await accepted(client.team.waiting({}))).toEqual([]), patience)
  const notes = await accepted(other.client.notes.ofSession({ sessionId }))
  expect(notes.map((note) => [note.text, note.offsetMs])).toEqual([
    ...[1, 2, 3].map((minute) => [`1 之 ${minute}`, 60_000 * minute]),
    ...[1, 2, 3].map((minute) => [`2 之 ${minute}`, 60_000 * minute]),
  ])
  const calls = await accepted(other.client.sessions.calls({ sessionId }))
  expect(calls.map(({ number, elapsedMs }) => [number, elapsedMs])).toEqual([
    [1, 180_000],
    [2, 180_000],
  ])
  const { startedAt, endedAt } = await accepted(other.client.sessions.get({ sessionId }))
  expect(Date.parse(endedAt ?? '') - Date.parse(startedAt)).toBeGreaterThanOrEqual(0)
})

test('a desk whose clock is a year ahead dates what it hears, notes and says of a call like everybody, after a start without the hub too', async () => {
  const { client, startAgain } = await aMember('陈静', hub.code, '09:40', YEAR_MS)
  const { code } = await accepted(client.desks.makeCode({ whom: { role: 'note_taker' } }))
  const other = await aMember('周宁', code, '09:50')
  const heard = async (words: string) => {
    const { id: sessionId } = await accepted(
      client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }),
    )
    const { id: callId } = await accepted(client.sessions.nextCall({ sessionId, reference: null }))
    const note = { kind: 'voice', text: words, offsetMs: 0, issueTypeId: null } as const
    await accepted(client.notes.add({ ...note, noteId: aClock().newId(), callId }))
    await accepted(client.sessions.end({ sessionId }))
    return sessionId
  }
  const sessions = [await heard('降价补差没有人告诉过我')]
  await vi.waitFor(async () => expect(await accepted(client.team.waiting({}))).toEqual([]), patience)

  const { port } = hub
  await endHub(hub)
  await startAgain()
  sessions.push(await heard('换尺码要等三天'))
  const status = await accepted(client.team.status({}))
  expect(status).toMatchObject({ kind: 'member', link: { kind: 'away' } })
  hub = await aHubProcess({ database: room.url, isFirst: false, startsAt: shanghai('10:30'), port })
  await accepted(client.team.tryNow({}))
  await vi.waitFor(async () => expect(await accepted(client.team.waiting({}))).toEqual([]), patience)
  await vi.waitFor(
    async () => expect(await accepted(other.client.team.status({}))).toMatchObject({ link: { kind: 'here' } }),
    patience,
  )

  const thatDay = (instant: string | null) =>
    instant !== null && instant >= shanghai('09:50') && instant < shanghai('10:30')
  for (const sessionId of sessions) {
    const { startedAt, endedAt } = await accepted(other.client.sessions.get({ sessionId }))
    const calls = await accepted(other.client.sessions.calls({ sessionId }))
    const notes = await accepted(other.client.notes.ofSession({ sessionId }))
    const dates = [startedAt, endedAt, ...calls.flatMap((call) => [call.startedAt, call.endedAt])]
    expect([...dates, ...notes.map(({ createdAt }) => createdAt)].filter((at) => !thatDay(at))).toEqual([])
  }
})
