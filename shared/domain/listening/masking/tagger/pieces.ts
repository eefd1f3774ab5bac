import { isCounting, REACH, SIGN, type Signs } from './signs.ts'

/** Part of a text, its end not included. */
export interface Piece {
  readonly start: number
  readonly end: number
}

/** How much of a sentence in front of and behind a number says what it is. */
const [IN_FRONT, BEHIND] = [16, 12]
const FEWEST = 4
/** Four digits within so many signs may be the beginning of something. */
const NEAR = 24
/** What is longer, and has no word in it, is a table or a file: nobody's number can be told from the next there. */
const LONGEST = 400
/** A text with more to look through was written by no hand: the rules know what they can. */
const [LONGEST_TEXT, MOST_OF_TEXT] = [20_000, 6_000]
const MOST_DIGITS_OF_LONG = 0.6

/** Whether a text is as short as what people write. */
export const isOfHand = (text: string): boolean => text.length <= LONGEST_TEXT

/** What of a text may hold personal data: around digits and around Latin letters that could be a name or an address. */
export function piecesOf(signs: Signs): Piece[] {
  const { kinds, length } = signs
  const pieces: { start: number; end: number }[] = []
  const digits: number[] = []
  for (let place = 0; place < length; place++) {
    const kind = kinds[place + REACH] ?? SIGN.beyond
    const isLatin = kind === SIGN.lower || kind === SIGN.upper || kind === SIGN.at
    let from = place
    if (isCounting(kind)) {
      digits.push(place)
      const first = digits[digits.length - FEWEST]
      if (first === undefined || place - first >= NEAR) continue
      from = first
    } else if (!isLatin) continue
    const [start, end] = [Math.max(0, from - IN_FRONT), Math.min(length, place + 1 + BEHIND)]
    const last = pieces.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else pieces.push({ start, end })
  }
  const most = pieces.reduce((sum, { start, end }) => sum + end - start, 0)
  return most > MOST_OF_TEXT ? [] : pieces.flatMap((piece) => cutToLength(signs, piece))
}

function cutToLength({ kinds }: Signs, { start, end }: Piece): Piece[] {
  if (end - start <= LONGEST) return [{ start, end }]
  const pieces: Piece[] = []
  for (let from = start; from < end; from += LONGEST) {
    const to = Math.min(end, from + LONGEST)
    let count = 0
    for (let place = from; place < to; place++) if (isCounting(kinds[place + REACH] ?? SIGN.beyond)) count++
    if (count < (to - from) * MOST_DIGITS_OF_LONG) pieces.push({ start: from, end: to })
  }
  return pieces
}
