import type { ReactNode } from 'react'
import styles from './PageBar.module.css'

interface PageBarProps {
  /** What is told in it, for whoever hears the screen. */
  label: string
  /** Something in it changes by the second: it says itself what of it is told. */
  runsOn?: boolean
  /** A `PageBarLine`, or nothing while all is well. */
  children: ReactNode
}

/** Over every page: one line that comes and goes, and is told as it comes. */
export function PageBar({ label, runsOn = false, children }: PageBarProps) {
  if (runsOn)
    return (
      <section aria-label={label} className={styles.place}>
        {children}
      </section>
    )
  return (
    <div role="status" aria-label={label} className={styles.place}>
      {children}
    </div>
  )
}

interface PageBarLineProps {
  /** Cut where there is no room; what may be done about it is not. */
  words: ReactNode
  tone?: 'accent' | 'soon' | 'risk'
  /** `PageBarAct`s, and what stands before them. */
  children: ReactNode
}

export function PageBarLine({ words, tone = 'soon', children }: PageBarLineProps) {
  return (
    <p className={styles.bar} data-tone={tone}>
      <span className="ellipsis">{words}</span>
      {children}
    </p>
  )
}

interface PageBarActProps {
  /** It ends the line. */
  isLast?: boolean
  /** Left out: it is only said. */
  onPress?: () => void
  children: ReactNode
}

export function PageBarAct({ isLast, onPress, children }: PageBarActProps) {
  const isLastMark = isLast || undefined
  if (onPress === undefined)
    return (
      <span className={styles.said} data-last={isLastMark}>
        {children}
      </span>
    )
  return (
    <button type="button" className={styles.act} data-last={isLastMark} onClick={onPress}>
      {children}
    </button>
  )
}
