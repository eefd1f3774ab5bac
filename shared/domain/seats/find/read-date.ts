import type { PlainDate } from '../../../contract/values.ts'
import { daysAfter } from '../../wall-clock.ts'
import { readDay } from './read-day.ts'
import { isWholeDays, readSpan } from './read-span.ts'
import { isAllRead, readingOf } from './reading.ts'

/** A date in digits alone, as it is typed in a hurry, in words that are read anyway. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'],
  [/^(\d\d)(\d\d)$/, '$1月$2日'],
  [/^(\d{1,2})[-. ](\d{1,2})$/, '$1月$2日'],
  [/^(\d{1,2})$/, '$1日'],
]

const HALF_A_YEAR_DAYS = 183

/**
 * The one day that these words mean, the first of several; null: none, or more is said than a day. A day of a month without its year is the
 * nearest: in November «9-17» was two months ago.
 */
export const readDate = (words: string, today: PlainDate): PlainDate | null =>
  nearestYear((earliest) => dayFrom(words, earliest), today) ?? dayBehind(words, today)

/** What is read of words that may leave their year unsaid, none that is behind `earliest` unless they say it. */
export function nearestYear(read: (earliest: PlainDate) => PlainDate | null, today: PlainDate): PlainDate | null {
  const ahead = read(today)
  if (ahead === null || ahead <= daysAfter(today, HALF_A_YEAR_DAYS)) return ahead
  const nearer = read(daysAfter(today, -HALF_A_YEAR_DAYS))
  // Else something like «in 300 days» was said.
  return nearer?.slice(5) === ahead.slice(5) ? nearer : ahead
}

/** «昨天», «last Friday», «11月27日 周五» a few days later: the first day of what is over. */
function dayBehind(words: string, today: PlainDate): PlainDate | null {
  const span = readSpan(words, today)
  return span !== null && span.to < today && isWholeDays(span) ? span.from : null
}

/** The same, none that is behind `earliest` unless its year is said. */
function dayFrom(words: string, earliest: PlainDate): PlainDate | null {
  const plain = words.normalize('NFKC').trim()
  const short = SHORT.find(([pattern]) => pattern.test(plain))
  const reading = readingOf(short === undefined ? plain : plain.replace(...short))
  const days = readDay(reading, earliest)
  return days !== null && isAllRead(reading) ? days.from : null
}
