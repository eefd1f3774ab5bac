import type { CalendarYear } from '../../../shared/contract/house/calendar.ts'
import type { PlainDate } from '../../../shared/contract/values.ts'
import { enteredYear } from '../../../shared/domain/house/calendar-days.ts'
import type { DayFacts } from '../../../shared/domain/meetings/agreed-day.ts'
import { onceFor } from '../../lib/once-for.ts'

const WEEK = [1, 2, 3, 4, 5]
const yearOf = onceFor((year: CalendarYear) => ({ name: String(year.year), days: enteredYear(year.days) }))

/** What days are told by: until the calendar is read, by the days of the week. */
export function factsOf(today: PlainDate, timeZone: string, years: readonly (CalendarYear | undefined)[]): DayFacts {
  const read = years.filter((year) => year !== undefined)
  const known = Object.fromEntries(read.map(yearOf).map(({ name, days }) => [name, days]))
  return { today, calendar: { timeZone, weekdays: [...(read[0]?.weekdays ?? WEEK)], shifts: [], years: known } }
}
