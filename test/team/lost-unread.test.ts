import type { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addMs } from '../../shared/domain/instants.ts'
import { connectionTo } from '../builders/connection.ts'
import { aCall, accepted, aNoteIn } from '../builders/console.ts'
import { aHub, type RunningHub } from '../builders/hub.ts'
import { patience } from '../builders/patience.ts'
import { openAlike, seatsOf } from '../builders/rooms.ts'
import { teamsOfTests } from '../builders/team-desk.ts'

/** A whole console at a hub whose database is put back to before what was acknowledged, and the console had read nothing after that. */
const { aDesk } = teamsOfTests()
let server: Client
const names = { live: `unread_${process.pid}`, copy: `unread_${process.pid}_copy` }
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

test('what a hub acknowledged and lost before its desk had read of it is told at the desk, and what was heard goes up once more', async () => {
  const desk = await aDesk()
  const { code } = await hub.house.makeCode({ role: 'coordinator' })
  const { team, bookings, people } = desk.client
  await accepted(team.join({ address: `http://${hub.host}`, code, name: '王敏', deskName: '东窗' }))
  const isHere = () =>
    vi.waitFor(async () => expect(await accepted(team.status({}))).toMatchObject({ link: { kind: 'here' } }), patience)
  const isUp = () => vi.waitFor(async () => expect(await accepted(team.waiting({}))).toEqual([]), patience)
  await isHere()
  await openAlike(desk.client, { opensAt: '00:00', closesAt: '24:00', slotMinutes: 15, seatCount: 1 })
  const [seat] = await seatsOf(desk.client)
  const [me] = await accepted(people.list({}))
  if (seat === undefined || me === undefined) throw new Error('the room has a seat, and the list somebody')
  const { callId } = await aCall(desk.client)
  await aNoteIn(desk.client, callId, 1)
  await isUp()

  await hub.close()
  await server.query(`CREATE DATABASE ${names.copy} TEMPLATE ${names.live}`)
  await startAgain(names.live)
  await isHere()
  // While it goes on nobody reads of what begins after it.
  const slow = await connectionTo(urlOf(names.live))
  await slow.query('BEGIN')
  await slow.query('SELECT pg_current_xact_id()')
  const startsAt = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T04:00:00.000Z`
  const booked = await accepted(
    bookings.reserve({
      ...{ seatId: seat.id, personId: me.id, companionId: null, purpose: 'listen' as const },
      ...{ startsAt, endsAt: addMs(startsAt, 900_000) },
    }),
  )
  const said = await aNoteIn(desk.client, callId, 2)
  await isUp()

  await hub.close()
  await slow.end()
  await startAgain(names.copy)
  await isHere()
  await vi.waitFor(
    async () =>
      expect(await accepted(team.lost({}))).toMatchObject([{ kind: 'reserved', about: { bookingId: booked.id } }]),
    patience,
  )
  const copy = await connectionTo(urlOf(names.copy))
  await vi.waitFor(
    async () => expect((await copy.query('SELECT id FROM note WHERE id = $1', [said.id])).rows).toHaveLength(1),
    patience,
  )
  await copy.end()
})
