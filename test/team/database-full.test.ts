import type { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connectionTo } from '../builders/connection.ts'
import { aCall, accepted, aNoteIn } from '../builders/console.ts'
import { aHub, type RunningHub } from '../builders/hub.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, shanghai } from '../builders/seats.ts'
import { teamsOfTests } from '../builders/team-desk.ts'

/** A hub whose database answers and keeps nothing, in PostgreSQL's own words for a disk that is full. */
let room: Awaited<ReturnType<typeof anOpenRoom>>
let database: Client
let hub: RunningHub
let told: [string, string][]
const { aDesk } = teamsOfTests()
beforeEach(async () => {
  room = await anOpenRoom()
  database = await connectionTo(room.url)
  told = []
  const error = (message: string, reference: string) => void told.push([message, reference])
  hub = await aHub(room.url, { log: { info: () => {}, warn: () => {}, error } })
})
afterEach(async () => {
  await hub.close()
  await database.end()
  await room.close()
})

const fills = async () => {
  await database.query(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$`)
  for (const table of ['note', 'booking', 'hub_command'])
    await database.query(
      `CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION no_room()`,
    )
}
const hasRoomAgain = () => database.query('DROP FUNCTION no_room CASCADE')

test('while the disk of the database is full what is heard waits, what is shared is refused as away; then all goes on by itself', async () => {
  const { client } = await aDesk()
  const { code } = await hub.house.makeCode({ role: 'coordinator' })
  await accepted(client.team.join({ address: `http://${hub.host}`, code, name: '陈静', deskName: '东窗' }))
  await vi.waitFor(
    async () =>
      expect(await accepted(client.team.status({}))).toMatchObject({ link: { kind: 'here' }, hasCopies: true }),
    patience,
  )
  const { sessionId, callId } = await aCall(client)
  await vi.waitFor(async () => expect(await accepted(client.team.waiting({}))).toEqual([]), patience)
  const status = await accepted(client.team.status({}))
  const wish = {
    ...{ seatId: room.seat(1), personId: status.kind === 'member' ? status.me.personId : '', companionId: null },
    ...{
      startsAt: shanghai('14:00', '2099-09-18'),
      endsAt: shanghai('15:00', '2099-09-18'),
      purpose: 'listen' as const,
    },
  }
  await fills()
  await aNoteIn(client, callId, 1)
  await vi.waitFor(() => expect(told).toHaveLength(1), patience)
  await vi.waitFor(
    async () =>
      expect(await accepted(client.team.waiting({}))).toMatchObject([
        { counts: { notes: 1 }, why: 'hub_cannot_keep', reference: null },
      ]),
    patience,
  )
  expect(await accepted(client.team.status({}))).toMatchObject({ link: { kind: 'here' }, isUploading: false })
  expect(await client.bookings.reserve(wish)).toMatchObject({ ok: false, code: 'offline' })
  // Said once, to whoever looks after it.
  expect(told).toEqual([['the database keeps nothing more: its disk is full or broken', 'DATABASE']])

  await hasRoomAgain()
  await vi.waitFor(async () => expect(await accepted(client.team.waiting({}))).toEqual([]), patience)
  expect(await accepted(client.bookings.reserve(wish))).toMatchObject({ personName: '陈静' })
  await accepted(client.sessions.end({ sessionId }))
})
