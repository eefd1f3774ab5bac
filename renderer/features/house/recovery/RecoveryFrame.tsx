import { DatabaseBackup } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Recovery.module.css'

export interface RecoveryFrameProps {
  /** Language and theme. */
  look: ReactNode
  /** Where the data lives. */
  folder: string
  children: ReactNode
}

/** In place of the whole console while its database is not open. */
export function RecoveryFrame({ look, folder, children }: RecoveryFrameProps) {
  const { t } = useTranslation('recovery')
  return (
    <div className={styles.page}>
      <header className={styles.look}>{look}</header>
      <main className={styles.main}>
        <span className={styles.icon} aria-hidden="true">
          <DatabaseBackup />
        </span>
        {children}
        <p className={styles.folder}>
          {t('where')} <code>{folder}</code>
        </p>
      </main>
    </div>
  )
}
