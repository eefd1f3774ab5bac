import { afterEach } from 'vitest'
import type { ConsoleOptions, OpenConsole } from '../../electron/compose.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import { accepted, aFolder, aReadyConsole, clientOf } from './console.ts'
import { aSmallHub, type SmallHubOptions } from './small-hub.ts'

/** Impatient, as nobody is on the way but this machine. */
export const linkPace = {
  heartbeatMs: 200,
  firstRetryMs: 20,
  longestRetryMs: 100,
  settledWithinMs: 300,
  resentWithinMs: 300,
}

/** Hubs and desks of a test file, ended after each test: the youngest first. */
export function teamsOfTests() {
  const ends: (() => unknown)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
  })
  const aHub = async (options: SmallHubOptions = {}) => {
    const hub = await aSmallHub({ answer: () => ({ ok: true, value: [] }), ...options })
    ends.push(() => hub.stop().catch(() => {}))
    return hub
  }
  const aDesk = async (change: Partial<ConsoleOptions> = {}, at = aFolder()) => {
    let console: OpenConsole = await aReadyConsole(at.path, { linkPace, ...change })
    ends.push(at.remove, () => console.close())
    const events: EarshotEvent[] = []
    console.on((event) => events.push(event))
    return {
      folder: at.path,
      client: clientOf((call, input) => console.call(call, input)),
      call: (call: string, input: unknown) => console.call(call, input),
      events,
      close: () => console.close(),
      startAgain: async () => {
        await console.close()
        console = await aReadyConsole(at.path, { linkPace, ...change })
      },
    }
  }
  type Desk = Awaited<ReturnType<typeof aDesk>>
  const joined = (desk: Desk, hub: { address: string }) =>
    accepted(desk.client.team.join({ address: hub.address, code: 'GOOD-CODE', deskName: '东窗' }))
  return { aHub, aDesk, joined, ends }
}
