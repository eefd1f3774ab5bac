import { foldSpokenDigits } from './folding.ts'
import { type Retelling, retell } from './retelling.ts'
import type { Span } from './span.ts'
import { frontIn } from './turn.ts'

/** Between two pieces of what is masked. */
export interface Between {
  readonly start: number
  readonly end: number
}

/** A number that stands there with stars for all but its first and last digits, or for all but the last. */
const OF_DIGITS = /^\d*\*+[\dX]+$/
const STARS = /\*+/g
const SOME_STARS = '****'
/** No count of digits: 六位了. */
const TOKEN = /(?:\p{Script=Latin}+|\d+)(?!\d|\s?[位个])/gu
const FEWEST_AGAIN = 2

/**
 * A mask for each piece of what is told with other words between, which stay as they were said: 客户：138****⏎坐席：他还打您吗⏎客户：****3456. All together show what
 * the mask of the whole shows. Places of `folded`.
 */
export function inPieces(folded: string, span: Span, all: readonly Between[]): Span[] {
  const between = all.filter(
    ({ start, end }) => start >= span.start && end <= span.end && holdsWords(folded.slice(start, end)),
  )
  if (between.length === 0) return [span]
  const starts = [span.start, ...between.map(({ end }) => end)]
  const ends = [...between.map(({ start }) => start), span.end]
  const pieces = starts
    .map((start, index) => ({ start, end: ends[index] ?? span.end }))
    .filter(({ start, end }) => start < end)
  const told = pieces.map(({ start, end }) => signsOf(plain(folded.slice(start, end)).text))
  const masks = masksOf(
    span.mask,
    told.map((signs) => signs.replace(/[^\dx叉]/g, '').length),
  )
  const masked = pieces.map(
    (piece, index): Span => ({
      ...span,
      ...piece,
      mask: masks[index] ?? SOME_STARS,
      ...(index > 0 ? { isRest: true } : {}),
    }),
  )
  const again = between.flatMap((each) =>
    saidAgain(folded, each, told.join('')).map(
      (place): Span => ({ ...span, ...place, mask: SOME_STARS, isRest: true }),
    ),
  )
  return [...masked, ...again].sort((one, other) => one.start - other.start)
}

/** Whoever listens says some of it once more: that tells as much. */
function saidAgain(folded: string, { start, end }: Between, told: string): Between[] {
  const said = plain(folded.slice(start, end))
  const places: Between[] = []
  let from: number | null = null
  let signs = ''
  const tokens = [...said.text.matchAll(TOKEN)]
  const close = (last: RegExpExecArray | undefined) => {
    if (from !== null && last !== undefined && signs.length >= FEWEST_AGAIN)
      places.push({
        start: start + said.inTold(from, false),
        end: start + said.inTold(last.index + last[0].length, true),
      })
    ;[from, signs] = [null, '']
  }
  for (const [index, token] of tokens.entries()) {
    const next = signs + signsOf(token[0])
    if (from !== null && told.includes(next)) signs = next
    else {
      close(tokens[index - 1])
      if (told.includes(signsOf(token[0]))) [from, signs] = [token.index, signsOf(token[0])]
    }
  }
  close(tokens.at(-1))
  return places
}

/** More than who says the next piece. */
const holdsWords = (between: string): boolean => {
  const [rest = '', ...lines] = between.split('\n')
  return [rest, ...lines.map((line) => line.slice(frontIn(line)))].some((words) => /[\p{L}\p{N}]/u.test(words))
}

const signsOf = (words: string): string => words.replace(/[^\p{Script=Latin}\d叉]/gu, '').toLowerCase()

/** With its digits plain, and the way back. */
function plain(words: string): Pick<Retelling, 'text' | 'inTold'> {
  const spoken = foldSpokenDigits(words)
  return retell(spoken) ?? { text: spoken, inTold: (place) => place }
}

function masksOf(mask: string, counts: readonly number[]): string[] {
  if (!OF_DIGITS.test(mask)) {
    const stars = mask.match(STARS)?.at(-1) ?? SOME_STARS
    return counts.map((_, index) => (index === (mask.startsWith('*') ? counts.length - 1 : 0) ? mask : stars))
  }
  const all = counts.reduce((sum, count) => sum + count, 0)
  const [front = '', end = ''] = mask.split(STARS)
  const shown = `${front}${'*'.repeat(Math.max(0, all - front.length - end.length))}${end}`
  let from = 0
  return counts.map((count) => {
    const piece = shown.slice(from, from + count)
    from += count
    return piece.replace(STARS, SOME_STARS)
  })
}
