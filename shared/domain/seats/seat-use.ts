import type { HouseRoom } from '../../contract/house/rooms.ts'
import type { SeatUseCell } from '../../contract/seats/seat-use.ts'
import type { Instant, PlainDate } from '../../contract/values.ts'
import { msOf } from '../instants.ts'
import { daysAfter, instantAt, weekdayOf } from '../wall-clock.ts'
import { rulesWhileOpen } from './closed-rooms.ts'
import { rulesOn, seatsOn } from './room-rules.ts'
import { timetableIn } from './timetable.ts'

/** Bookings of one span together. `satFrom` and `satUntil`: when those who came sat down and left; null: nobody came. */
export interface UsedSpan {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly satFrom: Instant | null
  readonly satUntil: Instant | null
  /** How many were booked, and how many somebody sat in. */
  readonly booked: number
  readonly sat: number
}

const MINUTE_MS = 60_000

/** Seat-minutes of the room by weekday and hour of its clock. A day of 23 or 25 hours has the hours it has. */
export function hourlyUse(room: HouseRoom, from: PlainDate, to: PlainDate, spans: readonly UsedSpan[]): SeatUseCell[] {
  const dates: string[] = []
  for (let date = from; date <= to; date = daysAfter(date, 1)) dates.push(date)
  const hours = dates.flatMap((date) => hoursOf(date, room.timeZone))
  const ends = instantAt(daysAfter(to, 1), '00:00', room.timeZone)
  const starts = [...hours.map(({ startsAt }) => startsAt), msOf(ends)]
  const cells = new Map<number, SeatUseCell>()

  add('openMinutes', openingsOf(room, dates))
  add(
    'bookedMinutes',
    spans.map((span) => ({ ...span, seats: span.booked })),
  )
  add(
    'satMinutes',
    spans.flatMap(({ satFrom, satUntil, sat }) =>
      satFrom === null || satUntil === null ? [] : [{ startsAt: satFrom, endsAt: satUntil, seats: sat }],
    ),
  )
  const used = [...cells.values()].filter((cell) => cell.openMinutes + cell.bookedMinutes + cell.satMinutes > 0)
  return used.sort((one, other) => one.weekday - other.weekday || one.hour - other.hour)

  function add(what: 'openMinutes' | 'bookedMinutes' | 'satMinutes', used: readonly Seats[]) {
    for (const { startsAt, endsAt, seats } of used) {
      const [begins, over] = [msOf(startsAt), msOf(endsAt)]
      for (let at = hourAt(starts, begins); at < hours.length && (starts[at] ?? over) < over; at += 1) {
        const ms = Math.min(over, starts[at + 1] ?? over) - Math.max(begins, starts[at] ?? begins)
        if (ms > 0) cellOf(at)[what] += Math.round(ms / MINUTE_MS) * seats
      }
    }
  }

  function cellOf(at: number): SeatUseCell {
    const { weekday, hour } = hours[at] ?? { weekday: 1, hour: 0 }
    const key = weekday * 24 + hour
    const cell = cells.get(key) ?? { weekday, hour, openMinutes: 0, bookedMinutes: 0, satMinutes: 0 }
    cells.set(key, cell)
    return cell
  }
}

interface Seats {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly seats: number
}

function hoursOf(date: PlainDate, timeZone: string) {
  const weekday = weekdayOf(date)
  return Array.from({ length: 24 }, (_, hour) => ({
    weekday,
    hour,
    startsAt: msOf(instantAt(date, `${String(hour).padStart(2, '0')}:00`, timeZone)),
  }))
}

/** Seats that open and close together count together. The night before the first day reaches into it. */
function openingsOf(room: HouseRoom, dates: readonly PlainDate[]): Seats[] {
  const timetable = timetableIn(room)
  const rules = rulesWhileOpen(room)
  const first = dates[0]
  const days = first === undefined ? [] : [daysAfter(first, -1), ...dates]
  return days.flatMap((date) => {
    const count = seatsOn(rulesOn(rules, date), date)
    const openings = room.seats
      .filter(({ number }) => number <= count)
      .map(({ number }) => timetable.seat(number).openingOn(date))
    const together = new Map<string, Seats>()
    for (const opening of openings) {
      if (opening === null) continue
      const { startsAt, endsAt } = opening
      const key = `${startsAt} ${endsAt}`
      together.set(key, { startsAt, endsAt, seats: (together.get(key)?.seats ?? 0) + 1 })
    }
    return [...together.values()]
  })
}

/** The last hour that begins at or before a moment; the first one for whatever came before. */
function hourAt(starts: readonly number[], ms: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= ms) low = middle
    else high = middle - 1
  }
  return low
}
