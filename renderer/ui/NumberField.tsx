import { TextInput, type TextInputProps } from '@mantine/core'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isComposing } from '../lib/composition.ts'
import { isUnreadable, readNumber } from '../lib/read-number.ts'
import styles from './NumberField.module.css'
import { unremembered } from './unremembered.ts'

export interface NumberFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'rightSection'> {
  /** null while nothing stands in the field, NaN while it is no number. */
  value: number | null
  onChange: (value: number | null) => void
  min?: number
  max?: number
  /** How much an arrow counts. */
  step?: number
  /** Said behind the number: « 席». */
  suffix?: string
}

/**
 * A number with arrows; ↑ and ↓ count. What was typed stays as it is: too little is for its form to refuse; what is too much or no number the field says at once.
 * Nobody is given a number they did not say.
 */
export function NumberField({ value, onChange, step = 1, suffix, error, min, max, ...rest }: NumberFieldProps) {
  const { t } = useTranslation('common')
  const [typed, setTyped] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const isTyped = typed !== null && Object.is(readNumber(typed), value)
  const text = isTyped ? typed : value === null || isUnreadable(value) ? '' : String(value)
  const fault = () => {
    if (value === null) return null
    if (isUnreadable(value)) return t('field.noNumber')
    // Too little may be the beginning of more.
    return max !== undefined && value > max ? t('field.atMost', { most: max }) : null
  }
  const count = (by: number) => {
    const next = counted(value, by, { min, max })
    setTyped(null)
    if (next !== value) onChange(next)
  }
  const countByKey = (event: KeyboardEvent<HTMLInputElement>) => {
    rest.onKeyDown?.(event)
    const by = event.key === 'ArrowUp' ? step : event.key === 'ArrowDown' ? -step : null
    if (by === null || event.defaultPrevented || isComposing(event)) return
    if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    count(by)
  }
  const arrow = (by: number) => ({
    type: 'button' as const,
    tabIndex: -1,
    'aria-hidden': true,
    className: styles.arrow,
    disabled: rest.disabled,
    onMouseDown: (event: MouseEvent) => {
      event.preventDefault()
      if (event.button !== 0) return
      field.current?.focus()
      count(by)
    },
  })
  return (
    <TextInput
      size="sm"
      inputMode="decimal"
      {...rest}
      ref={field}
      value={text}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(readNumber(event.currentTarget.value))
      }}
      onKeyDown={countByKey}
      error={fault() ?? error}
      rightSectionWidth="auto"
      rightSection={
        <span className={styles.end}>
          {suffix === undefined ? null : <span className={styles.suffix}>{suffix.trim()}</span>}
          <span className={styles.arrows}>
            <button {...arrow(step)}>
              <ChevronUp aria-hidden="true" />
            </button>
            <button {...arrow(-step)}>
              <ChevronDown aria-hidden="true" />
            </button>
          </span>
        </span>
      }
      {...unremembered}
    />
  )
}

/** One more or less, within its range; from the least where there is nothing to count from. */
function counted(
  value: number | null,
  by: number,
  { min, max }: { min: number | undefined; max: number | undefined },
): number {
  const least = min ?? Number.NEGATIVE_INFINITY
  const most = max ?? Number.POSITIVE_INFINITY
  if (value === null || isUnreadable(value)) return min ?? 0
  // Without the dust of binary fractions.
  return Math.min(most, Math.max(least, Number((value + by).toFixed(6))))
}
