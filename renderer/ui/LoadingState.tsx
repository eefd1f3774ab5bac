import { useTranslation } from 'react-i18next'
import { useHoldsPrinter } from '../lib/printing.ts'
import styles from './StateMessage.module.css'

export interface LoadingStateProps {
  /** Defaults to «正在读取…». */
  label?: string
}

/** Appears only after 200 ms (by CSS), so that quick answers do not flicker. Our own key to print waits for it; on paper of the browser's menu it says so. */
export function LoadingState({ label }: LoadingStateProps) {
  const { t } = useTranslation('common')
  useHoldsPrinter()
  return (
    <div className={styles.loading} role="status">
      <span className={styles.bars} aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </span>
      <span className={styles.onScreen}>{label ?? t('state.loading')}</span>
      <span className={styles.onPaper}>{t('state.printedTooEarly')}</span>
    </div>
  )
}
