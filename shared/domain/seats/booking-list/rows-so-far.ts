import type { Id } from '../../../contract/values.ts'
import { addMs, msOf } from '../../instants.ts'
import type { Counted } from '../booking-rules.ts'
import type { Held } from '../misfit.ts'
import { overlaps } from '../slots.ts'
import type { Timetable } from '../timetable.ts'
import type { ReadRow } from './read-row.ts'

/** A row that will be a booking, as the rows below it meet it. */
export interface RowHeld extends Held {
  readonly row: number
}

/** The rows of a list that can be had, as they come. What each is to the next ones is worked out once, however many those are. */
export interface RowsSoFar {
  readonly rows: readonly ReadRow[]
  /** Which of them take the same seat or somebody of the same people around that time. */
  near(row: ReadRow): RowHeld[]
  /** What of them the person's limits count. */
  countedOf(personId: Id): readonly Counted[]
  /** `timetable`: of its own room. */
  add(row: ReadRow, timetable: Timetable): void
}

/** Longer than any rest between two bookings. */
const AROUND_MS = 86_400_000

export function rowsSoFar(): RowsSoFar {
  const rows: ReadRow[] = []
  const byDay = new Map<string, RowHeld[]>()
  const counted = new Map<Id, Counted[]>()
  return {
    rows,
    near: ({ wish }) => {
      const around = { startsAt: addMs(wish.startsAt, -AROUND_MS), endsAt: addMs(wish.endsAt, AROUND_MS) }
      const found = touchedBy(wish).flatMap((id) => daysOf(around).flatMap((day) => byDay.get(`${day} ${id}`) ?? []))
      return [...new Set(found)].filter((held) => overlaps(held, around))
    },
    countedOf: (personId) => counted.get(personId) ?? [],
    add: (row, timetable) => {
      const held = heldBy(row)
      rows.push(row)
      for (const id of touchedBy(row.wish)) for (const day of daysOf(row.wish)) listIn(byDay, `${day} ${id}`).push(held)
      listIn(counted, row.wish.personId).push({
        ...{ id: `row ${row.row}`, startsAt: held.startsAt, endsAt: held.endsAt },
        day: timetable.seat(row.seatNumber).dayOf(held.startsAt),
      })
    },
  }
}

const touchedBy = ({ seatId, personId, companionId }: ReadRow['wish']): Id[] =>
  [seatId, personId, companionId].filter((id) => id !== null)

/** The days of the world's clock that a span lies on. */
function daysOf({ startsAt, endsAt }: Pick<Held, 'startsAt' | 'endsAt'>): number[] {
  const first = Math.floor(msOf(startsAt) / AROUND_MS)
  const last = Math.floor((msOf(endsAt) - 1) / AROUND_MS)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function listIn<Key, One>(lists: Map<Key, One[]>, key: Key): One[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

const heldBy = ({ row, wish, seatNumber, person, companion }: ReadRow): RowHeld => ({
  ...{ ...wish, row, seatNumber },
  ...{ personName: person.name, companionName: companion?.name ?? null },
})
