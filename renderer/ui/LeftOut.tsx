import type { ReactNode } from 'react'
import styles from './LeftOut.module.css'
import { ScrollBox } from './ScrollBox.tsx'

export interface LeftOutProps {
  label: string
  title: string
  lines: readonly { key: string | number; place: ReactNode; reason: string; text: string }[]
  /** Wide enough for «line 12». */
  hasWidePlaces?: boolean
  children?: ReactNode
}

/** Lines of a file that are not taken, each with its place and the reason, to be mended there. */
export function LeftOut({ label, title, lines, hasWidePlaces = false, children }: LeftOutProps) {
  return (
    <ScrollBox label={label} height={150} tone="soon">
      <h3 className={styles.title}>{title}</h3>
      <ul>
        {lines.map(({ key, place, reason, text }) => (
          <li key={key} className={styles.line} data-wide={hasWidePlaces || undefined}>
            <span className={styles.place}>{place}</span>
            <span className={styles.reason}>{reason}</span>
            <span className={`ellipsis ${styles.text}`}>{text}</span>
          </li>
        ))}
      </ul>
      {children}
    </ScrollBox>
  )
}
