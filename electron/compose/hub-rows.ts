import type { Caller } from '../../shared/contract/services.ts'
import type { Clock } from '../services/parts.ts'
import type { PostgresEngine } from '../storage/engine/postgres.ts'
import { type RowsDown, rowsSince } from '../storage/hub/rows-down.ts'
import { type LaidDown, layDown } from '../storage/hub/uploaded-rows.ts'
import type { Changes, UploadOutcome } from '../team/wire.ts'
import type { House, Replied, Unwelcome } from './house.ts'
import { unwelcome } from './hub-doorkeeper.ts'
import type { HubRefusals } from './hub-refusals.ts'
import { sharedReading } from './shared-reading.ts'

interface RowsParts {
  readonly engine: PostgresEngine
  readonly clock: Clock
  readonly refusals: HubRefusals
  asker(guest: Parameters<House['ask']>[0]): Promise<Caller | Unwelcome>
  /** Something was done here. */
  changed(): void
}

/** Rows that go up as they were heard, and rows that come down for a desk's copies. */
export function rowsOf({ engine, clock, refusals, asker, changed }: RowsParts): Pick<House, 'upload' | 'since'> {
  const orRefused = async (work: () => Promise<Replied>): Promise<Replied> => {
    try {
      return await work()
    } catch (error) {
      return { answer: refusals.of(error, 'rows did not go up or down') }
    }
  }
  const reading = sharedReading((cursor) => engine.read(() => rowsSince(cursor, clock.now())))
  return {
    upload: (guest, { generation, entries }) =>
      orRefused(async () => {
        const { deskId } = guest
        if (generation !== guest.generation)
          return { answer: { ok: false, code: 'superseded', at: 0 } satisfies UploadOutcome }
        const laid = await engine.transact(() => layDown({ deskId, generation, entries, at: clock.now() }))
        if (laid.ok) changed()
        const answer = laid.ok ? laid : outcomeOf(laid)
        return typeof answer === 'string' ? { end: answer } : { answer }
      }),

    since: (guest, cursor) =>
      orRefused(async () => {
        const caller = await asker(guest)
        if (caller === 'databaseAway') return { answer: { ok: false, code: 'offline', detail: { since: clock.now() } } }
        if (caller === 'busy') return { answer: { ok: false, code: 'hub_busy', detail: {} } }
        if (typeof caller === 'string') return { end: caller }
        return { answer: { ok: true, ...valued(await reading(cursor)) } }
      }),
  }
}

function outcomeOf({ code, at }: Extract<LaidDown, { ok: false }>): UploadOutcome | Unwelcome {
  const isOutcome = code === 'superseded' || code === 'not_yours' || code === 'refused'
  return isOutcome ? { ok: false, code, at } : unwelcome(code)
}

/** As the wire names it. */
const valued = ({ cursor, isAnew, hasMore, rows, gone }: RowsDown): { value: Changes } => ({
  value: { cursor, isAnew, hasMore, rows: [...rows], gone: [...gone] },
})
