import type { ReactNode } from 'react'
import styles from './QuietLine.module.css'

/** One calm sentence where a panel has nothing to show. */
export const QuietLine = ({ children }: { children: ReactNode }) => <p className={styles.line}>{children}</p>
