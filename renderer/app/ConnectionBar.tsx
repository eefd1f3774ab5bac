import { useTranslation } from 'react-i18next'
import { seemsEnded, useConnection } from '../lib/connection-store.ts'
import styles from './ConnectionBar.module.css'

/** Nothing while all is well. */
export function ConnectionBar() {
  const { t } = useTranslation('common')
  const connection = useConnection()
  const words = seemsEnded(connection) ? t('connection.reconnectingLong') : t('connection.reconnecting')
  return (
    <div role="status" className={styles.place}>
      {connection.state === 'reconnecting' ? <p className={styles.bar}>{words}</p> : null}
    </div>
  )
}
