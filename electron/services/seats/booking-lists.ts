import { MOST_AT_ONCE } from '../../../shared/contract/limits.ts'
import type { BadBookingRow, BookingColumns, RowFault } from '../../../shared/contract/seats/booking-lists.ts'
import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { isWhole } from '../../../shared/domain/seats/booking-list/columns.ts'
import type { DayOrder } from '../../../shared/domain/seats/booking-list/read-days.ts'
import type { ReadRow } from '../../../shared/domain/seats/booking-list/read-row.ts'
import type { BookingTable } from '../../adapters/booking-list/read-booking-table.ts'
import { isTooLargeList, readFile } from '../../adapters/reading/read-file.ts'
import { GoneMeanwhile } from '../../storage/engine/engine.ts'
import type { Query } from '../../storage/engine/query.ts'
import { importToTurn, insertImport, listImports, turnImport } from '../../storage/house/list-imports.ts'
import { bookingsWithIds, insertBooking, PlaceTaken } from '../../storage/seats/bookings.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { actsOnSeveral } from './acts-on-several.ts'
import { planRows, readRows } from './booking-list-plan.ts'
import { withCheckIn } from './check-in-window.ts'
import { areKnown, placeToHold } from './placing.ts'

export function bookingListsService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'bookingLists'> {
  const { takenBack, each } = actsOnSeveral(clock)

  /** Seats, then people, each in one order for all, so that no two wait for each other. */
  function* hold(rows: readonly ReadRow[]): Query<void> {
    for (const seatId of [...new Set(rows.map(({ wish }) => wish.seatId))].sort())
      if ((yield* placeToHold(clock.now(), seatId)) === null) throw new GoneMeanwhile('a seat of a list is gone')
    const people = rows.flatMap(({ wish }) => [wish.personId, wish.companionId])
    if (!(yield* areKnown(...people))) throw new GoneMeanwhile('somebody of a list is gone')
  }

  function* made({ wish, bookedBy }: ReadRow, actorId: Id | null): Query<Id> {
    const id = clock.newId()
    const booking = {
      ...{ ...wish, id, state: 'booked' as const, checkedInAt: null },
      ...{ satById: null, walkUpOf: null, version: 0 },
    }
    const event = { id: clock.newId(), at: clock.now(), actorId, what: 'imported' as const }
    try {
      yield* insertBooking(booking, event, null, bookedBy?.id)
    } catch (error) {
      // It was free when it was planned a moment ago: planned anew, the row says why it is not.
      throw error instanceof PlaceTaken ? new GoneMeanwhile('a planned row was refused') : error
    }
    return id
  }

  return {
    read: async ({ base64, columns: chosen, dayOrder = null }) => {
      const read = await tableIn(base64)
      if (!read.ok) return read
      const { rows, columns: guessed, ...table } = read.value
      const columns = chosen ?? guessed
      const told = { ...table, columns, isWhole: isWhole(columns) }
      if (!told.isWhole) return accept({ ...told, good: [], bad: [] })
      const { good, bad } = await engine.read(() => planOf(rows, columns, dayOrder))
      return accept({ ...told, good: good.map(shown), bad })
    },

    keep: async ({ base64, columns: chosen, dayOrder = null, leftOut }, asker) => {
      const read = await tableIn(base64)
      if (!read.ok) return read
      const { rows, columns: guessed } = read.value
      const columns = chosen ?? guessed
      const wanted = rows.filter(({ row }) => !leftOut.includes(row))
      if (!isWhole(columns) || wanted.length === 0) return refuse('empty')
      return engine.transact(function* () {
        const { read: meant } = yield* readRows(wanted, columns, clock.now(), dayOrder)
        yield* hold(meant)
        const { good, bad } = yield* planOf(wanted, columns, dayOrder)
        const [first] = bad
        if (first !== undefined)
          return { ok: false, code: 'does_not_fit', detail: { row: first.row, faults: first.faults } } as const
        const ids: Id[] = []
        for (const row of good) ids.push(yield* made(row, asker.personId))
        const kept = yield* bookingsWithIds(ids)
        const importId = clock.newId()
        yield* insertImport(importId, 'bookings', kept.map(asLeft), { at: clock.now(), actorId: asker.personId })
        return accept({ importId, bookings: yield* withCheckIn(kept) })
      })
    },

    imports: () =>
      engine.read(function* () {
        return accept(yield* listImports('bookings'))
      }),

    turnImport: ({ importId, seenState }, asker) =>
      engine.transact(function* () {
        const stored = yield* importToTurn<AsLeft>(importId, 'bookings')
        if (stored === null) return refuse('not_found')
        if (stored.state !== seenState) return refuse('turned_already')
        const versions = new Map(stored.todo.map(({ id, version }) => [id, version]))
        const turned = yield* each([...versions.keys()], (id) =>
          takenBack({ id, version: versions.get(id) ?? -1 }, asker, 'anyones'),
        )
        const { bookings, keptCount } = turned.value
        const by = { at: clock.now(), actorId: asker.personId }
        yield* turnImport(importId, stored, { todo: [], back: bookings.map(asLeft) }, keptCount, by)
        return turned
      }),
  }

  function* planOf(rows: BookingTable['rows'], columns: BookingColumns, dayOrder: DayOrder | null) {
    const { read, bad } = yield* readRows(rows, columns, clock.now(), dayOrder)
    const plan = yield* planRows(read, clock.now())
    const texts = new Map(rows.map(({ row, cells }) => [row, cells.join(' | ').slice(0, LONGEST_SHOWN)]))
    const told = ({ row, faults }: { row: number; faults: RowFault[] }): BadBookingRow => ({
      ...{ row, faults },
      text: texts.get(row) ?? '',
    })
    return { good: plan.good, bad: [...bad, ...plan.bad].sort((a, b) => a.row - b.row).map(told) }
  }
}

/** A booking as a list, or taking it back, left it. */
type AsLeft = Pick<KeptBooking, 'id' | 'version'>
const asLeft = ({ id, version }: AsLeft): AsLeft => ({ id, version })

const LONGEST_SHOWN = 200

async function tableIn(base64: string) {
  if (isTooLargeList(base64)) return refuse('file_too_large')
  const table = (await readFile('bookings', base64)) ?? { code: 'unreadable' as const, detail: {} }
  if ('code' in table) return { ok: false, ...table } as const
  if (table.rows.length > MOST_AT_ONCE)
    return { ok: false, code: 'too_many_rows', detail: { most: MOST_AT_ONCE } } as const
  return accept(table)
}

const shown = ({ row, room, seatNumber, person, companion, bookedBy, wish }: ReadRow) => ({
  ...{ ...wish, row, seatNumber, roomName: room.name, personName: person.name },
  ...{ companionName: companion?.name ?? null, bookedByName: bookedBy?.name ?? null },
})
