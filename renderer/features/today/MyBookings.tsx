import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant, PlainDate } from '../../../shared/contract/values.ts'
import { upcomingBookings } from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { dateIn, dayName, timeRange } from '../../lib/formats.ts'
import { useNow } from '../../lib/now.ts'
import { usePlace } from '../../lib/place-store.ts'
import { useHasRooms, useSeatRooms } from '../../lib/seat-rooms.ts'
import { useTurnsByClock } from '../../lib/turns-by-clock.ts'
import { shownBookings, useShown } from '../../lib/use-shown.ts'
import { Button } from '../../ui/Button.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietLine } from '../../ui/QuietLine.tsx'
import styles from './MyBookings.module.css'
import { bookingsMadeBy } from './today.queries.ts'

const ends = (bookings: readonly Booking[]): Instant[] => bookings.map(({ endsAt }) => endsAt)

/** Every seat the person at this desk still has before them; each line leads to its day. */
export function MyBookings({ me }: { me: Id | null }) {
  const { t } = useTranslation('today')
  const place = usePlace()
  const today = dateIn(useNow(60_000), place.timeZone)
  const query = useQuery(upcomingBookings(me))
  const hasRooms = useHasRooms()
  const bookings = query.data ?? []
  useTurnsByClock(ends(bookings), ['bookings', 'upcoming'])
  useShown(shownBookings(bookings))
  const none = me === null ? t('bookings.whoFirst') : t('bookings.none')
  return (
    <Panel
      title={t('bookings.title')}
      aside={bookings.length === 0 ? '' : bookings.length}
      actions={<Link to="/seats">{t('bookings.all')}</Link>}
      flush
    >
      {query.isError ? <FailedState {...failureOf(query.error)} onRetry={() => void query.refetch()} /> : null}
      {query.isSuccess && bookings.length === 0 ? <QuietLine>{none}</QuietLine> : null}
      <ul className={styles.list} data-rooms={hasRooms || undefined}>
        {bookings.map((booking) => (
          <BookingRow key={booking.id} booking={booking} today={today}>
            {[about(booking), booker(booking)].filter((part) => part !== null).join(' · ')}
          </BookingRow>
        ))}
      </ul>
    </Panel>
  )

  function about(booking: Booking): string {
    if (booking.personId !== me) return t('bookings.beside', { name: booking.personName })
    return booking.companionName === null
      ? t(`next.purpose.${booking.purpose}`)
      : t('next.with', { name: booking.companionName })
  }
  function booker({ bookedById, bookedByName }: Booking): string | null {
    return bookedByName === null || bookedById === me ? null : t('bookings.by', { name: bookedByName })
  }
}

/** Whoever books for a whole department, or brought its bookings along, sees the next ones first. */
const MOST_AT_FIRST = 5

/** What the person at this desk booked for others: it is their seat, and whoever asked wants to know. Nothing of it, no panel. */
export function MadeForOthers({ me }: { me: Id }) {
  const { t } = useTranslation('today')
  const [isWhole, setIsWhole] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const today = dateIn(useNow(60_000), usePlace().timeZone)
  const bookings = useQuery(bookingsMadeBy(me)).data ?? []
  useTurnsByClock(ends(bookings), ['bookings', 'made'])
  const hasRooms = useHasRooms()
  const shown = isWhole || bookings.length <= MOST_AT_FIRST + 1 ? bookings : bookings.slice(0, MOST_AT_FIRST)
  useShown(shownBookings(shown))
  if (bookings.length === 0) return null
  const more = bookings.length - shown.length
  const showAll = () => {
    flushSync(() => setIsWhole(true))
    // The button has gone with the focus.
    list.current?.querySelectorAll('a')[shown.length]?.focus()
  }
  return (
    <Panel title={t('made.title')} aside={bookings.length} flush>
      <ul ref={list} className={styles.list} data-rooms={hasRooms || undefined}>
        {shown.map((booking) => (
          <BookingRow key={booking.id} booking={booking} today={today}>
            {booking.companionName === null
              ? booking.personName
              : `${booking.personName} · ${t('next.with', { name: booking.companionName })}`}
          </BookingRow>
        ))}
      </ul>
      {more === 0 ? null : (
        <div className={styles.rest}>
          <Button size="small" tone="quiet" onClick={showAll}>
            {t('made.more', { count: more })}
          </Button>
        </div>
      )}
    </Panel>
  )
}

function BookingRow({ booking, today, children }: { booking: Booking; today: PlainDate; children: ReactNode }) {
  const { t } = useTranslation('today')
  const { place, named, path } = useSeatRooms()(booking)
  const date = dateIn(booking.startsAt, place.timeZone)
  /** Whether they came, or somebody else for them. */
  function cameOf({ state, satByName }: Booking): string {
    if (satByName !== null) return ` · ${t('bookings.satBy', { name: satByName })}`
    return state === 'booked' || state === 'cancelled' ? '' : ` · ${t(`bookings.state.${state}`)}`
  }
  return (
    <ListRow className={styles.row} to={path}>
      <span className={styles.day}>{date === today ? t('next.today') : dayName(date, place)}</span>
      <span className="figures">{timeRange(booking.startsAt, booking.endsAt, place)}</span>
      <span className={styles.seat}>{named(t('next.seat', { number: booking.seatNumber }))}</span>
      <span className={styles.more}>
        {children}
        {cameOf(booking)}
      </span>
    </ListRow>
  )
}
