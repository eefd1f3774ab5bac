import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aCall, accepted, aNoteIn } from '../builders/console.ts'
import { aHubProcess, endHub, type HubProcess } from '../builders/hub-process.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, shanghai } from '../builders/seats.ts'
import { linkPace, teamsOfTests } from '../builders/team-desk.ts'

/** A hub whose process stands still: its machine takes connections all the same, and nobody ever answers on them. */
let room: Awaited<ReturnType<typeof anOpenRoom>>
let hub: HubProcess
const { aDesk } = teamsOfTests()
beforeEach(async () => {
  room = await anOpenRoom()
  hub = await aHubProcess({ database: room.url, isFirst: true })
})
afterEach(async () => {
  await endHub(hub)
  await room.close()
})

test('at a hub that stands still whatever lies here is read from here, the rest is said, and listening goes on; the hub goes on, and so does all', async () => {
  // The heartbeat would notice only long after this test.
  const pace = { ...linkPace, heartbeatMs: 600_000, silentAfterMs: 700, unheardWithinMs: 500 }
  const desk = await aDesk({ linkPace: pace })
  const { client } = desk
  await accepted(client.team.join({ address: `http://${hub.host}`, code: hub.code, name: '罗佳', deskName: '东窗' }))
  const linkIs = (kind: string) =>
    vi.waitFor(async () => expect(await accepted(client.team.status({}))).toMatchObject({ link: { kind } }), patience)
  await linkIs('here')
  const status = await accepted(client.team.status({}))
  const personId = status.kind === 'member' ? status.me.personId : ''
  const day = { from: '2099-09-18', to: '2099-09-18' }
  const place = { personId, companionId: null, purpose: 'listen' as const }
  const times = { startsAt: shanghai('14:00', day.from), endsAt: shanghai('15:00', day.to) }
  const booked = await accepted(client.bookings.reserve({ ...place, ...times, seatId: room.seat(1) }))
  // What the desk keeps a copy of has come down.
  const early = { bookingId: booked.id, listenerId: null, purpose: 'listen' as const }
  await vi.waitFor(
    async () => expect(await client.sessions.start(early)).toMatchObject({ code: 'too_early' }),
    patience,
  )
  const departmentsBefore = await accepted(client.tickets.departments({}))
  const { sessionId } = await aCall(client)

  hub.child.kill('SIGSTOP')
  // One after the other, each asked before it is known that nobody answers, or after.
  const [people, board, departments, history, change] = await Promise.all([
    client.people.list({}),
    client.bookings.board(day),
    client.tickets.departments({}),
    client.bookings.history({ bookingId: booked.id }),
    client.bookings.reserve({ ...place, ...times, seatId: room.seat(2) }),
  ])
  expect(people).toMatchObject({ ok: true, value: [{ name: '罗佳' }] })
  expect(board).toMatchObject({ ok: true, value: [{ id: booked.id }] })
  expect(departments).toEqual({ ok: true, value: departmentsBefore, asOf: expect.any(String) })
  expect(history).toMatchObject({ code: 'offline' })
  // Sent, and not answered.
  expect(change).toMatchObject({ code: 'connection_lost' })
  expect(await client.bookings.reserve({ ...place, ...times, seatId: room.seat(2) })).toMatchObject({ code: 'offline' })
  expect(await accepted(client.team.status({}))).toMatchObject({ link: { kind: 'away' }, asOf: expect.any(String) })
  const { id: callId } = await accepted(client.sessions.nextCall({ sessionId, reference: null }))
  await aNoteIn(client, callId, 1)
  expect(await accepted(client.notes.ofCall({ callId }))).toHaveLength(1)

  // Begun anew in front of such a hub, it opens with what lies here.
  await desk.startAgain()
  expect(await client.people.list({})).toMatchObject({ ok: true, value: [{ name: '罗佳' }] })
  expect(await accepted(client.notes.ofCall({ callId }))).toHaveLength(1)

  hub.child.kill('SIGCONT')
  await linkIs('here')
  await accepted(client.sessions.end({ sessionId }))
  await vi.waitFor(async () => expect(await accepted(client.team.waiting({}))).toEqual([]), patience)
  // What was not known can be seen now.
  expect((await accepted(client.bookings.board(day))).map(({ id }) => id)).toContain(booked.id)
  expect(await client.bookings.history({ bookingId: booked.id })).toMatchObject({ ok: true })
})
