import { useQuery } from '@tanstack/react-query'
import { Repeat } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './SeriesPart.module.css'
import { cancelSeries } from './series.actions.ts'
import { bookingsOfSeries } from './series.queries.ts'

/** Of a booking that was made with others: which of them it is, and what can be done with them together. */
export function SeriesPart({
  booking,
  seriesId,
  now,
  onClose,
}: {
  booking: Booking
  seriesId: Id
  now: Instant
  onClose: () => void
}) {
  const { t } = useTranslation('seats')
  const all = useQuery(bookingsOfSeries(seriesId)).data ?? []
  const toCome = all.filter(({ state, endsAt }) => state === 'booked' && endsAt > now)
  const later = toCome.filter(({ startsAt }) => startsAt >= booking.startsAt)
  const cancel = (scope: 'later' | 'all') => () => {
    onClose()
    void cancelSeries(booking, scope)
  }
  return (
    <section className={styles.part} aria-label={t('series.one')}>
      <p className={styles.which}>
        <Repeat aria-hidden="true" />
        {t('series.which', { number: all.findIndex(({ id }) => id === booking.id) + 1, count: all.length })}
      </p>
      {later.length > 1 ? (
        <Button size="small" tone="quiet" onClick={cancel('later')}>
          {t('series.cancelLater', { count: later.length })}
        </Button>
      ) : null}
      {toCome.length > later.length ? (
        <Button size="small" tone="quiet" onClick={cancel('all')}>
          {t('series.cancelAll', { count: toCome.length })}
        </Button>
      ) : null}
    </section>
  )
}
