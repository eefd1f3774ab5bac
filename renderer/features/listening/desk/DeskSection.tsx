import type { ReactNode } from 'react'
import styles from './CallDesk.module.css'

/** One part of the desk: what it is, and the words for what there is not yet. What is brief stands in the line of its title. */
export function DeskSection({
  title,
  aside,
  none,
  isBrief = false,
  children,
}: {
  title: string
  aside?: ReactNode
  none?: string | null
  isBrief?: boolean
  children?: ReactNode
}) {
  const isNone = none !== undefined && none !== null
  return (
    <section className={styles.section} aria-label={title} data-brief={isBrief || isNone || undefined}>
      <h2 className={styles.title}>
        {title}
        {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
      </h2>
      {isNone ? <p className={styles.none}>{none}</p> : children}
    </section>
  )
}
