import type { Log } from '../adapters/log/log-port.ts'
import type { Clock } from '../services/parts.ts'
import type { PostgresEngine } from '../storage/engine/postgres.ts'
import { isDatabaseAway } from '../storage/hub/database-faults.ts'
import type { Unwelcome as NotLetIn } from '../storage/hub/desks.ts'
import { layDown } from '../storage/hub/uploaded-rows.ts'
import type { Upload } from '../team/wire.ts'
import type { Guest, Replied, Unwelcome } from './house.ts'

interface RowsParts {
  readonly engine: PostgresEngine
  readonly clock: Clock
  readonly log: Log
  /** Something is different for windows. */
  changed(): void
}

const ENDS: Readonly<Record<NotLetIn, Unwelcome>> = {
  unknown: 'token',
  revoked: 'token',
  person_removed: 'personRemoved',
}

/** Lays down what was heard at a desk. Where nobody knows whether it is laid down, the desk sends it again. */
export async function rowsOf(
  { engine, clock, log, changed }: RowsParts,
  { deskId }: Guest,
  { generation, entries }: Upload['rows'],
): Promise<Replied> {
  try {
    const laid = await engine.transact(() => layDown({ deskId, generation, entries, at: clock.now() }))
    if (laid.ok) changed()
    else if (laid.code in ENDS) return { end: ENDS[laid.code as NotLetIn] }
    return { answer: laid }
  } catch (error) {
    if (!isDatabaseAway(error)) log.error('what was heard at a desk was not laid down', 'HUB', error)
    return { answer: { ok: false, code: 'offline', detail: { since: clock.now() } } as { ok: boolean } }
  }
}
