import type { DoorRefusal } from '../../shared/contract/entry.ts'
import type { Id } from '../../shared/contract/values.ts'
import type { Clock } from '../services/parts.ts'
import type { PostgresEngine } from '../storage/engine/postgres.ts'
import type { Query } from '../storage/engine/query.ts'
import { hasAcknowledged, lotMark } from '../storage/hub/acknowledged.ts'
import { isGoneOnFrom, type RowsDown, rowsSince } from '../storage/hub/rows-down.ts'
import { rowsOfTheFirstRoomSince } from '../storage/hub/rows-of-the-first-room.ts'
import { type LaidDown, layDown } from '../storage/hub/uploaded-rows.ts'
import { type Changes, CONTRACT_VERSION, UploadedRow, type UploadOutcome } from '../team/wire.ts'
import type { Guest, House, Replied, Unwelcome } from './house.ts'
import { unwelcome } from './hub-doorkeeper.ts'
import type { HubRefusals } from './hub-refusals.ts'
import type { Asking } from './shared-answers.ts'
import { sharedReading } from './shared-reading.ts'

/** What is heard while the hub is here comes up a few rows at a time. */
const MANY = 50

interface RowsParts {
  readonly engine: PostgresEngine
  readonly clock: Clock
  readonly refusals: HubRefusals
  /** With what else is asked in the same moment. */
  asker<More>(guest: Guest, more: () => Query<More>): Promise<(Asking & { readonly more: More }) | Unwelcome>
  /** Something was done here. */
  changed(): void
  /** A lot came that is as large as lots are: more is to come. */
  isAmongMany(): void
}

/** Rows that go up as they were heard, and rows that come down for a desk's copies. */
export function rowsOf({
  engine,
  clock,
  refusals,
  asker,
  changed,
  isAmongMany,
}: RowsParts): Pick<House, 'upload' | 'since'> {
  const notTaken = (error: unknown, at: number): UploadOutcome => {
    const reference = refusals.surprise(error, 'rows that came up could not be laid down')
    return { ok: false, code: 'failed', at, reference }
  }
  const readingBy = (read: typeof rowsSince) =>
    sharedReading(async (cursor) => {
      const lot = await engine.read(() => read(cursor, clock.now()))
      return { cursor: lot.cursor, bytesFor: bytesOf(lot) }
    })
  const reading = readingBy(rowsSince)
  /** A desk that is older may know a seat by its number alone. */
  const readingOfTheFirst = readingBy(rowsOfTheFirstRoomSince)
  const repliedTo = (laid: LaidDown): Replied => {
    if (laid.ok) return { answer: laid }
    if (laid.code === 'failed') return refuse(notTaken(laid.error, laid.at))
    const { code, at } = laid
    if (code === 'superseded') return refuse({ ok: false, code, at })
    return code === 'not_yours' || code === 'refused' ? refuse({ ok: false, code, at }) : { end: unwelcome(code) }
  }
  return {
    upload: async ({ deskId, generation: greeted }, { generation, entries }) => {
      if (generation !== greeted) return refuse({ ok: false, code: 'superseded', at: 0 })
      const known = entries.map((entry) => UploadedRow.safeParse(entry))
      const read = known.flatMap(({ data }) => data ?? [])
      if (read.length < known.length)
        return refuse({ ok: false, code: 'refused', at: known.findIndex(({ success }) => !success) })
      if (entries.length >= MANY) isAmongMany()
      try {
        const laid = await engine.transact(function* (): Query<LaidDown & { readonly mark?: string | undefined }> {
          const done = yield* layDown({ deskId, generation, entries: read, at: clock.now(), newId: clock.newId })
          return done.ok ? { ...done, mark: yield* lotMark() } : done
        })
        if (laid.ok) changed()
        return repliedTo(laid)
      } catch (error) {
        // Only at the end of it all: which row it was nobody knows, and the next lot is without the first one.
        return refuse(refusals.foreseen(error) ?? notTaken(error, 0))
      }
    },

    since: async (guest, cursor, has) => {
      const shared = guest.contract < CONTRACT_VERSION ? readingOfTheFirst : reading
      const began = shared.began()
      try {
        const asking = await asker(guest, function* () {
          const from = has === undefined || (yield* hasAcknowledged(has)) ? cursor : null
          return { from, isKept: from !== null || began === null || (yield* isGoneOnFrom(began)) }
        })
        if (asking === 'databaseAway') return refuse({ ok: false, code: 'offline', detail: { since: clock.now() } })
        if (asking === 'busy') return refuse({ ok: false, code: 'hub_busy', detail: {} })
        if (typeof asking === 'string') return { end: asking }
        const { from, isKept } = asking.more
        // Somebody else may have begun anew meanwhile.
        if (!isKept && shared.began() === began) shared.beginAnew()
        const { bytesFor } = await shared.read(from, asking.state)
        return { bytes: bytesFor(guest.deskId) }
      } catch (error) {
        return refuse(refusals.of(error, 'rows did not go down'))
      }
    },
  }
}

const refuse = (answer: DoorRefusal | UploadOutcome): Replied => ({ answer })

/** As they are sent, to whichever desk: most of what a lot costs is to write it down, and nearly all desks are told the same. */
function bytesOf(lot: RowsDown): (deskId: Id) => Buffer {
  const written = (rows: RowsDown['rows']) => Buffer.from(JSON.stringify({ ok: true, ...valued(lot, rows) }))
  const bytes = written(lot.rows)
  return (deskId) => {
    const own = lot.forSome.filter(({ deskIds }) => deskIds.includes(deskId))
    return own.length === 0 ? bytes : written([...lot.rows, ...own.map(({ table, row }) => ({ table, row }))])
  }
}

/** As the wire names it. */
const valued = ({ cursor, isAnew, hasMore, gone }: RowsDown, rows: RowsDown['rows']): { value: Changes } => ({
  value: { cursor, isAnew, hasMore, rows: [...rows], gone: [...gone] },
})
