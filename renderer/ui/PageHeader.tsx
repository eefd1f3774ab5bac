import type { ReactNode } from 'react'
import { AsOfMark } from './AsOfMark.tsx'
import styles from './PageHeader.module.css'

export interface PageHeaderProps {
  title: string
  /** A date, a count, a state: one line under or beside the title. */
  sub?: ReactNode
  actions?: ReactNode
  /** What all desks of a hub share: while it is away, of when it is. */
  isShared?: boolean
}

/** The one h1 of a page. Also names the page for the Frame, which moves the focus here after a route change. */
export function PageHeader({ title, sub, actions, isShared = false }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1 className={styles.title} tabIndex={-1} data-page-title>
          {title}
        </h1>
        {isShared ? <AsOfMark /> : null}
        {sub === undefined ? null : <div className={styles.sub}>{sub}</div>}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
