import i18next from 'i18next'
import { oddCharacterIn } from '../../shared/text/characters.ts'
import { excessOf, tooLongWords } from './too-long.ts'

/** Why a text cannot be kept as it stands in its field, in words; null when it can. For the `error` of a field of the kit. */
export function textFault(text: string, longest: number = Number.POSITIVE_INFINITY): string | null {
  const odd = oddCharacterIn(text)
  if (odd === null) return tooLongWords(text, longest)
  const { name, position } = odd
  return i18next.getFixedT(null, 'common')(`field.${odd.kind}Character`, { name, position })
}

/** Whether a text can be kept: the same question without the words. */
export const isKeepable = (text: string, longest: number): boolean =>
  excessOf(text, longest) === 0 && oddCharacterIn(text) === null
