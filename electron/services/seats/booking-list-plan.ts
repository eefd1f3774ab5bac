import type { BookingColumns, RowFault } from '../../../shared/contract/seats/booking-lists.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { dayOrderIn } from '../../../shared/domain/seats/booking-list/read-cells.ts'
import { type ReadRow, readRow } from '../../../shared/domain/seats/booking-list/read-row.ts'
import { rowsSoFar } from '../../../shared/domain/seats/booking-list/rows-so-far.ts'
import { whoIsMeantAmong } from '../../../shared/domain/seats/booking-list/who-is-meant.ts'
import type { Counted } from '../../../shared/domain/seats/booking-rules.ts'
import { type FitFacts, fitsBy, type Held } from '../../../shared/domain/seats/misfit.ts'
import { overlaps } from '../../../shared/domain/seats/slots.ts'
import { timetableIn } from '../../../shared/domain/seats/timetable.ts'
import { daysAfter } from '../../../shared/domain/wall-clock.ts'
import type { BookingTable } from '../../adapters/booking-list/read-booking-table.ts'
import type { Query } from '../../storage/engine/query.ts'
import { allPeople } from '../../storage/house/people.ts'
import { houseRooms } from '../../storage/house/room.ts'
import { countedFor, heldBack, heldOn, placeOf } from './series-places.ts'

interface BadRow {
  row: number
  fault: RowFault
}

/** What the rows mean, whether or not they can be had. */
export function* readRows(
  rows: BookingTable['rows'],
  columns: BookingColumns,
  now: Instant,
): Query<{ read: ReadRow[]; bad: BadRow[] }> {
  const dayOrder = dayOrderIn(rows.map(({ cells }) => cells[columns.day ?? -1] ?? ''))
  const facts = { now, rooms: yield* houseRooms(), who: whoIsMeantAmong(yield* allPeople()), dayOrder }
  const read: ReadRow[] = []
  const bad: BadRow[] = []
  for (const each of rows) {
    const meant = each.isUnclear ? ({ code: 'unclear_row', detail: {} } as const) : readRow(each, columns, facts)
    if ('code' in meant) bad.push({ row: each.row, fault: meant })
    else read.push(meant)
  }
  return { read, bad }
}

/** Which of them would be booked one after another, and why the others would not. */
export function* planRows(rows: readonly ReadRow[], now: Instant): Query<{ good: readonly ReadRow[]; bad: BadRow[] }> {
  const soFar = rowsSoFar()
  const bad: BadRow[] = []
  const takenByDay = new Map<string, Pick<FitFacts, 'held' | 'drawn'>>()
  const countedOf = new Map<string, readonly Counted[]>()
  for (const row of rows) {
    const { room, day, wish } = row
    const touched = [wish.seatId, wish.personId, wish.companionId].filter((id) => id !== null)
    const near = soFar.near(row)
    const other = near.find((one) => overlaps(one, wish))
    if (other !== undefined) {
      bad.push({ row: row.row, fault: { code: 'overlaps_row', detail: { row: other.row } } })
      continue
    }
    const dayKey = `${room.id} ${day}`
    const taken = takenByDay.get(dayKey) ?? (yield* heldOn(room, [daysAfter(day, -1), day]))
    takenByDay.set(dayKey, taken)
    const timetable = timetableIn(room)
    const countedKey = `${dayKey} ${wish.personId}`
    const counted = countedOf.get(countedKey) ?? (yield* countedFor(room, { now, timetable }, wish.personId, day))
    countedOf.set(countedKey, counted)
    const isNear = (one: Held) =>
      [one.seatId, one.personId, one.companionId].some((id) => id !== null && touched.includes(id))
    const fits = fitsBy({
      ...{ now, timetable, seats: room.seats },
      held: [...taken.held.filter(isNear), ...near],
      drawn: taken.drawn.filter(({ seatId }) => seatId === wish.seatId),
      personIds: [wish.personId, wish.companionId].filter((id) => id !== null),
      counted: [...counted, ...soFar.countedOf(wish.personId)],
    })
    const misfit = fits.misfitOf(placeOf(wish)) ?? (yield* heldBack(room, now, wish))
    if (misfit === null) soFar.add(row, timetable)
    else {
      const detail = { misfit, seatNumber: row.seatNumber, personName: row.person.name, day }
      bad.push({ row: row.row, fault: { code: 'misfit', detail } })
    }
  }
  return { good: soFar.rows, bad }
}
