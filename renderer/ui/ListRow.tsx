import type { ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './ListRow.module.css'

export interface ListRowProps {
  to: string
  /** The columns, the height and what else is this list's own. */
  className: string | undefined
  children: ReactNode
  'data-priority'?: number
}

/** A line of a list that leads somewhere: all of it can be pressed, and a thin line parts it from the next. */
export function ListRow({ to, className = '', children, ...data }: ListRowProps) {
  return (
    <li className={styles.item}>
      <Link className={`${styles.row} ${className}`} to={to} {...data}>
        {children}
      </Link>
    </li>
  )
}
