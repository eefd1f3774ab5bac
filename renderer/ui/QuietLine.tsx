import type { ReactNode } from 'react'
import styles from './QuietLine.module.css'

/** One calm sentence in a panel: what is to be known of it, or that it has nothing to show. */
export const QuietLine = ({ children }: { children: ReactNode }) => <p className={styles.line}>{children}</p>
