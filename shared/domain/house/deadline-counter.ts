import { Temporal } from 'temporal-polyfill'
import { type Instant, instantFromMs, msOf } from '../instants.ts'
import { spansOn, type WorkCalendar } from './work-calendar.ts'

/** Working time up to `toMs`, counted from the first day on. */
interface Stretch {
  readonly toMs: number
  readonly lengthMs: number
  readonly sumMs: number
}

/**
 * Counts many deadlines by one calendar: the same answers as `addWorkingMs`, each day looked at once. Nothing may begin before
 * `earliest`.
 */
export function deadlineCounter(
  calendar: WorkCalendar,
  earliest: Instant,
): (from: Instant, workingMs: number) => Instant {
  const stretches: Stretch[] = []
  let date = Temporal.Instant.from(earliest).toZonedDateTimeISO(calendar.timeZone).toPlainDate()
  // Asked for every deadline, and dear to work out.
  let countedUpToMs = startOfDayMs(date, calendar)
  let sumMs = 0
  const countDay = () => {
    for (const { fromMs, toMs } of spansOn(calendar, date)) {
      sumMs += toMs - fromMs
      stretches.push({ toMs, lengthMs: toMs - fromMs, sumMs })
    }
    date = date.add({ days: 1 })
    countedUpToMs = startOfDayMs(date, calendar)
  }
  /** The first stretch of which this holds; it holds of all behind it. */
  const firstWhere = (holds: (stretch: Stretch) => boolean): Stretch | undefined => {
    let [low, high] = [0, stretches.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const stretch = stretches[middle]
      if (stretch !== undefined && holds(stretch)) high = middle
      else low = middle + 1
    }
    return stretches[low]
  }
  const workedBy = (atMs: number): number => {
    while (countedUpToMs <= atMs) countDay()
    const next = firstWhere(({ toMs }) => toMs > atMs)
    if (next === undefined) return sumMs
    const doneBefore = next.sumMs - next.lengthMs
    return doneBefore + Math.max(0, atMs - (next.toMs - next.lengthMs))
  }
  return (from, workingMs) => {
    if (workingMs <= 0) return from
    const wantedMs = workedBy(msOf(from)) + workingMs
    while (sumMs < wantedMs) countDay()
    const last = firstWhere((stretch) => stretch.sumMs >= wantedMs)
    if (last === undefined) throw new RangeError('The work calendar has no working time')
    return instantFromMs(last.toMs - (last.sumMs - wantedMs))
  }
}

const startOfDayMs = (date: Temporal.PlainDate, { timeZone }: WorkCalendar): number =>
  date.toZonedDateTime(timeZone).epochMilliseconds
