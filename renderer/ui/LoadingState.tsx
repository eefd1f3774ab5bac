import { useTranslation } from 'react-i18next'
import styles from './StateMessage.module.css'

export interface LoadingStateProps {
  /** Defaults to «正在读取…». */
  label?: string
}

/** Appears only after 200 ms (by CSS), so that quick answers do not flicker. */
export function LoadingState({ label }: LoadingStateProps) {
  const { t } = useTranslation('common')
  return (
    <div className={styles.loading} role="status">
      <span className={styles.bars} aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </span>
      {label ?? t('state.loading')}
    </div>
  )
}
