import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../../shared/contract/values.ts'
import { historyOf } from '../seats.queries.ts'
import { ChangeList } from './ChangeList.tsx'
import styles from './HistoryDialog.module.css'

/** At the foot of a booking's card. */
export function CardHistory({ bookingId }: { bookingId: Id }) {
  const { t } = useTranslation('seats')
  const changes = useQuery(historyOf(bookingId)).data ?? []
  return (
    <section className={styles.card} aria-label={t('history.title')}>
      <ChangeList changes={changes} />
    </section>
  )
}
