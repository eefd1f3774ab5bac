import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { addMs, msOf } from '../../../../shared/domain/instants.ts'
import { rulesOn } from '../../../../shared/domain/seats/room-rules.ts'
import { minutesOf, overlaps, type Span, slotsOfDay } from '../../../../shared/domain/seats/slots.ts'
import type { Opening, SeatTimes } from '../../../../shared/domain/seats/timetable.ts'
import { dateOf, instantAt, timeOf } from '../../../../shared/domain/wall-clock.ts'

/** How many rows to show beyond opening hours, so that no booking of the day is hidden. */
export interface Widening {
  before: number
  after: number
}

/** What the seats are open for that day, before any booking is looked at. */
export interface OpenRows {
  /** In order: the slots of all seats, and what lies between them. */
  readonly rows: readonly Span[]
  readonly slotMs: number
}

/** The rows that the slots of these seats make. A day on which all are closed has those of the room's usual hours. */
export function openRows(date: PlainDate, room: HouseRoom, openings: readonly (Opening | null)[]): OpenRows {
  const { slotMinutes, week } = rulesOn(room.rules, date)
  const slotMs = slotMinutes * 60_000
  const distinct = [...new Set(openings)].filter((opening) => opening !== null)
  const [only, ...others] = distinct
  if (only !== undefined && others.length === 0) return { rows: only.slots, slotMs }
  if (only !== undefined) return { rows: rowsOf(distinct, slotMs), slotMs }
  const usual = week.find((hours) => hours !== null) ?? { opensAt: '09:00', closesAt: '21:00' }
  return { rows: slotsOfDay(date, { ...usual, slotMinutes, timeZone: room.timeZone }), slotMs }
}

/** Seats with hours of their own: a row from each edge of a slot to the next one. */
function rowsOf(openings: readonly Opening[], slotMs: number): Span[] {
  const slots = openings.flatMap((opening) => opening.slots)
  const edges = [...new Set(slots.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]))].sort()
  return edges.flatMap((startsAt, index) => {
    const endsAt = edges[index + 1]
    if (endsAt === undefined) return []
    return slots.some((slot) => overlaps(slot, { startsAt, endsAt }))
      ? [{ startsAt, endsAt }]
      : stepsBetween(startsAt, endsAt, slotMs)
  })
}

function stepsBetween(from: Instant, to: Instant, slotMs: number): Span[] {
  const steps: Span[] = []
  for (let at = from; at < to; ) {
    const next = addMs(at, slotMs)
    steps.push({ startsAt: at, endsAt: next < to ? next : to })
    at = next
  }
  return steps
}

/** From midnight to midnight, or until the night that began then is over. */
export function extentOf(date: PlainDate, timeZone: string, openings: readonly (Opening | null)[]): Span {
  const midnight = instantAt(date, '24:00', timeZone)
  const closes = openings.map((opening) => opening?.endsAt ?? midnight)
  return { startsAt: instantAt(date, '00:00', timeZone), endsAt: [midnight, ...closes].sort().at(-1) ?? midnight }
}

/** How far the bookings of a day lie outside its rows. What belongs to the night before stands with it. */
export function wideningOf(
  date: PlainDate,
  { rows, slotMs }: OpenRows,
  extent: Span,
  bookings: readonly Booking[],
  seatOf: (booking: Booking) => SeatTimes,
): Widening {
  const [opensAt, closesAt] = [rows[0]?.startsAt, rows.at(-1)?.endsAt]
  let [before, after] = [0, 0]
  if (opensAt === undefined || closesAt === undefined) return { before, after }
  for (const booking of bookings) {
    if (!overlaps(booking, extent) || (booking.startsAt >= opensAt && booking.endsAt <= closesAt)) continue
    // One that began on the day before is of this day only with what outlasts its night.
    const own = booking.startsAt >= extent.startsAt ? booking.startsAt : addMs(booking.endsAt, -1)
    if (seatOf(booking).dayOf(own) !== date) continue
    const startsAt = booking.startsAt < extent.startsAt ? extent.startsAt : booking.startsAt
    const endsAt = booking.endsAt > extent.endsAt ? extent.endsAt : booking.endsAt
    before = Math.max(before, Math.ceil((msOf(opensAt) - msOf(startsAt)) / slotMs))
    after = Math.max(after, Math.ceil((msOf(endsAt) - msOf(closesAt)) / slotMs))
  }
  return { before, after }
}

/** The rows with more of them before and after. */
export function widened({ rows, slotMs }: OpenRows, { before, after }: Widening): readonly Span[] {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined || before + after === 0) return rows
  const row = (startsAt: Instant) => ({ startsAt, endsAt: addMs(startsAt, slotMs) })
  return [
    ...Array.from({ length: before }, (_, index) => row(addMs(first.startsAt, (index - before) * slotMs))),
    ...rows,
    ...Array.from({ length: after }, (_, index) => row(addMs(last.endsAt, index * slotMs))),
  ]
}

/** From which to which minute of the room's clock a day's rows go, and its own widening. */
export interface DayReach extends OpenRows {
  readonly from: number
  readonly to: number
  readonly own: Widening
}

export function reachOf(date: PlainDate, timeZone: string, open: OpenRows, own: Widening): DayReach {
  const minuteOf = (at: Instant) => minutesOf(timeOf(at, timeZone)) + (dateOf(at, timeZone) > date ? 1_440 : 0)
  const [first, last] = [open.rows[0], open.rows.at(-1)]
  const slotMinutes = open.slotMs / 60_000
  const from = first === undefined ? Number.POSITIVE_INFINITY : minuteOf(first.startsAt) - own.before * slotMinutes
  const to = last === undefined ? Number.NEGATIVE_INFINITY : minuteOf(last.endsAt) + own.after * slotMinutes
  return { ...open, from, to, own }
}

/** How far each day is widened so that all of them show the same hours, and one scale stands for all. */
export function alike(days: readonly DayReach[]): Widening[] {
  const from = Math.min(...days.map((day) => day.from))
  const to = Math.max(...days.map((day) => day.to))
  const rowsIn = (minutes: number, { slotMs }: DayReach) => Math.max(0, Math.ceil((minutes * 60_000) / slotMs))
  return days.map((day) =>
    day.rows.length === 0
      ? day.own
      : { before: day.own.before + rowsIn(day.from - from, day), after: day.own.after + rowsIn(to - day.to, day) },
  )
}
