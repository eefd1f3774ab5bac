import type { PlainDate } from '../../contract/values.ts'
import { type Instant, msOf } from '../instants.ts'
import type { Span } from '../seats/slots.ts'
import { type Opening, type RuledRoom, timetableIn } from '../seats/timetable.ts'
import { dateOf, daysAfter } from '../wall-clock.ts'

const HOUR_MS = 3_600_000

/** A seat that is held for a span. */
interface Held extends Span {
  readonly seatId: string
}

/**
 * How many more people can sit for an hour until the year ends, by the rules of each room: for each seat, the whole hours between the bookings
 * it has on a day. What is left of today counts from now on.
 */
export function placesLeft(
  year: number,
  rooms: readonly (RuledRoom & { readonly seats: readonly { readonly id: string; readonly number: number }[] })[],
  held: readonly Held[],
  now: Instant,
): number {
  const bySeat = new Map<string, Held[]>()
  for (const each of held) {
    const busy = bySeat.get(each.seatId)
    if (busy === undefined) bySeat.set(each.seatId, [each])
    else busy.push(each)
  }
  let sum = 0
  for (const room of rooms) {
    const dates = datesLeft(year, dateOf(now, room.timeZone))
    const timetable = timetableIn(room)
    // Of most days all seats have the same hours, and nobody yet.
    const whole = new Map<Opening, number>()
    for (const { id, number } of room.seats) {
      const seat = timetable.seat(number)
      const busy = (bySeat.get(id) ?? []).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
      for (const date of dates) {
        const opening = seat.openingOn(date)
        if (opening === null) continue
        const there = busy.filter(({ startsAt, endsAt }) => startsAt < opening.endsAt && endsAt > opening.startsAt)
        const all = whole.get(opening) ?? wholeHours(opening, now, [])
        whole.set(opening, all)
        sum += there.length === 0 ? all : wholeHours(opening, now, there)
      }
    }
  }
  return sum
}

/** Of the year: from yesterday on, whose night may go on. */
function datesLeft(year: number, today: PlainDate): PlainDate[] {
  const dates: PlainDate[] = []
  const yesterday = daysAfter(today, -1)
  for (let date = `${year}-01-01`; date < `${year + 1}-01-01`; date = daysAfter(date, 1))
    if (date >= yesterday) dates.push(date)
  return dates
}

/** Of a day from now on, between the spans that are held, in each gap by itself. */
function wholeHours({ slots }: Opening, now: Instant, held: readonly Span[]): number {
  const left = slots.filter(({ startsAt }) => startsAt >= now)
  const [opens, closes] = [left[0]?.startsAt, left.at(-1)?.endsAt]
  if (opens === undefined || closes === undefined) return 0
  const toMs = msOf(closes)
  let sum = 0
  let atMs = msOf(opens)
  for (const { startsAt, endsAt } of held) {
    sum += Math.max(0, Math.floor((Math.min(msOf(startsAt), toMs) - atMs) / HOUR_MS))
    atMs = Math.max(atMs, msOf(endsAt))
  }
  return sum + Math.max(0, Math.floor((toMs - atMs) / HOUR_MS))
}
