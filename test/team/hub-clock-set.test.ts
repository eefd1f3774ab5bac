import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../builders/console.ts'
import { aHub, type RunningHub } from '../builders/hub.ts'
import { aClock } from '../builders/parts.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom } from '../builders/seats.ts'
import { teamsOfTests } from '../builders/team-desk.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
const hubClock = aClock()
const { aDesk } = teamsOfTests()
beforeEach(async () => {
  house = await anOpenRoom()
  hub = await aHub(house.url, { clock: hubClock }, { clock: hubClock, limits: { heartbeatMs: 100 } })
})
afterEach(async () => {
  await hub.close()
  await house.close()
})

test('a hub whose clock is set right is what its desks go by from then on', async () => {
  const desk = await aDesk({ clock: aClock() })
  const { code } = await hub.house.makeCode({ role: 'note_taker' })
  await accepted(desk.client.team.join({ address: `http://${hub.host}`, code, name: '陈静', deskName: '东窗' }))
  const minutesAhead = async () => {
    const status = await accepted(desk.client.team.status({}))
    return status.kind === 'member' && status.link.kind === 'here' ? Math.round(status.clockAheadMs / 60_000) : null
  }
  await vi.waitFor(async () => expect(await minutesAhead()).toBe(0), patience)
  hubClock.step(3_600_000)
  await vi.waitFor(async () => expect(await minutesAhead()).toBe(-60), patience)
})
