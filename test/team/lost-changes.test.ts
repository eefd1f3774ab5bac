import type { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addMs } from '../../shared/domain/instants.ts'
import { connectionTo } from '../builders/connection.ts'
import { aCall, accepted, aNoteIn } from '../builders/console.ts'
import { aHub, type RunningHub } from '../builders/hub.ts'
import { refused } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { openAlike, seatsOf } from '../builders/rooms.ts'
import { teamsOfTests } from '../builders/team-desk.ts'

/** Whole consoles at a hub whose database is put back from a copy that was made before. */
const { aDesk } = teamsOfTests()
let server: Client
const names = { live: `put_back_${process.pid}`, copy: `put_back_${process.pid}_copy` }
const urlOf = (name: string) =>
  Object.assign(new URL(String(process.env.EARSHOT_TEST_DATABASE)), { pathname: name }).href
let hub: RunningHub
beforeEach(async () => {
  server = await connectionTo(process.env.EARSHOT_TEST_DATABASE)
  await server.query(`CREATE DATABASE ${names.live}`)
  hub = await aHub(urlOf(names.live))
})
afterEach(async () => {
  await hub.close()
  for (const name of Object.values(names)) await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await server.end()
})

/** The same address, over another database or the same. */
async function startAgain(name: string): Promise<void> {
  const port = Number(hub.host.split(':')[1])
  hub = await aHub(urlOf(name), {}, { port })
}

test('what a hub lost that was put back from a copy stands at the desk that did it, is brought again from there, and is put away', async () => {
  const desk = await aDesk()
  const { code } = await hub.house.makeCode({ role: 'coordinator' })
  const { team, bookings, people, tickets, sessions } = desk.client
  await accepted(team.join({ address: `http://${hub.host}`, code, name: '王敏', deskName: '东窗' }))
  const isHere = () =>
    vi.waitFor(async () => expect(await accepted(team.status({}))).toMatchObject({ link: { kind: 'here' } }), patience)
  await isHere()
  await openAlike(desk.client, { opensAt: '00:00', closesAt: '24:00', slotMinutes: 15, seatCount: 2 })
  const [seat] = await seatsOf(desk.client)
  const [me] = await accepted(people.list({}))
  if (seat === undefined || me === undefined) throw new Error('the room has a seat, and the list somebody')
  const tomorrow = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T04:00:00.000Z`
  const wish = (hours: number) => ({
    ...{ seatId: seat.id, personId: me.id, companionId: null, purpose: 'listen' as const },
    ...{ startsAt: addMs(tomorrow, hours * 3_600_000), endsAt: addMs(tomorrow, hours * 3_600_000 + 900_000) },
  })
  const kept = await accepted(bookings.reserve(wish(0)))
  // What it heard before it is one of the hub's sessions alone.
  const { sessionId, callId } = await aCall(desk.client)
  const note = await aNoteIn(desk.client, callId, 1)
  await accepted(sessions.end({ sessionId }))
  await vi.waitFor(async () => expect(await accepted(team.waiting({}))).toEqual([]), patience)

  await hub.close()
  await server.query(`CREATE DATABASE ${names.copy} TEMPLATE ${names.live}`)
  await startAgain(names.live)
  await isHere()
  const lost = await accepted(bookings.reserve(wish(1)))
  const moved = await accepted(
    bookings.reschedule({ bookingId: lost.id, seenVersion: null, ...wish(2), reason: undefined } as never),
  )
  const givenUp = await accepted(bookings.reserve(wish(5)))
  await accepted(bookings.cancel({ bookingId: givenUp.id, seenVersion: null, reason: undefined } as never))
  const added = await accepted(
    people.add({ name: '赵倩', department: '', role: 'listener', employeeNumber: null, email: null }),
  )
  const about = { title: '降价补差没有人告诉过我', issueTypeId: 'coupon', priority: 3 as const, department: '营销部' }
  const ticket = await accepted(tickets.open({ ...about, noteIds: [note.id] }))
  expect(await accepted(team.lost({}))).toEqual([])
  // Both windows' copies know of it.
  await vi.waitFor(async () => expect(await accepted(people.list({}))).toHaveLength(2), patience)

  await hub.close()
  await startAgain(names.copy)
  await isHere()
  await vi.waitFor(async () => expect(await accepted(team.lost({}))).toHaveLength(3), patience)
  expect(await accepted(team.lost({}))).toMatchObject([
    {
      ...{ kind: 'reserved', sessionId: null },
      about: { what: 'booking', bookingId: lost.id, startsAt: moved.startsAt, personName: '王敏' },
    },
    { kind: 'person', about: { what: 'person', name: added.name } },
    { kind: 'ticket_opened', about: { what: 'ticket', number: ticket.number }, sessionId },
  ])
  // It is kept over a start, as what was done before the copy is not told.
  await desk.startAgain()
  await isHere()
  await vi.waitFor(async () => expect(await accepted(team.lost({}))).toHaveLength(3), patience)

  expect(await refused(team.bringLostBack({ bookingId: kept.id }))).toMatchObject({ code: 'not_lost' })
  const other = await accepted(bookings.reserve(wish(2)))
  const broughtBack = (await accepted(team.lost({}))).flatMap((one) => (one.kind === 'reserved' ? one.ids : []))
  expect(await accepted(team.bringLostBack({ bookingId: lost.id }))).toMatchObject({
    ...{ how: 'seat_taken', taken: { personName: '王敏', isTheirs: true } },
  })
  await accepted(bookings.cancel({ bookingId: other.id, seenVersion: null, reason: undefined } as never))
  expect(await accepted(team.bringLostBack({ bookingId: lost.id }))).toEqual({ id: lost.id, how: 'laid' })
  expect(await accepted(bookings.upcoming({ personId: me.id }))).toMatchObject([
    { id: kept.id },
    { id: lost.id, startsAt: moved.startsAt },
  ])
  // Of the notes, which are there, the ticket is opened once more.
  await accepted(tickets.open({ ...about, noteIds: [note.id] }))
  const ids = (await accepted(team.lost({}))).flatMap((one) => one.ids)
  expect(ids).toHaveLength(2)
  await accepted(team.putLostAway({ ids }))
  expect(await accepted(team.lost({}))).toEqual([])
  // What was brought back is not among them, whatever is taken back.
  await accepted(team.tellLostAgain({ ids: [...ids, ...broughtBack] }))
  expect((await accepted(team.lost({}))).flatMap((one) => one.ids)).toEqual(ids)
  await accepted(team.putLostAway({ ids }))

  // Lost another time, what was brought again is the same as before.
  await hub.close()
  await startAgain(names.live)
  await isHere()
  await vi.waitFor(async () => expect(await accepted(team.lost({}))).toHaveLength(2), patience)
  expect(await accepted(team.lost({}))).toMatchObject([
    { kind: 'reserved', about: { bookingId: lost.id } },
    { kind: 'ticket_opened' },
  ])
})
