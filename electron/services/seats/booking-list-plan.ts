import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import type { BookingColumns, RowFault } from '../../../shared/contract/seats/booking-lists.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type DayOrder, dayOrderIn } from '../../../shared/domain/seats/booking-list/read-days.ts'
import { type ReadRow, readRow, todayInAny } from '../../../shared/domain/seats/booking-list/read-row.ts'
import { rowsSoFar } from '../../../shared/domain/seats/booking-list/rows-so-far.ts'
import { whoIsMeantAmong } from '../../../shared/domain/seats/booking-list/who-is-meant.ts'
import type { Counted } from '../../../shared/domain/seats/booking-rules.ts'
import { type DrawnPlace, type FitFacts, fitsBy, type Held } from '../../../shared/domain/seats/misfit.ts'
import { overlaps } from '../../../shared/domain/seats/slots.ts'
import { timetableIn } from '../../../shared/domain/seats/timetable.ts'
import { daysAfter } from '../../../shared/domain/wall-clock.ts'
import type { BookingTable } from '../../adapters/booking-list/read-booking-table.ts'
import type { Query } from '../../storage/engine/query.ts'
import { allPeople } from '../../storage/house/people.ts'
import { houseRooms } from '../../storage/house/room.ts'
import { openOffers } from '../../storage/seats/waitlist-offers.ts'
import { countedFor, heldOn, placeOf } from './series-places.ts'

interface BadRow {
  row: number
  faults: RowFault[]
}

/** What the rows mean, whether or not they can be had. */
export function* readRows(
  rows: BookingTable['rows'],
  columns: BookingColumns,
  now: Instant,
  chosenOrder: DayOrder | null,
): Query<{ read: ReadRow[]; bad: BadRow[] }> {
  const cellsOf = (column: number | undefined) => rows.map(({ cells }) => cells[column ?? -1] ?? '')
  const times = [...cellsOf(columns.from), ...cellsOf(columns.to)]
  const rooms = yield* houseRooms()
  const dayOrder = dayOrderIn(cellsOf(columns.day), todayInAny(rooms, now), times) ?? chosenOrder
  const facts = { now, rooms, who: whoIsMeantAmong(yield* allPeople()), dayOrder }
  const read: ReadRow[] = []
  const bad: BadRow[] = []
  for (const each of rows) {
    const meant = each.isUnclear ? [{ code: 'unclear_row' as const, detail: {} }] : readRow(each, columns, facts)
    if (Array.isArray(meant)) bad.push({ row: each.row, faults: meant })
    else read.push(meant)
  }
  return { read, bad }
}

/** Which of them would be booked one after another, and why the others would not. */
export function* planRows(rows: readonly ReadRow[], now: Instant): Query<{ good: readonly ReadRow[]; bad: BadRow[] }> {
  const soFar = rowsSoFar()
  const bad: BadRow[] = []
  const takenOn = takenByDays()
  const countedOf = new Map<string, readonly Counted[]>()
  const offers = Map.groupBy(yield* openOffers(), ({ seatId }) => seatId)
  for (const row of rows) {
    const { room, day, wish } = row
    const touched = [wish.seatId, wish.personId, wish.companionId].filter((id) => id !== null)
    const near = soFar.near(row)
    const other = near.find((one) => overlaps(one, wish))
    if (other !== undefined) {
      bad.push({ row: row.row, faults: [{ code: 'overlaps_row', detail: { row: other.row } }] })
      continue
    }
    const before = yield* takenOn(room, daysAfter(day, -1))
    const taken = yield* takenOn(room, day)
    const timetable = timetableIn(room)
    const countedKey = `${room.id} ${day} ${wish.personId}`
    const counted = countedOf.get(countedKey) ?? (yield* countedFor(room, { now, timetable }, wish.personId, day))
    countedOf.set(countedKey, counted)
    const held = touched.flatMap((id) => [...before.heldBy(id), ...taken.heldBy(id)])
    const fits = fitsBy({
      ...{ now, timetable, seats: room.seats },
      held: [...new Set([...held, ...near])],
      drawn: [...before.drawnOn(wish.seatId), ...taken.drawnOn(wish.seatId)],
      offered: (offers.get(wish.seatId) ?? []).filter(({ personId }) => personId !== wish.personId),
      personIds: [wish.personId, wish.companionId].filter((id) => id !== null),
      counted: [...counted, ...soFar.countedOf(wish.personId)],
    })
    const misfit = fits.misfitOf(placeOf(wish))
    if (misfit === null) soFar.add(row, timetable)
    else {
      const detail = { misfit, seatNumber: row.seatNumber, personName: row.person.name, day, roomId: room.id }
      bad.push({ row: row.row, faults: [{ code: 'misfit', detail }] })
    }
  }
  return { good: soFar.rows, bad }
}

/** What holds places of a day, found by the seat or by one of the people. */
interface TakenOnDay {
  heldBy(id: Id): readonly Held[]
  drawnOn(seatId: Id): readonly DrawnPlace[]
}

/** Each day of each room is read once, however many rows lie on it. */
function takenByDays(): (room: HouseRoom, day: string) => Query<TakenOnDay> {
  const known = new Map<string, TakenOnDay>()
  return function* (room, day) {
    const key = `${room.id} ${day}`
    const taken = known.get(key) ?? byWhom(yield* heldOn(room, [day]))
    known.set(key, taken)
    return taken
  }
}

function byWhom({ held, drawn }: Pick<FitFacts, 'held' | 'drawn'>): TakenOnDay {
  const lists = new Map<Id, Held[]>()
  for (const one of held)
    for (const id of [one.seatId, one.personId, one.companionId])
      if (id !== null) {
        const list = lists.get(id) ?? []
        list.push(one)
        lists.set(id, list)
      }
  const ofSeat = Map.groupBy(drawn, ({ seatId }) => seatId)
  return { heldBy: (id) => lists.get(id) ?? [], drawnOn: (seatId) => ofSeat.get(seatId) ?? [] }
}
