import { NumberInput, type NumberInputProps } from '@mantine/core'
import { unremembered } from './unremembered.ts'

/** Letters over a selected number would leave an empty field, and no Ctrl+Z brings the number back: they are not let in at all. */
function keepLettersOut(field: HTMLInputElement | null) {
  const before = (event: InputEvent) => {
    if (event.data !== null && event.data !== '' && !/[\p{Nd}.,]/u.test(event.data)) event.preventDefault()
  }
  field?.addEventListener('beforeinput', before)
  return () => field?.removeEventListener('beforeinput', before)
}

export interface NumberFieldProps extends Omit<NumberInputProps, 'value' | 'onChange'> {
  /** null while nothing readable stands in the field. */
  value: number | null
  onChange: (value: number | null) => void
}

/** A number with arrows; ↑ and ↓ count. What is out of range stays as it was typed, for its form to refuse: nobody is given a number they did not say. */
export function NumberField({ value, onChange, ...rest }: NumberFieldProps) {
  return (
    <NumberInput
      ref={keepLettersOut}
      size="sm"
      allowNegative={false}
      clampBehavior="none"
      {...rest}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
      {...unremembered}
    />
  )
}
