import type { ReactNode } from 'react'
import styles from './ScrollBox.module.css'

export interface ScrollBoxProps {
  /** Spoken name. */
  label: string
  /** In px, as at text size 100 %: what is longer scrolls. */
  height: number
  /** `soon`: what wants to be looked at. */
  tone?: 'soon'
  children: ReactNode
}

const ROOT_PX = 16

/** A frame around a long list inside a dialog. */
export function ScrollBox({ label, height, tone, children }: ScrollBoxProps) {
  return (
    <section
      className={styles.box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and arrows must be able to scroll it
      tabIndex={0}
      aria-label={label}
      data-tone={tone}
      style={{ maxHeight: `${height / ROOT_PX}rem` }}
    >
      {children}
    </section>
  )
}
