import { useTranslation } from 'react-i18next'
import type { MonthOfMeetings } from '../../../shared/contract/meetings/meetings.ts'
import styles from './SolvedByMonth.module.css'

/** How many calls with a meeting were solved on the spot, month by month: a bar each, its figures beside it. */
export function SolvedByMonth({ months }: { months: readonly MonthOfMeetings[] }) {
  const { t } = useTranslation('meetings')
  if (months.length === 0) return null
  return (
    <figure className={styles.figure}>
      <figcaption>{t('solved.byMonth')}</figcaption>
      <ol className={styles.months}>
        {months.toReversed().map(({ month, meetings, solved }) => (
          <li key={month} className={styles.month}>
            <span className={styles.bar} aria-hidden="true">
              <span style={{ blockSize: `${Math.round((solved / meetings) * 100)}%` }} />
            </span>
            <strong>{Math.round((solved / meetings) * 100)}%</strong>
            <span>{t('solved.of', { solved, meetings })}</span>
            <span className={styles.name}>{month}</span>
          </li>
        ))}
      </ol>
    </figure>
  )
}
