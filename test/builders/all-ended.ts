import { expect } from 'vitest'
import type { Engine } from '../../electron/storage/engine/engine.ts'
import { value } from '../../electron/storage/engine/query.ts'
import type { Changes } from '../../electron/team/wire.ts'
import { patience } from './patience.ts'

/** The id of the transaction that begins after this moment: all that was written before has a smaller one. */
export const BEGUN = 'SELECT CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS value'
const GOES_ON = 'SELECT CAST(pg_snapshot_xmin(pg_current_snapshot()) < CAST(? AS xid8) AS integer) AS value'

/**
 * Waits until every transaction of the server that began before now has ended, those of its other databases too. One of these may hold back for one
 * look what a hub tells its desks, which then ask again; a test that asks once would miss it.
 */
export async function allEnded(engine: Pick<Engine, 'read'>): Promise<void> {
  const begun = await engine.read(() => value<string>(BEGUN))
  const goesOn = () => engine.read(() => value<number>(GOES_ON, [begun ?? '0']))
  await expect.poll(goesOn, patience).toBe(0)
}

/** What a desk lacks since then, asked once all that was written before has ended. */
export async function changesSince(
  engine: Pick<Engine, 'read'>,
  desk: { say(message: object): Promise<unknown> },
  since: string | null,
): Promise<Changes> {
  await allEnded(engine)
  return ((await desk.say({ since })) as { value: Changes }).value
}
