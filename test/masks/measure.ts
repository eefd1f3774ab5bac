import { maskText } from '../../shared/domain/listening/masking/mask-text.ts'
import { AT_WORD } from '../../shared/domain/listening/masking/said-at.ts'
import type { SequenceModel } from '../../shared/domain/listening/masking/tagger/sequence-model.ts'
import type { MarkedLine } from './lines.ts'

/** Of what is written, of what is said: how many secrets there are, and how many can still be read; of ordinary lines how many are touched. */
export interface Figures {
  readonly written: { readonly secrets: number; readonly left: number }
  readonly spoken: { readonly secrets: number; readonly left: number }
  readonly ordinary: { readonly lines: number; readonly touched: number }
}

/** Of a longer secret so much from either end tells it. */
const TELLING = 0.6
const LONG = 7

export function figuresOf(lines: readonly MarkedLine[], mask: (text: string) => string): Figures {
  const figures = {
    written: { secrets: 0, left: 0 },
    spoken: { secrets: 0, left: 0 },
    ordinary: { lines: 0, touched: 0 },
  }
  for (const { text, manner, secrets } of lines) {
    const masked = mask(text)
    if (manner === 'ordinary') {
      figures.ordinary.lines++
      if (masked !== text) figures.ordinary.touched++
      continue
    }
    for (const { start, end, tag } of secrets) {
      figures[manner].secrets++
      if (isLeft(text.slice(start, end), tag, masked)) figures[manner].left++
    }
  }
  return figures
}

export const maskedBy = (text: string, model?: SequenceModel): string => maskText(text, model).text

const AT = new RegExp(`[@＠﹫]|\\sat\\s|[（(\\[【]at[）)\\]】]|${AT_WORD}`, 'i')
/** An address of mail is told by what stands before its sign; and of a Latin name the first word is looked for that is no single letter, for the second may be said of others. */
function isLeft(secret: string, tag: string, masked: string): boolean {
  if (tag === 'name' && /^[A-Z]\S* /.test(secret))
    return masked.includes(secret.split(' ').find((word) => word.replace('.', '').length > 1) ?? secret)
  const told = tag === 'email' ? (secret.split(AT)[0] ?? secret).trim() : secret
  if (told.length < LONG) return masked.includes(told.length > 2 ? told : secret)
  const part = Math.ceil(told.length * TELLING)
  return masked.includes(told.slice(0, part)) || masked.includes(told.slice(-part))
}
