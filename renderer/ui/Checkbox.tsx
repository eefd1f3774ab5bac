import { Checkbox as MantineCheckbox, type CheckboxProps as MantineCheckboxProps } from '@mantine/core'
import styles from './Checkbox.module.css'

export interface CheckboxProps extends Omit<MantineCheckboxProps, 'onChange' | 'checked'> {
  checked: boolean
  onChange: (checked: boolean) => void
}

export function Checkbox({ checked, onChange, ...rest }: CheckboxProps) {
  return (
    <MantineCheckbox
      size="xs"
      {...rest}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
      classNames={{
        label: styles.label ?? '',
        input: styles.input ?? '',
        body: styles.body ?? '',
        description: styles.description ?? '',
      }}
    />
  )
}
