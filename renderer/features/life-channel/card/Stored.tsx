import { useTranslation } from 'react-i18next'
import styles from './LifeCard.module.css'
import { useOutbox } from './outbox.ts'

/** Whether all that was pressed is on the disk; where it is not, why, and that it is not lost. */
export function Stored({ isDrill }: { isDrill: boolean }) {
  const { t } = useTranslation('life')
  const { waiting, why } = useOutbox()
  if (isDrill) return <p className={styles.stored}>{t('stored.drill')}</p>
  if (why !== null)
    return (
      <p className={styles.stored} data-waiting role="alert">
        {t(why === 'disk_full' ? 'stored.full' : why === 'disk_failed' ? 'stored.failed' : 'stored.waiting')}
      </p>
    )
  return <p className={styles.stored}>{t(waiting.length > 0 ? 'stored.going' : 'stored.done')}</p>
}
