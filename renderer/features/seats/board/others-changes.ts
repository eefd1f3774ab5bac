import type { TFunction } from 'i18next'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import { bookingName } from '../booking/booking-name.ts'
import { setNews } from './board-store.ts'
import { wasShownHere } from './shown-bookings.ts'

export type Change = { what: 'came' | 'went' | 'moved' | 'state'; booking: Booking }

/** What is different between two readings of the same days. */
export function changesBetween(before: readonly Booking[], after: readonly Booking[]): Change[] {
  const was = new Map(before.map((booking) => [booking.id, booking]))
  const stays = new Set(after.map(({ id }) => id))
  return [
    ...after.flatMap((booking) => changeOf(was.get(booking.id), booking)),
    ...before.filter(({ id }) => !stays.has(id)).map((booking): Change => ({ what: 'went', booking })),
  ]
}

function changeOf(was: Booking | undefined, booking: Booking): Change[] {
  if (was === undefined) return [{ what: 'came', booking }]
  if (was === booking || was.version === booking.version) return []
  const isMoved = was.seatId !== booking.seatId || was.startsAt !== booking.startsAt || was.endsAt !== booking.endsAt
  if (isMoved) return [{ what: 'moved', booking }]
  return was.state === booking.state ? [] : [{ what: 'state', booking }]
}

const MOST_BY_NAME = 3

/** One sentence each; of many only how many. */
export function newsOf(t: TFunction<'seats'>, changes: readonly Change[]): string {
  if (changes.length > MOST_BY_NAME) return t('news.many', { count: changes.length })
  const words = changes.map(({ what, booking }) =>
    t(`news.${what}`, {
      place: bookingName(booking),
      name: booking.satByName ?? booking.personName,
      state: t(`state.${booking.state}`),
    }),
  )
  return words.join(t('news.and'))
}

/** The answer to an act of this window may come after the event that it made. */
const SETTLES_MS = 400

/** Tells the board's status what others changed on the days that are open (`shown` says which), once it is read. */
export function useOthersChanges(bookings: readonly Booking[] | undefined, shown: string): void {
  const { t } = useTranslation('seats')
  const last = useRef<{ shown: string; bookings: readonly Booking[] } | null>(null)
  useEffect(() => {
    if (bookings === undefined) return
    const before = last.current?.shown === shown ? last.current.bookings : bookings
    if (last.current?.shown !== shown) last.current = { shown, bookings }
    if (before === bookings) return
    const soon = setTimeout(() => {
      last.current = { shown, bookings }
      const changes = changesBetween(before, bookings).filter(({ booking }) => !wasShownHere(booking))
      if (changes.length > 0) setNews(newsOf(t, changes))
    }, SETTLES_MS)
    return () => clearTimeout(soon)
  }, [bookings, shown, t])
}
