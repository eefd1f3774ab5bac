import { Textarea, type TextareaProps } from '@mantine/core'
import { unremembered } from './unremembered.ts'

export type TextAreaProps = TextareaProps

/** Several lines; Enter is a new line. Grows with its text from `minRows` to `maxRows` when `autosize` is set. */
export function TextArea(props: TextAreaProps) {
  return <Textarea size="sm" {...props} {...unremembered} />
}
