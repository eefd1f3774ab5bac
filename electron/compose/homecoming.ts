import type { Clock } from '../services/parts.ts'

/** Desks that were away while a hub was not there come back within seconds, and tell what they did. */
const AFTER_START_MS = 60_000
/** A desk that tells of hours does so in several lots. */
const AFTER_LOT_MS = 10_000

/** Whether desks that were away may still be telling: until then nobody is taken for one who did not come. */
export interface Homecoming {
  isGoingOn(): boolean
  /** A large lot came. */
  heard(): void
}

export function makeHomecoming({ elapsedMs }: Pick<Clock, 'elapsedMs'>): Homecoming {
  let until = elapsedMs() + AFTER_START_MS
  return {
    isGoingOn: () => elapsedMs() < until,
    heard: () => {
      until = Math.max(until, elapsedMs() + AFTER_LOT_MS)
    },
  }
}
