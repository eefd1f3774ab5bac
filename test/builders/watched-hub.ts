import type { Mirror } from '../../electron/team/mirror.ts'
import { allEnded } from './all-ended.ts'
import { connectionTo } from './connection.ts'
import { aHub } from './hub.ts'
import { anOpenRoom } from './seats.ts'

/** A real hub on a real PostgreSQL, whose database is looked into. What was put into `ends` is ended first, the last of it before the others. */
export async function aWatchedHub() {
  const house = await anOpenRoom()
  const hub = await aHub(house.url, { clock: house.clock })
  const database = await connectionTo(house.url)
  const ends: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end()
    await database.end()
    await hub.close()
    await house.close()
  }
  /** A desk's copies, as the hub's rows are now. */
  const caughtUp = async (mirror: Mirror) => {
    await allEnded(house.engine)
    await mirror.catchUp()
  }
  return { house, hub, database, ends, close, caughtUp }
}
