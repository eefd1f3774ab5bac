import { MASKED_ADDRESS } from '../../shared/domain/listening/masking/email.ts'
import { foldSigns } from '../../shared/domain/listening/masking/folding.ts'

/** What a mask stands for, as far as its form tells: of a bank card and of a landline the same four digits are left. */
export type MaskKind = 'email' | 'idCard' | 'phone' | 'cardOrLandline'

export interface WordsPart {
  readonly text: string
  /** Null for words that say what they say. */
  readonly mask: MaskKind | null
}

/** The forms that masking leaves behind, the longer first. Of an address all of it: a sign in its middle would break it in two. */
const MASK = new RegExp(
  `(?<idCard>\\d{3}\\*{8,11}\\d{3}[\\dXx])|(?<phone>\\d{3}\\*{4}\\d{4})|(?<cardOrLandline>\\*{4}\\d{4})|(?<email>${MASKED_ADDRESS}|[^\\s*]\\*{3}(?=@))`,
  'giu',
)

/** A text in parts: where something was masked, and of what kind. */
export function maskedParts(text: string): WordsPart[] {
  if (!text.includes('***')) return text === '' ? [] : [{ text, mask: null }]
  const parts: WordsPart[] = []
  let from = 0
  // Folding keeps every place: w***艾特qq.com is an address as well.
  for (const match of foldSigns(text).matchAll(MASK)) {
    const mask = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined)?.[0] as MaskKind
    if (match.index > from) parts.push({ text: text.slice(from, match.index), mask: null })
    parts.push({ text: text.slice(match.index, match.index + match[0].length), mask })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from), mask: null })
  return parts
}
