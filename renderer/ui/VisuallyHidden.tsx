import type { ReactNode } from 'react'
import styles from './VisuallyHidden.module.css'

/** Read aloud, not seen. A bare element: a board has hundreds of them. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => (
  <span className={styles.hidden}>{children}</span>
)
