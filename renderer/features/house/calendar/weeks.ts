import type { SpecialDay } from '../../../../shared/contract/house/calendar.ts'
import type { ShownDay } from './MonthGrid.tsx'
import { lookOf, weekdayOf } from './special-days.ts'
import type { ShownYear } from './use-year.ts'

type Week = readonly (ShownDay | null)[]

/** The weeks of each of the twelve months. A month that did not change is the same object, so that it is not drawn anew. */
export function makeWeeks() {
  const before = new Map<number, { mark: string; weeks: Week[] }>()
  return (year: number, shown: ShownYear, picked: ReadonlySet<string>, language: keyof SpecialDay['name']): Week[][] =>
    Array.from({ length: 12 }, (_, month) => {
      const days = daysOfMonth(year, month).map(
        (date): ShownDay => ({
          date,
          look: lookOf(shown.byDate, date, shown.known.weekdays),
          name: shown.byDate.get(date)?.name[language] ?? '',
          isChanged: shown.changed.has(date),
          isPicked: picked.has(date),
        }),
      )
      const mark = JSON.stringify(days)
      const known = before.get(month)
      if (known?.mark === mark) return known.weeks
      const weeks = inWeeks(days)
      before.set(month, { mark, weeks })
      return weeks
    })
}

function daysOfMonth(year: number, month: number): string[] {
  const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month, index + 1)).toISOString().slice(0, 10),
  )
}

/** Always six weeks: the months beside each other end on one line. */
function inWeeks(days: readonly ShownDay[]): Week[] {
  const first = days[0]?.date ?? ''
  const cells: (ShownDay | null)[] = [...Array.from({ length: weekdayOf(first) - 1 }, () => null), ...days]
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => cells[week * 7 + place] ?? null),
  )
}
