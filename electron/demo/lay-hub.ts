import type { Person } from '../../shared/contract/house/people.ts'
import type { Log } from '../adapters/log/log-port.ts'
import { openHouse } from '../compose-hub.ts'
import { askThrough } from './demo-asker.ts'
import { fillTeam, layBookings, myNextStart } from './demo-bookings.ts'
import { makeDemoClock } from './demo-clock.ts'
import { layRoom } from './demo-room.ts'
import { demoSteps } from './demo-steps.ts'
import { demoPeople } from './people-and-seats.ts'
import { DAY_MS } from './stage.ts'

export interface HubDemoOptions {
  readonly database: string
  readonly name: string
  readonly appVersion: string
  readonly log: Log
  readonly nowMs: number
}

/** Fills an empty hub with invented people, seats and a well-booked week; a hub that knows people already is left as it is. */
export async function layHub({ nowMs, ...options }: HubDemoOptions): Promise<void> {
  const clock = makeDemoClock(nowMs - 31 * DAY_MS)
  const opened = await openHouse({ ...options, clock })
  // Whoever opens it next meets the same obstacle, and has the words for it.
  if (!opened.ok) return
  const ask = askThrough(opened.own)
  try {
    if ((await ask('people', 'list', {})).length > 0) return
    const people: Person[] = []
    for (const wish of demoPeople) people.push(await ask('people', 'add', { ...wish, email: null }))
    const [me] = people
    if (me === undefined) throw new Error('demo: nobody')
    const startsMs = myNextStart(nowMs)
    await layRoom(ask, startsMs)
    const steps = demoSteps(clock)
    const stage = { ask, people, me, nowMs, later: steps.later, sit: () => null }
    layBookings(stage, startsMs, fillTeam(stage))
    await steps.run()
  } finally {
    await opened.house.close()
  }
}
