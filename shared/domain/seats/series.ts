import type { SeriesDay, SeriesRhythm } from '../../contract/seats/series.ts'
import { dateOf, daysAfter, instantAt, timeOf, weekOf } from '../wall-clock.ts'
import type { Counted } from './booking-rules.ts'
import type { SeatSpan } from './free-neighbours.ts'
import { type FitFacts, fitsBy, nearestFit } from './misfit.ts'

/** The days of a series, from the first booking's on, so many at the most. Weeks are counted from the week of the first. */
export function datesOf(first: string, { weekdays, everyWeeks, until }: SeriesRhythm, most: number): string[] {
  const dates: string[] = []
  const monday = weekOf(first)[0] ?? first
  for (let week = monday; week <= until && dates.length < most; week = daysAfter(week, 7 * everyWeeks))
    for (const weekday of [...new Set(weekdays)].sort()) {
      const date = daysAfter(week, weekday - 1)
      if (date >= first && date <= until && dates.length < most) dates.push(date)
    }
  return dates
}

/** The same booking on other dates: the clock on the wall shows the same times. */
export function onDates(first: SeatSpan, timeZone: string, dates: readonly string[]): SeatSpan[] {
  const [from, to] = [timeOf(first.startsAt, timeZone), timeOf(first.endsAt, timeZone)]
  const nights = daysBetween(dateOf(first.startsAt, timeZone), dateOf(first.endsAt, timeZone))
  return dates.map((date) => ({
    seatId: first.seatId,
    startsAt: instantAt(date, from, timeZone),
    endsAt: instantAt(daysAfter(date, nights), to, timeZone),
  }))
}

/** Another place for one of a series, told for any other of it: the same seat, as many days later, the same times on the wall. */
export function movedAlike(one: SeatSpan, wish: SeatSpan, timeZone: string): (other: SeatSpan) => SeatSpan {
  const days = daysBetween(dateOf(one.startsAt, timeZone), dateOf(wish.startsAt, timeZone))
  return (other) => {
    const date = daysAfter(dateOf(other.startsAt, timeZone), days)
    return onDates(wish, timeZone, [date])[0] ?? other
  }
}

const DAY_MS = 86_400_000
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** Which days are asked about: those of the series, and where the seat is closed that day the nearest others. */
export function datesToRead(
  facts: Pick<FitFacts, 'timetable' | 'seats'>,
  seatId: string,
  dates: readonly string[],
): string[] {
  const number = facts.seats.find(({ id }) => id === seatId)?.number ?? 0
  const seat = facts.timetable.seat(number)
  const near = dates
    .filter((date) => seat.openingOn(date) === null)
    .flatMap((date) => NEAR_DAYS.map((days) => daysAfter(date, days)))
  return [...new Set([...dates, ...near])].sort()
}

const NEAR_DAYS = [1, -1, 2, -2] as const

/** Each day of a series: whether it fits, and if not why, and what fits instead. What fits counts for the limits of those after it. */
export function planSeries(facts: FitFacts, first: SeatSpan, dates: readonly string[], timeZone: string): SeriesDay[] {
  let counted: readonly Counted[] = facts.counted
  return onDates(first, timeZone, dates).map((place, index) => {
    const fits = fitsBy({ ...facts, counted })
    const date = dates[index] ?? ''
    const misfit = fits.misfitOf(place)
    if (misfit === null) counted = [...counted, { id: `day ${index}`, ...place, day: dayOf(facts, place) }]
    const instead = misfit === null || isForGood(misfit.code) ? null : insteadOf(fits, place, date, dates, timeZone)
    return { date, place: fits.named(place), misfit, instead }
  })
}

const dayOf = ({ timetable, seats }: FitFacts, { seatId, startsAt }: SeatSpan): string =>
  timetable.seat(seats.find(({ id }) => id === seatId)?.number ?? 0).dayOf(startsAt)

/** No other seat or time that day would be given either. */
const isForGood = (code: string): boolean => code === 'over_limit' || code === 'too_far_ahead' || code === 'too_soon'

function insteadOf(
  fits: ReturnType<typeof fitsBy>,
  place: SeatSpan,
  date: string,
  dates: readonly string[],
  timeZone: string,
) {
  const sameDay = nearestFit(fits, place, date)
  if (sameDay !== null) return sameDay
  const others = NEAR_DAYS.map((days) => daysAfter(date, days)).filter((day) => !dates.includes(day))
  const found = onDates(place, timeZone, others).find((other) => fits.isFree(other) && fits.misfitOf(other) === null)
  return found === undefined ? null : fits.named(found)
}
