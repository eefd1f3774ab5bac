import { useTranslation } from 'react-i18next'
import type { Id } from '../../../../shared/contract/values.ts'
import { seemsEnded, useConnection } from '../../../lib/connection-store.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './LifeCard.module.css'
import { tryRefusedAgain, useOutbox } from './outbox.ts'

const WHY: Readonly<Record<string, 'stored.full' | 'stored.failed'>> = {
  disk_full: 'stored.full',
  disk_failed: 'stored.failed',
}

/** Whether all that was pressed is on the disk; where it is not, why, and that it is not lost. `isSealed`: its call, where it is of one. */
export function Stored({ caseId, isDrill, isSealed }: { caseId: Id; isDrill: boolean; isSealed: boolean }) {
  const { t } = useTranslation('life')
  const { waiting, refused, why } = useOutbox()
  const isEnded = useConnection(seemsEnded)
  if (isDrill) return <p className={styles.stored}>{t('stored.drill')}</p>
  if (why !== null)
    return (
      <p className={styles.stored} data-waiting role="alert">
        {t(isEnded ? 'stored.ended' : (WHY[why] ?? 'stored.waiting'))}
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
  return (
    <p className={styles.stored}>{t(waiting.length > 0 ? 'stored.going' : isSealed ? 'stored.done' : 'stored.kept')}</p>
  )
}
