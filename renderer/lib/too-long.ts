import i18next from 'i18next'
import { numberText } from './number-text.ts'

/** How many characters too many, blanks around the text left aside as they are when it is stored; 0 when it fits. */
export const excessOf = (text: string, longest: number): number =>
  // A short text fits whatever is around it: nothing is copied at each key.
  text.length <= longest ? 0 : Math.max(0, text.trim().length - longest)

/** Words for a text that is too long, null when it fits: for the `error` of a field of the kit. */
export function tooLongWords(text: string, longest: number): string | null {
  const excess = excessOf(text, longest)
  if (excess === 0) return null
  return i18next.getFixedT(null, 'common')('field.tooLong', {
    excess: numberText(excess),
    longest: numberText(longest),
  })
}
