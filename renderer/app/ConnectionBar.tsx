import { useTranslation } from 'react-i18next'
import { useConnection } from '../lib/connection-store.ts'
import styles from './ConnectionBar.module.css'

/** A short break mends itself; after this many tries the program itself was probably ended, and its pass with it. */
const LONG_AFTER_TRIES = 4

/** Nothing while all is well. */
export function ConnectionBar() {
  const { t } = useTranslation('common')
  const { state, failedTries } = useConnection()
  const words = failedTries < LONG_AFTER_TRIES ? t('connection.reconnecting') : t('connection.reconnectingLong')
  return (
    <div role="status" className={styles.place}>
      {state === 'reconnecting' ? <p className={styles.bar}>{words}</p> : null}
    </div>
  )
}
