import { TextInput, type TextInputProps } from '@mantine/core'
import { unremembered } from './unremembered.ts'

export type TextFieldProps = TextInputProps

/** One line of text. `label`, `description`, `error` are wired for screen readers; never use a placeholder as the label. */
export function TextField(props: TextFieldProps) {
  return <TextInput size="sm" {...props} {...unremembered} />
}
