import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tone } from './Badge.tsx'
import styles from './Chip.module.css'

export interface ChipProps {
  children: ReactNode
  tone?: Tone
  icon?: ReactNode
  /** Given: the chip is a toggle button. */
  selected?: boolean
  onSelect?: () => void
  /** Given: a small cross; `removeLabel` is its spoken name. */
  onRemove?: () => void
  removeLabel?: string
  disabled?: boolean
}

/** A filter or a flag that can be switched, or a chosen thing that can be taken away. */
export function Chip({
  children,
  tone = 'neutral',
  icon,
  selected,
  onSelect,
  onRemove,
  removeLabel,
  disabled = false,
}: ChipProps) {
  return (
    <span className={styles.chip} data-tone={tone} data-selected={selected || undefined}>
      {onSelect === undefined ? (
        <span className={styles.body}>
          {icon}
          {children}
        </span>
      ) : (
        <button type="button" className={styles.body} aria-pressed={selected} onClick={onSelect} disabled={disabled}>
          {icon}
          {children}
        </button>
      )}
      {onRemove === undefined ? null : (
        <button type="button" className={styles.remove} aria-label={removeLabel} onClick={onRemove} disabled={disabled}>
          <X aria-hidden="true" />
        </button>
      )}
    </span>
  )
}
