import type { HouseRoom } from '../../../contract/house/rooms.ts'
import type { BookingColumns, BookingField, RowFault } from '../../../contract/seats/booking-lists.ts'
import type { PlaceWish } from '../../../contract/seats/series.ts'
import type { Instant } from '../../../contract/values.ts'
import { dateOf, daysAfter, instantAt, timeOf } from '../../wall-clock.ts'
import {
  dayFaultBefore,
  endIn,
  lengthIn,
  purposeIn,
  seatNumberIn,
  type TimeRead,
  timeBehindDay,
  timesIn,
} from './read-cells.ts'
import { type DayFacts, type DayFault, type DayOrder, dayOrFault } from './read-days.ts'
import type { Somebody, WhoIsMeant } from './who-is-meant.ts'

/** A row that says all that a booking needs. */
export interface ReadRow {
  readonly row: number
  readonly room: HouseRoom
  readonly day: string
  readonly seatNumber: number
  readonly person: Somebody
  readonly companion: Somebody | null
  readonly bookedBy: Somebody | null
  readonly wish: PlaceWish
}

export interface RowFacts {
  readonly now: Instant
  readonly rooms: readonly HouseRoom[]
  readonly who: WhoIsMeant
  /** Of the list as a whole. */
  readonly dayOrder: DayOrder | null
}

/** Until the room is known, any of them tells which day it is. */
export const todayInAny = ([room]: readonly Pick<HouseRoom, 'timeZone'>[], now: Instant): string =>
  dateOf(now, room?.timeZone ?? 'UTC')

/** What a row means, whether or not it can be had; or all in it that means nothing. */
export function readRow(
  { row, cells }: { row: number; cells: readonly string[] },
  columns: BookingColumns,
  { now, rooms, who, dayOrder }: RowFacts,
): ReadRow | RowFault[] {
  const cell = (field: BookingField): string => cells[columns[field] ?? -1]?.trim() ?? ''
  const faults: RowFault[] = []
  function meant<Read extends object>(read: Read | RowFault): Read | null {
    if (!('code' in read)) return read
    faults.push(read)
    return null
  }
  const room = meant(roomIn(cell('room'), rooms))
  const seat = room === null ? null : meant(seatIn(cell('seat'), room))
  const days = { today: todayInAny(room === null ? rooms : [room], now), order: dayOrder }
  const day = meant(rowDay(cell('day'), days))
  // Of a cell that holds both, what stands behind a day that is none.
  const isOneCell = columns.day === columns.from
  const from = day === null && isOneCell ? timeBehindDay(cell('from'), days) : cell('from')
  const times = endsIn(from, cell('to'), cell('length'), day?.date ?? null, days)
  if (Array.isArray(times)) faults.push(...times)
  const person = meant(who(cell('employeeNumber'), cell('person')))
  const companion = cell('companion') === '' ? null : meant(who('', cell('companion')))
  const bookedBy = cell('bookedBy') === '' ? null : meant(who('', cell('bookedBy')))
  const purpose = purposeIn(cell('purpose'))
  if (purpose === null) faults.push({ code: 'unknown_purpose', detail: { said: cell('purpose') } })
  const isWhole = room !== null && seat !== null && day !== null && !Array.isArray(times) && person !== null
  if (!isWhole || purpose === null || faults.length > 0) return faults
  return rowOf({ row, room, seat, day: day.date, times, person, companion, bookedBy, purpose })
}

interface MeantRow extends Pick<ReadRow, 'row' | 'room' | 'day' | 'person' | 'companion' | 'bookedBy'> {
  readonly seat: HouseRoom['seats'][number]
  readonly times: Ends
  readonly purpose: PlaceWish['purpose']
}

function rowOf({ row, room, seat, day, times, person, companion, bookedBy, purpose }: MeantRow): ReadRow | RowFault[] {
  const onDay = (minutes: number) =>
    minutes <= DAY_MINUTES
      ? { date: day, time: clockOf(minutes) }
      : { date: daysAfter(day, 1), time: clockOf(minutes - DAY_MINUTES) }
  const at = (minutes: number): Instant => instantAt(onDay(minutes).date, onDay(minutes).time, room.timeZone)
  const skipped = [times.from, times.to].filter(
    (minutes) => timeOf(at(minutes), room.timeZone) !== clockOf(minutes % DAY_MINUTES),
  )
  if (skipped.length > 0)
    return skipped.map(onDay).map(({ date, time }) => ({ code: 'no_such_time', detail: { said: time, day: date } }))
  const beside = companion?.id === person.id ? null : companion
  return {
    ...{ row, room, day, seatNumber: seat.number, person, companion: beside, bookedBy },
    wish: {
      ...{ seatId: seat.id, personId: person.id, companionId: beside?.id ?? null, purpose },
      ...{ startsAt: at(times.from), endsAt: at(times.to) },
    },
  }
}

