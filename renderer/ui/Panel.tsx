import type { ReactNode } from 'react'
import { useId } from 'react'
import styles from './Panel.module.css'

export interface PanelProps {
  title?: ReactNode
  /** A count or state beside the title. */
  aside?: ReactNode
  actions?: ReactNode
  /** Without inner padding: lists and tables reach the edges. */
  flush?: boolean
  /** Takes the height it is given and scrolls inside. */
  fill?: boolean
  children: ReactNode
}

/** A titled area of a page. */
export function Panel({ title, aside, actions, flush = false, fill = false, children }: PanelProps) {
  const titleId = useId()
  return (
    <section
      className={`pane ${styles.panel}`}
      data-fill={fill || undefined}
      aria-labelledby={title === undefined ? undefined : titleId}
    >
      {title === undefined && actions === undefined ? null : (
        <header className="pane-head">
          <h2 className={styles.title} id={titleId}>
            {title}
          </h2>
          {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
          {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
        </header>
      )}
      <div className={styles.body} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  )
}
