import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ForWhom } from '../../shared/contract/team/desks.ts'
import { aHub, aRawDesk, type RawDesk, type RunningHub } from '../builders/hub.ts'
import { someoneListening } from '../builders/listening.ts'
import { shanghai } from '../builders/seats.ts'

/** Two hubs on one database. */
let room: Awaited<ReturnType<typeof someoneListening>>
let hubs: readonly [RunningHub, RunningHub]
const desks: RawDesk[] = []
const aHubHere = () => aHub(room.url, { clock: room.clock })
beforeEach(async () => {
  room = await someoneListening()
  hubs = [await aHubHere(), await aHubHere()]
})
afterEach(async () => {
  for (const desk of desks.splice(0)) desk.close()
  await Promise.all(hubs.map((hub) => hub.close()))
  await room.close()
})

async function aDesk(whom: ForWhom, [hub] = hubs as readonly RunningHub[]): Promise<RawDesk> {
  if (hub === undefined) throw new Error('no hub')
  const { token } = await hub.joined(whom, 'personId' in whom ? undefined : `新人${desks.length}`)
  const desk = await aRawDesk(hub.host, token)
  desks.push(desk)
  return desk
}

test('what is worked out once for many holds what was done when they asked, at whichever hub', async () => {
  const [one, other] = [await aDesk({ role: 'listener' }), await aDesk({ role: 'listener' }, [hubs[1]])]
  const date = shanghai('14:00').slice(0, 10)
  const seen = async (desk: RawDesk) => {
    const all = await Promise.all(Array.from({ length: 4 }, () => desk.ask('bookings.board', { from: date, to: date })))
    return new Set(all.map((answer) => (answer.ok ? (answer.value as unknown[]).length : answer.code)))
  }
  expect(await seen(one)).toEqual(new Set([0]))
  for (const [at, hour] of ['13', '14', '15', '16'].entries()) {
    const span = { startsAt: shanghai(`${hour}:00`), endsAt: shanghai(`${hour}:30`) }
    const place = { seatId: room.seat(1), personId: other.welcome.me.personId, companionId: null, purpose: 'listen' }
    expect(await other.ask('bookings.reserve', { ...place, ...span })).toMatchObject({ ok: true })
    expect(await seen(one)).toEqual(new Set([at + 1]))
  }
})

test('a list of sessions counts praise to whoever heard it, and to nobody else that it is worked out for', async () => {
  await room.aNote('很耐心', { kind: 'praise' })
  await room.aNote('没人管我')
  const [theirs, other] = [await aDesk({ personId: room.listener }), await aDesk({ role: 'coordinator' })]
  const counted = async (desk: RawDesk) => {
    const answer = await desk.ask('sessions.list', { limit: 50 })
    return answer.ok ? (answer.value as { sessions: { noteCount: number }[] }).sessions[0]?.noteCount : answer.code
  }
  // In one state of the database, each after the other.
  for (const [desk, count] of [
    [other, 1],
    [theirs, 2],
    [other, 1],
  ] as const)
    expect(await counted(desk)).toBe(count)
})
