import { useSearchParams } from 'react-router'
import type { Id, PlainDate } from '../../../shared/contract/values.ts'
import { addDays, dateFrom } from '../../lib/plain-dates.ts'

export type SeatsViewName = 'day' | 'week'

export interface SeatsAddress {
  day: PlainDate
  view: SeatsViewName
  isToday: boolean
  goBack: () => void
  goOn: () => void
  goToday: () => void
  /** In the view that is shown. */
  goTo: (day: PlainDate) => void
  show: (view: SeatsViewName) => void
  openDay: (day: PlainDate) => void
  /** Whose bookings are looked for; null: everybody's. */
  department: string | null
  lookFor: (department: string | null) => void
  /** Another room, on the same day. */
  openRoom: (roomId: Id) => void
}

/** Day, view, room and department live in the address, `?day=2026-11-21&view=week&room=…&department=…`; today, the day view and the room looked at last go unsaid. */
export function useSeatsAddress(today: PlainDate): SeatsAddress {
  const [search, setSearch] = useSearchParams()
  const { day, view } = readAddress(search, today)
  const said = (name: string) => new URLSearchParams(window.location.search).get(name)
  const go = (to: PlainDate, as: SeatsViewName, room = said('room'), department = said('department')) =>
    setSearch({
      ...(to === today ? {} : { day: to }),
      ...(as === 'week' ? { view: 'week' } : {}),
      ...(room === null ? {} : { room }),
      ...(department === null ? {} : { department }),
    })
  // A key pressed before the page is painted anew must start from where the key before it went, not from what is on screen.
  const now = () => readAddress(new URLSearchParams(window.location.search), today)
  const step = (direction: 1 | -1) => {
    const at = now()
    go(addDays(at.day, direction * (at.view === 'week' ? 7 : 1)), at.view)
  }
  return {
    day,
    view,
    isToday: day === today,
    goBack: () => step(-1),
    goOn: () => step(1),
    goToday: () => go(today, now().view),
    goTo: (to) => go(to, now().view),
    show: (as) => go(now().day, as),
    openDay: (to) => go(to, 'day'),
    department: search.get('department'),
    lookFor: (department) => go(now().day, now().view, said('room'), department),
    openRoom: (roomId) => go(now().day, now().view, roomId),
  }
}

function readAddress(search: URLSearchParams, today: PlainDate): { day: PlainDate; view: SeatsViewName } {
  return { day: dateFrom(search.get('day')) ?? today, view: search.get('view') === 'week' ? 'week' : 'day' }
}
