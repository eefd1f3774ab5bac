import type { ComponentPropsWithoutRef } from 'react'
import styles from './RowButton.module.css'

/** A whole line that is pressed, and looks like a line. Its columns and its height are the list's own. */
export function RowButton({ className = '', ...button }: ComponentPropsWithoutRef<'button'>) {
  return <button type="button" className={`${styles.row} ${className}`} {...button} />
}
