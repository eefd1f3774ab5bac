import { Textarea, type TextareaProps } from '@mantine/core'
import { textFault } from '../lib/text-fault.ts'
import { unremembered } from './unremembered.ts'

export interface TextAreaProps extends Omit<TextareaProps, 'maxLength'> {
  /** From `LONGEST`. What goes beyond stays in the field, which says how much is too much. */
  longest?: number
}

/** Several lines; Enter is a new line. Grows with its text from `minRows` to `maxRows` when `autosize` is set. */
export function TextArea({ longest, error, ...rest }: TextAreaProps) {
  const fault = textFault(String(rest.value ?? ''), longest)
  return <Textarea size="sm" {...rest} error={fault ?? error} {...unremembered} />
}
