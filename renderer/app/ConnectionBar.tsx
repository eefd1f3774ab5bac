import { useTranslation } from 'react-i18next'
import { useConnection } from '../lib/connection-store.ts'
import styles from './ConnectionBar.module.css'

/** Nothing while all is well. */
export function ConnectionBar() {
  const { t } = useTranslation('common')
  const state = useConnection((connection) => connection.state)
  return (
    <div role="status" className={styles.place}>
      {state === 'reconnecting' ? <p className={styles.bar}>{t('connection.reconnecting')}</p> : null}
    </div>
  )
}
