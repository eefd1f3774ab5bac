import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aCall, accepted, aNoteIn } from '../builders/console.ts'
import { aHub } from '../builders/hub.ts'
import { aHubProcess, endHub, type HubProcess } from '../builders/hub-process.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, shanghai } from '../builders/seats.ts'
import { teamsOfTests } from '../builders/team-desk.ts'

let room: Awaited<ReturnType<typeof anOpenRoom>>
const { aDesk, ends } = teamsOfTests()
const processes: HubProcess[] = []
beforeEach(async () => {
  room = await anOpenRoom()
})
afterEach(async () => {
  for (const hub of processes.splice(0)) await endHub(hub)
  await room.close()
})

test.each([
  ['newer', 2, true],
  ['older', 0, false],
])(
  'beside a %s hub a desk notes and its notes go up; it reserves nothing and is told why, until both are alike',
  async (_, contract, isDeskOlder) => {
    const hub = await aHubProcess({ database: room.url, isFirst: true, contract })
    processes.push(hub)
    const { client, events } = await aDesk()
    const address = `http://${hub.host}`
    await accepted(client.team.join({ address, code: hub.code, name: '陈静', deskName: '东窗' }))
    const status = () => accepted(client.team.status({}))
    await vi.waitFor(async () => expect(await status()).toMatchObject({ otherVersion: { isDeskOlder } }), patience)
    const member = await status()
    const personId = member.kind === 'member' ? member.me.personId : ''
    const wish = {
      ...{ seatId: room.seat(1), personId, companionId: null, purpose: 'listen' as const },
      ...{ startsAt: shanghai('14:00', '2099-09-18'), endsAt: shanghai('15:00', '2099-09-18') },
    }
    const refusal = { ok: false, code: 'other_version', detail: { isDeskOlder } }
    expect(await client.bookings.reserve(wish)).toEqual(refusal)
    expect(await client.tickets.departments({})).toEqual(refusal)

    const { sessionId, callId } = await aCall(client)
    await aNoteIn(client, callId, 1)
    await accepted(client.sessions.end({ sessionId }))
    await vi.waitFor(async () => expect(await accepted(client.team.waiting({}))).toEqual([]), patience)

    // The hub is brought to the desk's own version, behind the same address.
    await endHub(hub)
    events.length = 0
    const alike = await aHub(room.url, {}, { port: hub.port })
    ends.push(alike.close)
    await vi.waitFor(
      async () => expect(await status()).toMatchObject({ link: { kind: 'here' }, otherVersion: null }),
      patience,
    )
    expect(await alike.own('notes.ofSession', { sessionId })).toMatchObject({
      ok: true,
      value: [{ text: '第 1 句话' }],
    })
    expect(events).toContainEqual(expect.objectContaining({ topics: expect.arrayContaining(['team', 'bookings']) }))
    expect(await accepted(client.bookings.reserve(wish))).toMatchObject({ personName: '陈静' })
  },
)
