import type { ReactNode } from 'react'
import styles from './StateMessage.module.css'
import { StateTitle } from './StateTitle.tsx'

export interface EmptyStateProps {
  icon?: ReactNode
  title: string
  /** What would be here, or how to get it. One sentence. */
  hint?: ReactNode
  action?: ReactNode
  /** It stands instead of a page. */
  isPage?: boolean
}

export function EmptyState({ icon, title, hint, action, isPage = false }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      {icon === undefined ? null : (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <StateTitle title={title} isPage={isPage} />
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  )
}
