import { NumberInput, type NumberInputProps } from '@mantine/core'
import { unremembered } from './unremembered.ts'

export interface NumberFieldProps extends Omit<NumberInputProps, 'value' | 'onChange'> {
  /** null while nothing readable stands in the field. */
  value: number | null
  onChange: (value: number | null) => void
}

/** A number with arrows; ↑ and ↓ count. Out of range is put back into the range when the focus leaves. */
export function NumberField({ value, onChange, ...rest }: NumberFieldProps) {
  return (
    <NumberInput
      size="sm"
      allowNegative={false}
      clampBehavior="blur"
      {...rest}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
      {...unremembered}
    />
  )
}
