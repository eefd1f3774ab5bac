import { expect, test, vi } from 'vitest'
import { openHubLink } from '../../../electron/team/hub-link.ts'
import { HubAway, type LinkState } from '../../../electron/team/hub-link-port.ts'
import { aClock, type StillClock } from '../../builders/parts.ts'
import { patience } from '../../builders/patience.ts'
import { TOKEN } from '../../builders/small-hub.ts'
import { teamsOfTests } from '../../builders/team-desk.ts'

const HOUR_MS = 3_600_000
const { aHub, ends } = teamsOfTests()
let clock: StillClock

type Hub = Awaited<ReturnType<typeof aHub>>
/** Since ten o’clock by a clock that stands still; the heartbeat would come only long after this. */
async function aLinkAtTen(hub: Hub) {
  clock = aClock('2026-09-17T10:00:00.000Z')
  const link = openHubLink({
    ...{ address: new URL(hub.address), fingerprint: null, token: TOKEN, appVersion: '0.0.0', hubId: hub.hubId },
    ...{ clock, pace: { heartbeatMs: 600_000, silentAfterMs: 100, firstRetryMs: 20, longestRetryMs: 100 } },
  })
  ends.push(() => link.close())
  await vi.waitFor(() => expect(link.state().kind).toBe('here'), patience)
  const states: LinkState[] = []
  link.onState((state) => states.push(state))
  return { link, states }
}

test.each(['silence', 'the end of the connection'])(
  'a hub is away since it was heard last, however long the machine slept until %s told of it, and whatever its clock was set to',
  async (what) => {
    const hub = await aHub({ answer: () => undefined })
    const { link, states } = await aLinkAtTen(hub)
    const heard: unknown[] = []
    link.onEvent((event) => heard.push(event))
    clock.advance(HOUR_MS)
    hub.tell({ kind: 'changed', topics: ['people'] })
    await vi.waitFor(() => expect(heard).toHaveLength(1), patience)
    hub.goSilent()
    clock.advance(9 * HOUR_MS)
    expect(link.lastHeard()).toBe('2026-09-17T11:00:00.000Z')
    // By the clock as it is set now.
    clock.step(-24 * HOUR_MS)
    if (what === 'silence') await expect(link.ask('people.list', {})).rejects.toBeInstanceOf(HubAway)
    else hub.cut()
    await vi.waitFor(() => expect(states[0]).toEqual({ kind: 'away', since: '2026-09-16T11:00:00.000Z' }), patience)
  },
)

test('a hub that says goodbye was heard then', async () => {
  const hub = await aHub()
  const { states } = await aLinkAtTen(hub)
  clock.advance(HOUR_MS)
  hub.closeWith(1001)
  await vi.waitFor(() => expect(states[0]).toEqual({ kind: 'away', since: '2026-09-17T11:00:00.000Z' }), patience)
})
