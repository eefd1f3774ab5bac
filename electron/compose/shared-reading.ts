import { isOfEverything } from '../storage/hub/rows-down.ts'
import { sharing } from './sharing.ts'

/** For so long what one desk was told is told to others. */
const KEPT_MS = 20_000

/** What changed is told to those alone who ask in the same state of the database, and not for long: where the copies of bookings begin is a matter of the clock. */
const CHANGES_KEPT_MS = 1_000

/**
 * Reads once for all who come at about the same moment: two hundred desks that begin anew would ask for each lot two hundred times, and two hundred
 * that are told of a change for the same few rows. A lot of everything that was read a while ago is as good: what changed since stands in the feed after the place at which all of them go on.
 * `state`: what the asker's transaction saw (`stateNow`).
 */
export function sharedReading<Lot>(
  read: (cursor: string | null) => Promise<Lot>,
  nowMs?: () => number,
): (cursor: string | null, state: string) => Promise<Lot> {
  const lots = sharing<Lot>(KEPT_MS, nowMs)
  const changes = sharing<Lot>(CHANGES_KEPT_MS, nowMs)
  return (cursor, state) =>
    isOfEverything(cursor) ? lots(cursor ?? '', () => read(cursor)) : changes(`${state} ${cursor}`, () => read(cursor))
}
