import { isOfEverything } from '../storage/hub/rows-down.ts'
import { sharing } from './sharing.ts'

/** For so long what one desk was told is told to others. */
const KEPT_MS = 20_000

/** What changed is told to those alone who ask in the same state of the database, and not for long: where the copies of bookings begin is a matter of the clock. */
const CHANGES_KEPT_MS = 1_000

interface SharedReading<Lot> {
  /** Where whoever began with everything was told to go on from; null: nobody did. */
  began(): string | null
  /** The database went back to before that: what was read of it is told to nobody any more. */
  beginAnew(): void
  read(cursor: string | null, state: string): Promise<Lot>
}

/**
 * Reads once for all who come at about the same moment: two hundred desks that begin anew would ask for each lot two hundred times, and two hundred
 * that are told of a change for the same few rows. A lot of everything that was read a while ago is as good: what changed since stands in the feed after the place at which all of them go on.
 * `state`: what the asker's transaction saw (`stateNow`).
 */
export function sharedReading<Lot extends { readonly cursor: string }>(
  read: (cursor: string | null) => Promise<Lot>,
  nowMs?: () => number,
): SharedReading<Lot> {
  const changes = sharing<Lot>(CHANGES_KEPT_MS, nowMs)
  let lots = sharing<Lot>(KEPT_MS, nowMs)
  let began: string | null = null
  return {
    began: () => began,
    beginAnew: () => {
      lots = sharing<Lot>(KEPT_MS, nowMs)
      began = null
    },
    read: async (cursor, state) => {
      if (!isOfEverything(cursor)) return changes(`${state} ${cursor}`, () => read(cursor))
      const lot = await lots(cursor ?? '', () => read(cursor))
      if (cursor === null) began = lot.cursor
      return lot
    },
  }
}
