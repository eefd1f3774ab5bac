import { useTranslation } from 'react-i18next'
import type { LifeDrill } from '../../../../shared/contract/life-channel/life-drills.ts'
import { dateTime, secondsText } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import styles from '../cases/CaseDetail.module.css'

/** Drills with the time to the hand-over: a history of their own, beside the cases and in none of their figures. */
export function DrillHistory({ drills }: { drills: readonly LifeDrill[] }) {
  const { t } = useTranslation('life')
  const place = usePlace()
  const now = useNow(60_000)
  if (drills.length === 0) return <p className={styles.hint}>{t('drill.none')}</p>
  return (
    <ol className={styles.story}>
      {drills.slice(0, 20).map(({ id, doneAt, personName, handOverMs }) => (
        <li key={id}>
          {dateTime(doneAt, place, now)} · {personName ?? t('sealed.somebody')} ·{' '}
          {secondsText(handOverMs, place.language)}
        </li>
      ))}
    </ol>
  )
}
