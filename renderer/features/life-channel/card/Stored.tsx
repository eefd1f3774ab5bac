import { useTranslation } from 'react-i18next'
import type { Id } from '../../../../shared/contract/values.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './LifeCard.module.css'
import { tryRefusedAgain, useOutbox } from './outbox.ts'

/** Whether all that was pressed is on the disk; where it is not, why, and that it is not lost. */
export function Stored({ caseId, isDrill }: { caseId: Id; isDrill: boolean }) {
  const { t } = useTranslation('life')
  const { waiting, refused, why } = useOutbox()
  if (isDrill) return <p className={styles.stored}>{t('stored.drill')}</p>
  if (why !== null)
    return (
      <p className={styles.stored} data-waiting role="alert">
        {t(why === 'disk_full' ? 'stored.full' : why === 'disk_failed' ? 'stored.failed' : 'stored.waiting')}
      </p>
    )
  if (refused.some((press) => press.caseId === caseId))
    return (
      <div className={styles.stored} data-waiting role="alert">
        {t('stored.refused')}{' '}
        <Button size="small" onClick={tryRefusedAgain}>
          {t('stored.again')}
        </Button>
      </div>
    )
  return <p className={styles.stored}>{t(waiting.length > 0 ? 'stored.going' : 'stored.done')}</p>
}
