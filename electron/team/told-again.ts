import { setImmediate as nextTurn } from 'node:timers/promises'
import { MOST_ASKED } from '../../shared/contract/team/arrivals.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { Clock } from '../services/parts.ts'
import type { WritableDb } from '../storage/database.ts'
import { sessionsGivenAway, takeBack } from '../storage/team/told-again.ts'
import { arrivalsAt } from './bring-along/ask-arrivals.ts'
import { piecesOf } from './bring-along/look.ts'
import type { HubLink } from './hub-link-port.ts'

/** Whoever types meanwhile waits for no more than that. */
const AT_ONCE = 20

interface Parts {
  readonly db: WritableDb
  readonly link: HubLink
  readonly clock: Pick<Clock, 'newId'>
  readonly log: Log
}

/**
 * The hub's database has another history: it was put back from a copy, or a standby took over. What it does not have whole of the sessions
 * that were given to it goes up once more; of those nothing else is sent. Done again, it finds the same. False: this desk was closed on the way. Throws `HubRefused` where it
 * would not say what it has.
 */
export async function tellAgain({ db, link, clock, log }: Parts): Promise<boolean> {
  const ask = arrivalsAt(link, clock)
  for (let after = ''; db.open; ) {
    const ids = sessionsGivenAway(db, after, MOST_ASKED)
    if (ids.length === 0) return true
    const whole = new Set(await ask('arrivals', 'knownSessions', { ids }))
    const lost = ids.filter((id) => !whole.has(id))
    if (!db.open) return false
    if (lost.length > 0) {
      log.warn(`the hub does not have ${lost.length} sessions that were given to it: they are told once more`)
      for (const some of piecesOf(lost, AT_ONCE)) {
        takeBack(db, some)
        await nextTurn()
        if (!db.open) return false
      }
    }
    after = ids.at(-1) ?? after
  }
  return false
}
