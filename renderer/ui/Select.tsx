import { Select as MantineSelect, type SelectProps as MantineSelectProps } from '@mantine/core'
import { unremembered } from './unremembered.ts'

export interface SelectOption<Value extends string = string> {
  value: Value
  label: string
  disabled?: boolean
}

export interface SelectProps<Value extends string>
  extends Omit<MantineSelectProps<Value>, 'data' | 'onChange' | 'searchable' | 'value'> {
  options: readonly SelectOption<Value>[]
  value: Value | null
  onChange: (value: Value) => void
}

/** One of a few. Always has a choice once made: use SearchSelect with `clearable` where «none» is an answer. */
export function Select<Value extends string>({ options, value, onChange, ...rest }: SelectProps<Value>) {
  return (
    <MantineSelect<Value>
      size="sm"
      allowDeselect={false}
      comboboxProps={{ shadow: 'md', offset: 4 }}
      {...rest}
      data={[...options]}
      value={value}
      onChange={(next) => {
        if (next !== null) onChange(next)
      }}
      {...unremembered}
    />
  )
}
