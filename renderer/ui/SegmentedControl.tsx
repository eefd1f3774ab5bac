import { SegmentedControl as MantineSegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './SegmentedControl.module.css'

export interface SegmentedControlProps<Value extends string> {
  /** Spoken name of the whole group. */
  label: string
  options: readonly { value: Value; label: ReactNode; disabled?: boolean }[]
  value: Value
  onChange: (value: Value) => void
  fullWidth?: boolean
  disabled?: boolean
}

/** Two to five choices that are all worth seeing. Arrow keys move inside it. */
export function SegmentedControl<Value extends string>({
  label,
  options,
  value,
  onChange,
  fullWidth = false,
  disabled = false,
}: SegmentedControlProps<Value>) {
  return (
    <MantineSegmentedControl<Value>
      aria-label={label}
      data={[...options]}
      value={value}
      onChange={onChange}
      fullWidth={fullWidth}
      disabled={disabled}
      transitionDuration={120}
      withItemsBorders={false}
      classNames={{ root: styles.root ?? '', label: styles.label ?? '', indicator: styles.indicator ?? '' }}
    />
  )
}
