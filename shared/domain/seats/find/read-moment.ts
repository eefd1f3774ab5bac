import type { PlainDate } from '../../../contract/values.ts'
import { nearestYear, readDate } from './read-date.ts'
import { type Minutes, readWish } from './read-wish.ts'

/** A day, or a time of day, or both. */
export interface Moment {
  /** Null: no day was said. */
  readonly day: PlainDate | null
  /** Null: no time was said. Of a span its beginning. */
  readonly minutes: Minutes | null
  /** Of a span its end, which may be after midnight; null: none was said. */
  readonly until: Minutes | null
}

const DAY_MINUTES = 1_440

/** The one day and the time on it that these words mean, «下周三 10-11»; null: none, or more is said than that. */
export function readMoment(words: string, today: PlainDate): Moment | null {
  const day = readDate(words, today)
  if (day !== null) return { day, minutes: null, until: null }
  const { days, times, lengthMinutes, people, seatNumber, purpose, rest } = readWish(words, today)
  const saysMore = people !== null || seatNumber !== null || purpose !== null || rest.length > 0
  if (times === null || times.from >= DAY_MINUTES || saysMore) return null
  const dayAfter = (earliest: PlainDate) => readWish(words, earliest).days?.from ?? null
  const until = times.isExact && lengthMinutes !== null ? times.from + lengthMinutes : null
  return { day: days === null ? null : nearestYear(dayAfter, today), minutes: times.from, until }
}
