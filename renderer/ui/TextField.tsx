import { TextInput, type TextInputProps } from '@mantine/core'
import { textFault } from '../lib/text-fault.ts'
import { unremembered } from './unremembered.ts'

export interface TextFieldProps extends Omit<TextInputProps, 'maxLength'> {
  /** From `LONGEST`. What goes beyond stays in the field, which says how much is too much. */
  longest?: number
}

/** One line of text. `label`, `description`, `error` are wired for screen readers; never use a placeholder as the label. */
export function TextField({ longest, error, ...rest }: TextFieldProps) {
  const fault = textFault(String(rest.value ?? ''), longest)
  return <TextInput size="sm" {...rest} error={fault ?? error} {...unremembered} />
}
