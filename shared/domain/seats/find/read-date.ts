import type { PlainDate } from '../../../contract/values.ts'
import { readDay } from './read-day.ts'
import { readingOf } from './reading.ts'

/** A date in digits alone, as it is typed in a hurry, in words that are read anyway. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'],
  [/^(\d\d)(\d\d)$/, '$1月$2日'],
  [/^(\d{1,2})[-. ](\d{1,2})$/, '$1月$2日'],
  [/^(\d{1,2})$/, '$1日'],
]

/** The one day that these words mean, the first of several; null: none, or more is said than a day. */
export function readDate(words: string, today: PlainDate): PlainDate | null {
  const plain = words.normalize('NFKC').trim()
  const short = SHORT.find(([pattern]) => pattern.test(plain))
  const reading = readingOf(short === undefined ? plain : plain.replace(...short))
  const days = readDay(reading, today)
  return days !== null && /^[\s\ue000,，.。]*$/.test(reading.text) ? days.from : null
}
