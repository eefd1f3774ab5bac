/**
 * Digits without anything between them. `isLinked`: only a separator stands between this and the segment before; `isOnNewLine`: one
 * with a line break; `isLinkedOddly`: a sign that makes a sum or a product of figures just as well.
 */
export type DigitSegment = {
  start: number
  end: number
  isLinked: boolean
  isLinkedOddly: boolean
  isOnNewLine: boolean
}

/** Segments that together have the digits asked for. */
export type DigitGroup = {
  start: number
  end: number
  digits: string
  /** How people grouped the digits, `3-4-4`. */
  shape: string
}

/**
 * One sign of what people and copied contacts put between groups of digits: every sign of writing, whatever the input method makes
 * of a dash or a dot, line breaks, marks that are not seen (zero width, writing direction, what makes a digit a key). No star: it is
 * what an earlier masking left; and none of the signs that make a sum, a share or an address of figures.
 */
export const SEPARATOR = /(?![*@%&#＊＠％＆＃])[\s\p{P}\p{Cf}\p{Mn}\p{Me}~～|｜¦^`<>＜＞−ー─━│┃→∙⋅●○■]/u
const SEPARATORS = new RegExp(`^(?:${SEPARATOR.source}){1,4}$`, 'u')
/** What people say for the gap between two groups. */
const SPOKEN_GAP = /^\s?(?:然后|再|空格|横杠|横线|杠|点)\s?$/u
/** One of the signs above that are no separators otherwise; one star, where an earlier masking leaves four. */
const ODD_GAP = /^\s?[+=#*&]\s?$/u
/** Behind one or two digits they tell the time: 11点30. */
export const isSpokenGap = (gap: string, before: DigitSegment): boolean =>
  before.end - before.start >= 3 && SPOKEN_GAP.test(gap)
export const isOddGap = (gap: string): boolean => ODD_GAP.test(gap)
const UUID = /(?<![0-9a-z-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z-])/gi
/** What is left of a number with its country or trunk code in front of the stars of an earlier masking. */
const KEPT_BEFORE_STARS = new Set([3, 4, 5, 7])

/**
 * The digit segments of a text in one pass. Left out are ids of the console and of call systems, and digits that an earlier
 * masking left standing: so a masked text is masked into itself.
 */
export function digitSegments(folded: string): DigitSegment[] {
  const ids = [...folded.matchAll(UUID)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const segments: DigitSegment[] = []
  let nextId = 0
  for (const match of folded.matchAll(/[0-9]+/g)) {
    const start = match.index
    const end = start + match[0].length
    while ((ids[nextId]?.end ?? Number.POSITIVE_INFINITY) <= start) nextId++
    if (start >= (ids[nextId]?.start ?? Number.POSITIVE_INFINITY) || isLeftByMasking(folded, start, end)) continue
    const previous = segments.at(-1)
    const gap = previous && start - previous.end <= 4 ? folded.slice(previous.end, start) : ''
    segments.push({
      start,
      end,
      isLinked: SEPARATORS.test(gap) || (previous !== undefined && isSpokenGap(gap, previous)),
      isLinkedOddly: isOddGap(gap),
      isOnNewLine: /[\r\n\u2028\u2029]/.test(gap),
    })
  }
  return segments
}

function isLeftByMasking(folded: string, start: number, end: number): boolean {
  const length = end - start
  if (folded.startsWith('***@', end)) return true
  if (folded.startsWith('****', end) && KEPT_BEFORE_STARS.has(length)) return true
  const isBehindStars = start >= 4 && folded.startsWith('****', start - 4)
  return isBehindStars && (length === 4 || (length === 3 && /[Xx]/.test(folded.charAt(end))))
}

/**
 * The segments from `first` on that have exactly `count` digits together; null when no segment ends there or when it
 * takes more than `mostGroups` of them, so that looking from everywhere stays linear. `skipped` digits of the first
 * segment are left out; `mostLines` where columns of figures would read as one number; `oddly` takes the odd signs too.
 */
export function groupFrom(
  folded: string,
  segments: DigitSegment[],
  first: number,
  wish: { count: number; mostGroups: number; skipped?: number; mostLines?: number; oddly?: boolean },
): DigitGroup | null {
  const lengths: number[] = []
  const start = (segments[first]?.start ?? 0) + (wish.skipped ?? 0)
  let end = start
  let lines = 1
  let taken = 0
  for (let missing = wish.count; missing > 0; ) {
    const segment = segments[first + taken]
    if (!segment) return null
    if (taken > 0 && !(segment.isLinked || (wish.oddly === true && segment.isLinkedOddly))) return null
    if (taken > 0 && segment.isOnNewLine) lines++
    if (lines > (wish.mostLines ?? Number.POSITIVE_INFINITY)) return null
    const length = segment.end - Math.max(segment.start, start)
    if (length <= 0 || length > missing) return null
    missing -= length
    taken++
    if (isWideDigit(folded, end, segment.start)) lengths.push((lengths.pop() ?? 0) + length)
    else lengths.push(length)
    end = segment.end
  }
  if (lengths.length > wish.mostGroups) return null
  return { start, end, digits: folded.slice(start, end).replace(/[^0-9]/g, ''), shape: lengths.join('-') }
}

/** Only what fills the place of a digit of two units lies between: no gap that anybody left. */
const isWideDigit = (folded: string, end: number, start: number): boolean =>
  start === end + 1 && folded.charAt(end) === '\u2060'
