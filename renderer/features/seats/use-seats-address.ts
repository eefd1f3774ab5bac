import { useSearchParams } from 'react-router'
import type { PlainDate } from '../../../shared/contract/values.ts'
import { addDays, dateFrom } from './plain-dates.ts'

export type SeatsViewName = 'day' | 'week'

export interface SeatsAddress {
  day: PlainDate
  view: SeatsViewName
  isToday: boolean
  goBack: () => void
  goOn: () => void
  goToday: () => void
  show: (view: SeatsViewName) => void
  openDay: (day: PlainDate) => void
}

/** Day and view live in the address, `?day=2026-11-21&view=week`; today and the day view go unsaid. */
export function useSeatsAddress(today: PlainDate): SeatsAddress {
  const [search, setSearch] = useSearchParams()
  const day = dateFrom(search.get('day')) ?? today
  const view: SeatsViewName = search.get('view') === 'week' ? 'week' : 'day'
  const go = (to: PlainDate, as: SeatsViewName) =>
    setSearch({ ...(to === today ? {} : { day: to }), ...(as === 'week' ? { view: 'week' } : {}) })
  const step = view === 'week' ? 7 : 1
  return {
    day,
    view,
    isToday: day === today,
    goBack: () => go(addDays(day, -step), view),
    goOn: () => go(addDays(day, step), view),
    goToday: () => go(today, view),
    show: (as) => go(day, as),
    openDay: (to) => go(to, 'day'),
  }
}
