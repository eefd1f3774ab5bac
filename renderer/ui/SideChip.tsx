import type { ReactNode } from 'react'
import styles from './SideChip.module.css'

export interface SideChipProps {
  children: ReactNode
  onPress: () => void
  /** Given: a toggle. */
  isChosen?: boolean
  /** Only offered yet: drawn with a broken line. */
  isOffer?: boolean
  /** The digit, or letter, that chooses it. */
  digit?: number | string
  /** The next digit chooses. */
  isLit?: boolean
}

/** A choice beside a text field: a press leaves the focus with the words. */
export function SideChip({ children, onPress, isChosen, isOffer = false, digit, isLit = false }: SideChipProps) {
  return (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={isChosen}
      data-offer={isOffer || undefined}
      data-lit={isLit || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {digit === undefined ? null : (
        <span className={styles.digit} aria-hidden="true">
          {digit}
        </span>
      )}
      {children}
    </button>
  )
}
