import type { ReactNode } from 'react'
import styles from './StateMessage.module.css'

export interface EmptyStateProps {
  icon?: ReactNode
  title: string
  /** What would be here, or how to get it. One sentence. */
  hint?: ReactNode
  action?: ReactNode
}

export function EmptyState({ icon, title, hint, action }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      {icon === undefined ? null : (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <p className={styles.title}>{title}</p>
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  )
}
