import type { PlainDate } from '../../../contract/values.ts'
import { daysAfter } from '../../wall-clock.ts'
import { readDay } from './read-day.ts'
import { readPast, type Span } from './read-past.ts'
import { readTimes } from './read-times.ts'
import { isAllRead, readingOf } from './reading.ts'

/** Days in a row, or a part of one, by the clock: from `fromTime` of the first to `toTime` of the last, which is out of it. */
export interface SpanRead extends Span {
  readonly fromTime: string
  readonly toTime: string
}

const DAY_MINUTES = 1_440
const HALF_A_YEAR_DAYS = 183
/** What is said to have been at ten was not at ten sharp. */
const ABOUT_MINUTES = 60

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export const wholeDays = ({ from, to }: Span): SpanRead => ({ from, to, fromTime: '00:00', toTime: '24:00' })

export const isWholeDays = ({ fromTime, toTime }: SpanRead): boolean => fromTime === '00:00' && toTime === '24:00'

/**
 * When something was or is to be: «上周五», «11月27日 周五», «今天下午», «last Friday»; null: no day is said, or more than a day and a time. A day of a month
 * without its year is the nearest, or the one that is the weekday said beside it.
 */
export function readSpan(words: string, today: PlainDate): SpanRead | null {
  if (!/\p{L}/u.test(words)) return null
  return readFrom(words, today, today) ?? nearest(words, today)
}

/** A date behind today: told from «in three days», which no other beginning leads to again, by being the same from two of them. */
function nearest(words: string, today: PlainDate): SpanRead | null {
  const [one, other] = [-HALF_A_YEAR_DAYS, 1 - HALF_A_YEAR_DAYS].map((days) =>
    readFrom(words, today, daysAfter(today, days)),
  )
  return one?.from === other?.from ? (one ?? null) : null
}

/** None of its dates is behind `earliest` unless they say their year, or how far behind today they are. */
function readFrom(words: string, today: PlainDate, earliest: PlainDate): SpanRead | null {
  const reading = readingOf(words)
  const days = readPast(reading, today) ?? readDay(reading, earliest)
  if (days === null || ('weekdays' in days && days.weekdays !== undefined)) return null
  if (earliest === today && days.from > daysAfter(today, HALF_A_YEAR_DAYS)) {
    const nearer = nearest(words, today)
    if (nearer !== null) return nearer
  }
  const { from, to } = days
  if (isAllRead(reading)) return wholeDays({ from, to })
  const times = from === to ? readTimes(reading) : null
  if (times === null || !isAllRead(reading)) return null
  const isAbout = times.isExact && times.rangeMinutes === null
  return {
    ...{ from, to },
    fromTime: clock(isAbout ? Math.max(0, times.from - ABOUT_MINUTES) : times.from),
    toTime: clock(isAbout ? Math.min(DAY_MINUTES, times.from + ABOUT_MINUTES) : times.to),
  }
}
