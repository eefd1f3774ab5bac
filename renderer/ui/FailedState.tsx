import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './StateMessage.module.css'
import { StateTitle } from './StateTitle.tsx'

export interface FailedStateProps {
  title: string
  hint?: string | undefined
  onRetry?: (() => void) | undefined
  /** The short reference of the log entry, to be read out on the phone. */
  reference?: string | undefined
  /** Asked again it gets the same answer: nothing is offered to try. */
  isForGood?: boolean | undefined
  /** It stands instead of a page. */
  isPage?: boolean
}

export function FailedState({ title, hint, onRetry, reference, isForGood, isPage = false }: FailedStateProps) {
  const { t } = useTranslation('common')
  return (
    <div className={styles.state} data-tone="risk" role="alert">
      <span className={styles.icon} aria-hidden="true">
        <CircleAlert />
      </span>
      <StateTitle title={title} isPage={isPage} />
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
      {reference === undefined ? null : <p className={styles.reference}>{t('failure.reference', { reference })}</p>}
      {onRetry === undefined || isForGood === true ? null : (
        <div className={styles.action}>
          <Button onClick={onRetry}>{t('action.tryAgain')}</Button>
        </div>
      )}
    </div>
  )
}
