import type { ReactNode } from 'react'
import styles from './CallDesk.module.css'

/** One part of the desk: what it is, and the words for what there is not yet. */
export function DeskSection({
  title,
  aside,
  none,
  children,
}: {
  title: string
  aside?: ReactNode
  none?: string | null
  children?: ReactNode
}) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.title}>
        {title}
        {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
      </h2>
      {none === undefined || none === null ? children : <p className={styles.none}>{none}</p>}
    </section>
  )
}
