import { foldSigns } from '../../shared/domain/listening/masking/folding.ts'
import { MASK_FORMS, type MaskKind, mayHoldMask } from '../../shared/domain/listening/masking/mask-forms.ts'

export type { MaskKind }

export interface WordsPart {
  readonly text: string
  /** Null for words that say what they say. */
  readonly mask: MaskKind | null
}

/** A text in parts: where something was masked, and of what kind. */
export function maskedParts(text: string): WordsPart[] {
  if (!mayHoldMask(text)) return text === '' ? [] : [{ text, mask: null }]
  const parts: WordsPart[] = []
  let from = 0
  // Folding keeps every place: w***艾特qq.com is an address as well.
  for (const match of foldSigns(text).matchAll(MASK_FORMS)) {
    const mask = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined)?.[0] as MaskKind
    if (match.index > from) parts.push({ text: text.slice(from, match.index), mask: null })
    parts.push({ text: text.slice(match.index, match.index + match[0].length), mask })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from), mask: null })
  return parts
}

/** The masks of a text, each with the place where it begins (UTF-16 units). */
export function masksOf(text: string): { readonly kind: MaskKind; readonly at: number }[] {
  let end = 0
  return maskedParts(text).flatMap(({ text: words, mask }) => {
    const at = end
    end += words.length
    return mask === null ? [] : [{ kind: mask, at }]
  })
}

/** Whether somebody at a seat may say that it is none: never of an identity card, nor of what the company hides, nor of a part of something. */
export const mayBeMistaken = (kind: MaskKind): boolean => kind !== 'idCard' && kind !== 'company' && kind !== 'cut'
