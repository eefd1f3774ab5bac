import type { TextRange } from '../../../shared/text/search-characters.ts'

const BEFORE = 20
const LONGEST = 160

/** A long text from shortly before its first hit on, so that the hit stands in the one line there is. */
export function excerptOf(text: string, ranges: readonly TextRange[]): { text: string; ranges: TextRange[] } {
  const first = ranges[0]?.from ?? 0
  // Between two characters, never within one.
  const cut = first <= 2 * BEFORE ? 0 : first - [...text.slice(0, first)].slice(-BEFORE).join('').length
  const shown = text.slice(cut, cut + LONGEST).replace(/\s/gu, ' ')
  const lead = cut === 0 ? '' : '…'
  const moved = ranges
    .map(({ from, to }) => ({ from: from - cut + lead.length, to: to - cut + lead.length }))
    .filter(({ to }) => to <= shown.length + lead.length)
  return { text: lead + shown, ranges: moved }
}
