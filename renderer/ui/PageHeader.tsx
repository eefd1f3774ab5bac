import type { QueryKey } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { AsOfMark } from './AsOfMark.tsx'
import styles from './PageHeader.module.css'

export interface PageHeaderProps {
  title: string
  /** A date, a count, a state: one line under or beside the title. */
  sub?: ReactNode
  actions?: ReactNode
  /** Of what all desks of a hub share, how the keys of its queries begin: while the hub is away, of when it is. */
  shows?: readonly QueryKey[]
}

/** The one h1 of a page. Also names the page for the Frame, which moves the focus here after a route change. */
export function PageHeader({ title, sub, actions, shows }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1 className={styles.title} tabIndex={-1} data-page-title>
          {title}
        </h1>
        {shows === undefined ? null : <AsOfMark shows={shows} />}
        {sub === undefined ? null : <div className={styles.sub}>{sub}</div>}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
