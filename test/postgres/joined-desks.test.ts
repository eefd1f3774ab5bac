import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, expect, test, vi } from 'vitest'
import type { Client } from '../../shared/contract/contract.ts'
import { accepted } from '../builders/console.ts'
import { aHub, type RunningHub } from '../builders/hub.ts'
import { someoneListening } from '../builders/listening.ts'
import { patience } from '../builders/patience.ts'
import { seatsOf } from '../builders/rooms.ts'
import { teamsOfTests } from '../builders/team-desk.ts'

/** Whole desks on a whole hub, over real sockets. */
const { aDesk, ends } = teamsOfTests()
let hub: RunningHub | undefined
afterEach(() => hub?.close().catch(() => {}))

async function aDeskOf(house: RunningHub, name: string) {
  const { code } = await house.house.makeCode({ role: 'coordinator' })
  const desk = await aDesk()
  const address = `http://${house.host}`
  await accepted(desk.client.team.join({ address, code, name, deskName: `${name}的台` }))
  await linkIs(desk.client, 'here')
  return desk
}
const linkIs = (client: Client, kind: string) =>
  vi.waitFor(async () => expect(await accepted(client.team.status({}))).toMatchObject({ link: { kind } }), patience)

/** Ten to eleven, the day after tomorrow in Shanghai. */
function laterOn() {
  const day = new Date(Date.now() + 2 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
  return { day, startsAt: `${day}T02:00:00.000Z`, endsAt: `${day}T03:00:00.000Z` }
}

test('two desks of one hub: what one reserves the other sees, is refused, and still sees while the hub is away', async () => {
  const room = await someoneListening()
  ends.push(() => room.close())
  hub = await aHub(room.url)
  const [east, west] = [await aDeskOf(hub, '何静'), await aDeskOf(hub, '陈涛')]
  const people = await accepted(west.client.people.list({}))
  expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['何静', '陈涛', '王敏']))

  const { day, startsAt, endsAt } = laterOn()
  const seats = await seatsOf(east.client)
  const wish = { seatId: seats[0]?.id ?? '', companionId: null, purpose: 'listen', startsAt, endsAt } as const
  const idOf = (name: string) => people.find((one) => one.name === name)?.id ?? ''
  west.events.length = 0
  const booked = await accepted(east.client.bookings.reserve({ ...wish, personId: idOf('何静') }))
  await vi.waitFor(
    () => expect(west.events).toContainEqual({ kind: 'changed', topics: expect.arrayContaining(['bookings']) }),
    patience,
  )
  expect(await west.client.bookings.reserve({ ...wish, personId: idOf('陈涛') })).toMatchObject({
    ok: false,
    code: 'seat_taken',
  })

  const copies = new Database(join(west.folder, 'team', hub.house.id, 'earshot.db'), { readonly: true })
  ends.push(() => copies.close())
  await vi.waitFor(() => expect(copies.prepare('SELECT id FROM booking').pluck().all()).toContain(booked.id), patience)
  const board = () => west.client.bookings.board({ from: day, to: day })
  const seen = await accepted(board())
  await hub.close()
  await linkIs(west.client, 'away')
  await vi.waitFor(async () => expect(JSON.stringify(await accepted(board()))).toContain(booked.id), patience)
  expect((await accepted(board())) as unknown).toEqual(seen)
  expect(await west.client.bookings.cancel({ bookingId: booked.id, seenVersion: booked.version })).toMatchObject({
    code: 'offline',
  })
  expect((await accepted(west.client.settings.get({}))).me).toBe(idOf('陈涛'))
})
