import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Id } from '../../../shared/contract/values.ts'
import { upcomingBookings } from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { dateIn, dayName, timeRange } from '../../lib/formats.ts'
import { useNow } from '../../lib/now.ts'
import { usePlace } from '../../lib/place-store.ts'
import { FailedState } from '../../ui/FailedState.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietLine } from '../../ui/QuietLine.tsx'
import styles from './MyBookings.module.css'

/** Every seat the person at this desk still has before them; each line leads to its day. */
export function MyBookings({ me }: { me: Id | null }) {
  const { t } = useTranslation('today')
  const place = usePlace()
  const today = dateIn(useNow(60_000), place.timeZone)
  const query = useQuery(upcomingBookings(me))
  const bookings = query.data ?? []
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
      <ul className={styles.list}>
        {bookings.map((booking) => {
          const date = dateIn(booking.startsAt, place.timeZone)
          return (
            <ListRow key={booking.id} className={styles.row} to={`/seats?day=${date}`}>
              <span className={styles.day}>{date === today ? t('next.today') : dayName(date, place.language)}</span>
              <span className="figures">{timeRange(booking.startsAt, booking.endsAt, place)}</span>
              <span className={styles.seat}>{t('next.seat', { number: booking.seatNumber })}</span>
              <span className={styles.more}>
                {booking.personId === me
                  ? booking.companionName === null
                    ? t(`next.purpose.${booking.purpose}`)
                    : t('next.with', { name: booking.companionName })
                  : t('bookings.beside', { name: booking.personName })}
              </span>
            </ListRow>
          )
        })}
      </ul>
    </Panel>
  )
}
