import type { ReactNode } from 'react'
import styles from './HistoryList.module.css'

/** What happened, one below the other along a line. */
export const HistoryList = ({ children }: { children: ReactNode }) => <ol className={styles.list}>{children}</ol>

export interface HistoryItemProps {
  /** The colour of the dot: a beginning or a step, an end, or neither. */
  tone: 'accent' | 'risk' | 'neutral'
  who: string
  /** What they did. */
  what: ReactNode
  at: string
  /** `at` as it is shown. */
  when: string
  children?: ReactNode
}

/** Who did what and when; below it what there is to say of it. */
export function HistoryItem({ tone, who, what, at, when, children }: HistoryItemProps) {
  return (
    <li className={styles.item} data-tone={tone}>
      <p className={styles.line}>
        <span className={styles.who}>{who}</span>
        {what}
        <time className={styles.when} dateTime={at}>
          {when}
        </time>
      </p>
      {children}
    </li>
  )
}
