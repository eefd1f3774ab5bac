import { type ReactNode, useId } from 'react'
import styles from './SegmentedControl.module.css'

export interface SegmentedControlProps<Value extends string> {
  /** Spoken name of the whole group. */
  label: string
  options: readonly { value: Value; label: ReactNode; disabled?: boolean }[]
  /** Null: nothing is chosen yet. */
  value: Value | null
  onChange: (value: Value) => void
  fullWidth?: boolean
  disabled?: boolean
  /** The first field of a dialog: the focus begins here. */
  isFirst?: boolean
}

/** Two to five choices that are all worth seeing. Arrow keys move inside it, as the browser does it. */
export function SegmentedControl<Value extends string>({
  label,
  options,
  value,
  onChange,
  fullWidth = false,
  disabled = false,
  isFirst = false,
}: SegmentedControlProps<Value>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className={styles.root} data-full={fullWidth || undefined}>
      {options.map((option) => (
        <label key={option.value} className={styles.segment}>
          <input
            type="radio"
            className={styles.input}
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={disabled || option.disabled}
            data-autofocus={(isFirst && option.value === value) || undefined}
            onChange={() => onChange(option.value)}
          />
          <span className={styles.label}>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
