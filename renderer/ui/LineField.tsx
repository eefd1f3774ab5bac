import type { ReactNode } from 'react'
import styles from './LineField.module.css'

export interface LineFieldProps {
  label: string
  /** What is typed is a number of some other system: longer, and each digit as wide as the others. */
  hasFigures?: boolean
  /** The input, and what stands beside it. */
  children: ReactNode
}

/** A fact that is filled in in passing: its label, a low field and its key, all on one line. */
export function LineField({ label, hasFigures = false, children }: LineFieldProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the input is among the children
    <label className={styles.field} data-figures={hasFigures || undefined}>
      <span className={styles.label}>{label}</span>
      {children}
    </label>
  )
}
