import type { Caller } from '../../shared/contract/services.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { Clock } from '../services/parts.ts'
import type { PostgresEngine } from '../storage/engine/postgres.ts'
import { isDatabaseAway } from '../storage/hub/database-faults.ts'
import { type RowsDown, rowsSince } from '../storage/hub/rows-down.ts'
import type { Changes } from '../team/wire.ts'
import type { Guest, Replied, Unwelcome } from './house.ts'

interface ChangesParts {
  readonly engine: PostgresEngine
  readonly clock: Clock
  readonly log: Log
  asker(guest: Guest): Promise<Caller | Unwelcome>
}

/** What a desk's copies lack, from where it stopped reading. */
export async function changesOf(
  { engine, clock, log, asker }: ChangesParts,
  guest: Guest,
  cursor: string | null,
): Promise<Replied> {
  const offline = { answer: { ok: false, code: 'offline', detail: { since: clock.now() } } }
  const caller = await asker(guest)
  if (caller === 'databaseAway') return offline
  if (typeof caller === 'string') return { end: caller }
  try {
    const lot = await engine.read(() => rowsSince(cursor, clock.now()))
    return { answer: { ok: true, ...valued(lot) } }
  } catch (error) {
    if (!isDatabaseAway(error)) log.error('what changed could not be read', 'HUB', error)
    return offline
  }
}

/** As the wire names it. */
const valued = ({ cursor, isAnew, hasMore, rows, gone }: RowsDown): { value: Changes } => ({
  value: { cursor, isAnew, hasMore, rows: [...rows], gone: [...gone] },
})