function seatIn(said: string, room: HouseRoom): HouseRoom['seats'][number] | RowFault {
  const number = seatNumberIn(said)
  return room.seats.find((one) => one.number === number) ?? { code: 'unknown_seat', detail: { said } }
}

function rowDay(said: string, facts: DayFacts): { date: string } | RowFault {
  const day = dayOrFault(said, facts)
  return typeof day === 'string' ? { date: day } : faultOfDay(day, said)
}

const faultOfDay = (fault: DayFault, said: string): RowFault =>
  fault.code === 'other_weekday'
    ? { code: fault.code, detail: { said, day: fault.day } }
    : { code: fault.code, detail: { said } }

const DAY_MINUTES = 1_440

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function roomIn(said: string, rooms: readonly HouseRoom[]): HouseRoom | RowFault {
  const [only] = rooms
  if (said !== '') {
    const named = rooms.find(({ name }) => name.trim().toLowerCase() === said.toLowerCase())
    if (named !== undefined) return named
    // A house with one room has perhaps never given it a name.
    return rooms.length === 1 && only?.name === '' ? only : { code: 'unknown_room', detail: { said } }
  }
  return rooms.length === 1 && only !== undefined ? only : { code: 'which_room', detail: {} }
}

/** Nobody sits longer over midnight: an end before a beginning that is further off was written down wrong, as «10:00, 9:00» was. */
const LONGEST_NIGHT = 12 * 60

interface Ends {
  readonly from: number
  readonly to: number
}

/**
 * The end in its own column, in that of the beginning, or so long after it. An end before the beginning is on the next day, unless it says its day; a beginning
 * or an end that says another day than the row is none. `rowDay` null: nobody knows; `from` null: what stands there was said already. Else all that is wrong.
 */
function endsIn(
  from: string | null,
  to: string,
  length: string,
  rowDay: string | null,
  days: DayFacts,
): Ends | RowFault[] {
  const noTime = (said: string): RowFault => {
    const fault = dayFaultBefore(said, days)
    return fault === null ? { code: 'bad_time', detail: { said } } : faultOfDay(fault, said)
  }
  const times = from === null ? null : timesIn(from, days)
  const faults: RowFault[] = from === null || times !== null ? [] : [noTime(from)]
  const day = rowDay ?? times?.from.day ?? null
  const isOtherDay = times !== null && (times.from.day ?? day) !== day
  if (isOtherDay) faults.push({ code: 'bad_time', detail: { said: from ?? '' } })
  const end = to === '' ? (times?.to ?? null) : endIn(to, days)
  if (to !== '' && end === null) faults.push(noTime(to))
  const lasts = to !== '' || end !== null || length === '' ? null : lengthIn(length)
  const isTooLong = to === '' && end === null && length !== '' && (lasts === null || lasts > DAY_MINUTES)
  if (isTooLong) faults.push({ code: 'bad_length', detail: { said: length } })
  if (times === null || faults.length > 0) return faults
  const begin = times.from.minutes
  if (lasts !== null) return { from: begin, to: begin + lasts }
  if (end === null) return [{ code: 'no_end', detail: {} }]
  const minutes = endAfter(begin, end, day ?? end.day ?? '')
  const said = to === '' ? (from ?? '') : `${from} – ${to}`
  return minutes === null ? [{ code: 'bad_time', detail: { said } }] : { from: begin, to: minutes }
}

/** Null: it is before the beginning, or too long after it. */
function endAfter(begin: number, { day: endDay, minutes }: TimeRead, day: string): number | null {
  const isNextDay = endDay === null ? minutes <= begin : endDay === daysAfter(day, 1)
  const longest = endDay === null && isNextDay ? LONGEST_NIGHT : DAY_MINUTES
  const end = isNextDay ? minutes + DAY_MINUTES : minutes
  const isOtherDay = endDay !== null && endDay !== day && !isNextDay
  return isOtherDay || end <= begin || end - begin > longest ? null : end
}
