import type { ReactNode } from 'react'
import styles from './DialogFoot.module.css'

/** The last thing inside a dialog: its buttons, the main one last. However long the dialog and low the window, they stay in sight. */
export function DialogFoot({ children }: { children: ReactNode }) {
  return <footer className={styles.foot}>{children}</footer>
}
