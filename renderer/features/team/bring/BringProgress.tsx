import { useTranslation } from 'react-i18next'
import type { BringStatus } from '../../../../shared/contract/team/bring-along.ts'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import styles from './BringAlong.module.css'

/** What is being looked at or brought now, and how far that is. */
export function BringProgress({ work }: { work: NonNullable<BringStatus['work']> }) {
  const { t } = useTranslation('bring')
  const { what, done, total, isWaiting } = work
  const words = () => {
    if (isWaiting) return t('waiting')
    if (total === null) return t('looking')
    return t(what === 'looking' ? 'lookingOf' : 'bringing', { done, total })
  }
  return (
    <div className={styles.progress}>
      <p role="status">{words()}</p>
      <ProgressBar label={words()} fraction={total === null ? null : total === 0 ? 1 : done / total} />
    </div>
  )
}
