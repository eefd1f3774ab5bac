import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { calendarYear } from './calendar.queries.ts'
import { daysWith, useCalendarDrafts } from './calendar-draft.ts'
import { changesBetween, dayMap } from './special-days.ts'

/** A year as it stands on screen: what is stored, with the changes that are not saved yet. */
export function useYear(year: number) {
  const query = useQuery(calendarYear(year))
  const draft = useCalendarDrafts((all) => all[year])
  const known = query.data
  return useMemo(() => {
    if (known === undefined) return { query, shown: null }
    const days = daysWith(draft, known)
    const changed = new Set(changesBetween(known.days, days).map(({ date }) => date))
    return { query, shown: { known, days, byDate: dayMap(days), changed, stale: draft?.stale ?? null } }
  }, [query, known, draft])
}

export type ShownYear = NonNullable<ReturnType<typeof useYear>['shown']>
