import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aCuttingWire } from '../builders/cutting-wire.ts'
import { aHub, type RunningHub } from '../builders/hub.ts'
import { accepted, refused } from '../builders/outcomes.ts'
import { aClock } from '../builders/parts.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, nobody, shanghai } from '../builders/seats.ts'
import { teamsOfTests } from '../builders/team-desk.ts'

/** A real hub on a real PostgreSQL, and a whole console at the end of a wire that can be cut. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
let isCut = false
const { aDesk, ends } = teamsOfTests()
beforeEach(async () => {
  isCut = false
  house = await anOpenRoom()
  hub = await aHub(house.url, { clock: house.clock })
})
afterEach(async () => {
  await hub.close()
  await house.close()
})

test('a desk without its hub begins to listen wherever somebody sits, and says so once it knows; with its hub it refuses', async () => {
  const booked = async (name: string, seat: number) => {
    const person = await house.aPerson(name)
    return (await house.aBooking({ person, seat, from: '10:00', to: '11:00' })).id
  }
  const [wangs, lis, zhangs] = [await booked('王敏', 1), await booked('李强', 2), await booked('张伟', 3)]
  house.clock.set(shanghai('10:20'))
  const wire = await aCuttingWire(hub.host, () => isCut)
  ends.push(wire.close)
  const { client } = await aDesk({ clock: aClock(shanghai('10:20')) })
  const { code } = await hub.house.makeCode({ role: 'note_taker' })
  await accepted(client.team.join({ address: wire.address.href, code, name: '陈静', deskName: '东窗' }))
  const status = await accepted(client.team.status({}))
  const me = status.kind === 'member' ? status.me.personId : ''
  const isLinked = (kind: 'here' | 'away') =>
    vi.waitFor(async () => expect(await accepted(client.team.status({}))).toMatchObject({ link: { kind } }), patience)
  await isLinked('here')
  const copied = () =>
    vi.waitFor(async () => expect(await accepted(client.team.status({}))).toMatchObject({ hasCopies: true }), patience)
  await copied()
  const listen = (bookingId: string) => client.sessions.start({ bookingId, listenerId: me, purpose: 'listen' })
  const elsewhere = { personName: '陈静', seatNumber: 1 }

  isCut = true
  await isLinked('away')
  await accepted(house.bookings.checkIn({ bookingId: wangs, standInId: me }, nobody))
  const session = await accepted(listen(lis))
  expect(await accepted(client.sessions.sitsTwice({}))).toBeNull()

  isCut = false
  await isLinked('here')
  await vi.waitFor(async () => expect(await accepted(client.sessions.sitsTwice({}))).toMatchObject(elsewhere), patience)
  await accepted(client.sessions.end({ sessionId: session.id }))
  expect(await refused(listen(zhangs))).toMatchObject({ code: 'person_taken', detail: elsewhere })

  isCut = true
  await isLinked('away')
  await accepted(listen(zhangs))
})
