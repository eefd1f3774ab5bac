import { saysPhone } from './cue.ts'
import { saidGap } from './spoken-gap.ts'

/**
 * What stands between two segments: a separator, or words for one; words that take back what was said in front of them; a sign that makes a sum or a size of figures just as well; any other
 * short word; nothing that could belong to a number.
 */
export type Link = 'separator' | 'correction' | 'sum_sign' | 'word' | 'none'

/** Digits without anything between them. `link`: to the segment before; `isFraction`: what stands behind a decimal point. */
export interface DigitSegment {
  readonly start: number
  readonly end: number
  readonly link: Link
  readonly isFraction: boolean
}

/** Segments that together have the digits asked for. */
export interface DigitGroup {
  readonly start: number
  readonly end: number
  readonly digits: string
  /** How people grouped the digits, `3-4-4`. */
  readonly shape: string
}

/**
 * One sign of what people and copied contacts put between groups of digits: every sign of writing, whatever the input method makes
 * of a dash or a dot, line breaks, money, stars and other pictures, marks that are not seen (zero width, writing direction, what makes a
 * digit a key). No asterisk: it is what an earlier masking left; none of the signs that make a sum, a share or an address of
 * figures, and none of degrees.
 */
export const SEPARATOR =
  /(?![*@%&#＊＠％＆＃°℃℉])[\s\p{P}\p{Cf}\p{Mn}\p{Me}\p{Sc}\p{So}\p{Sk}~～|｜¦<>＜＞−ー─━│┃→∙⋅●○■]/u
const SEPARATORS = new RegExp(`^(?:${SEPARATOR.source}){1,4}$`, 'u')
/** The signs that are no separators otherwise; one asterisk, where an earlier masking leaves four. */
const SUM_SIGN = /^\s?[+=#*&%×÷xX@]\s?$/u
/** Neither what is counted and measured, nor a sign that keeps figures apart for good. */
const WORD =
  /^[^\d\n*@元块毛角分万亿件台箱个只条份次人天年月日号斤克米升度点时秒室楼层栋套双包盒瓶袋张本位名期寸吨]{1,8}$/u
const LONGEST_GAP = 28
const TO_BE_WRITTEN = /(?:记|[报念](?:一下|一遍|给[你您]))[下着好一]{0,2}[啊哈吧哦\s，,：:]{0,3}$/u
const FARTHEST = 10
/** 不是七是一: what it should have been. */
const SAID_AGAIN = /^[\s\p{P}]{0,2}(?:而?是|应该是|it['’]s|but|make it)[\s\p{P}]{0,2}$/iu
const UUID = /(?<![0-9a-z-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z-])/gi
/** The most of a number with its country or trunk code that is left in front of the stars of an earlier masking. */
const [LEAST_KEPT, MOST_KEPT] = [3, 8]
/** Of what stands in front of a decimal point. */
const LONGEST_WHOLE = 4
const COUNTRY_CODE = /^(?:00)?86$/

/**
 * The digit segments of a text in one pass. Left out are ids of the console and of call systems, and digits that an earlier
 * masking left standing: so a masked text is masked into itself.
 */
export function digitSegments(folded: string): DigitSegment[] {
  const ids = [...folded.matchAll(UUID)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const segments: DigitSegment[] = []
  const isFraction = fractionFinder(folded)
  let nextId = 0
  let runStart = 0
  for (const match of folded.matchAll(/[0-9]+/g)) {
    const start = match.index
    const end = start + match[0].length
    while ((ids[nextId]?.end ?? Number.POSITIVE_INFINITY) <= start) nextId++
    if (start >= (ids[nextId]?.start ?? Number.POSITIVE_INFINITY) || isLeftByMasking(folded, start, end)) continue
    const previous = segments.at(-1)
    const link = linkBetween(folded, previous, start, runStart)
    if (link !== 'separator') runStart = start
    segments.push({ start, end, link, isFraction: isFraction(previous, start) })
  }
  return segments
}

/** More digits than any number has, twice. */
const LONGEST_RUN = 40

/** What belongs together from there on, by what links each to the one in front. */
export function runFrom(
  segments: readonly DigitSegment[],
  first: number,
  links: readonly Link[] = ['separator'],
): DigitSegment[] {
  const run: DigitSegment[] = []
  let length = 0
  for (let next = first; next < segments.length; next++) {
    const segment = segments[next]
    if (segment === undefined) break
    if (next > first && !links.includes(segment.link)) break
    length += segment.end - segment.start
    if (length > LONGEST_RUN) break
    run.push(segment)
  }
  return run
}

/** Whether that is all that stands between two groups. */
export const isSumSign = (gap: string): boolean => SUM_SIGN.test(gap)

/** Whether a word stands there that may be one between two groups. */
export const isWord = (gap: string): boolean => WORD.test(gap)

/** `runStart`: where the first of those begins that `previous` is linked to. */
function linkBetween(folded: string, previous: DigitSegment | undefined, start: number, runStart: number): Link {
  if (previous === undefined || start - previous.end > LONGEST_GAP) return 'none'
  const gap = folded.slice(previous.end, start)
  if (SEPARATORS.test(gap)) return 'separator'
  if (isSumSign(gap)) return 'sum_sign'
  if (previous.link === 'correction' && SAID_AGAIN.test(gap)) return 'correction'
  const said = saidGap(gap, previous.end - previous.start)
  if (said === 'corrects') return 'correction'
  if (said === 'goes_on' || (said !== null && isTold(folded, runStart))) return 'separator'
  return isWord(gap) ? 'word' : 'none'
}

/** Words in front say that a phone follows, or that it is to be written down: 电话 138, 我报一下啊 138. */
const isTold = (folded: string, start: number): boolean =>
  saysPhone(folded, start) || TO_BE_WRITTEN.test(folded.slice(Math.max(0, start - FARTHEST), start))

/**
 * Tells, asked for each segment in turn, whether it stands behind a decimal point: `3.14159265358`. Behind `1.`, and behind the next
 * number of such a list, begins what is listed; behind `86.` the number of that country; behind a group of a number the next one.
 */
function fractionFinder(folded: string): (previous: DigitSegment | undefined, start: number) => boolean {
  let listed = ''
  return (previous, start) => {
    if (previous === undefined || folded.charAt(previous.end) !== '.') return false
    const whole = folded.slice(previous.start, previous.end)
    if (!previous.isFraction && ['1', String(Number(listed) + 1)].includes(whole)) listed = whole
    const isPoint = previous.end === start - 1 && previous.link !== 'separator'
    return isPoint && whole.length <= LONGEST_WHOLE && whole !== listed && !COUNTRY_CODE.test(whole)
  }
}

function isLeftByMasking(folded: string, start: number, end: number): boolean {
  const length = end - start
  if (folded.startsWith('***@', end)) return true
  if (folded.startsWith('****', end) && length >= LEAST_KEPT && length <= MOST_KEPT) return true
  const isBehindStars = start >= 4 && folded.startsWith('****', start - 4)
  return isBehindStars && (length === 4 || (length === 3 && /[Xx]/.test(folded.charAt(end))))
}

interface GroupWish {
  readonly count: number
  /** Digits of the first segment that are left out. */
  readonly skipped?: number
  /** Takes these as well as separators. */
  readonly links?: readonly Link[]
}

/**
 * The segments from `first` on that have exactly `count` digits together; null when no segment ends there, or when a fraction is the
 * first: a number does not begin behind a decimal point. No more of them than digits, so that looking from everywhere stays linear.
 */
export function groupFrom(folded: string, segments: DigitSegment[], first: number, wish: GroupWish): DigitGroup | null {
  if (segments[first]?.isFraction !== false) return null
  const start = segments[first].start + (wish.skipped ?? 0)
  let end = start
  let taken = 0
  for (let missing = wish.count; missing > 0; ) {
    const segment = segments[first + taken]
    if (!segment) return null
    if (taken > 0 && segment.link !== 'separator' && !wish.links?.includes(asWord(segment.link))) return null
    const length = segment.end - Math.max(segment.start, start)
    if (length <= 0 || length > missing) return null
    missing -= length
    taken++
    end = segment.end
  }
  return new Group(folded, start, end)
}

/** Where any word will do, so will one that takes something back. */
const asWord = (link: Link): Link => (link === 'correction' ? 'word' : link)

/** Most groups are looked at once and are none: what they say is put together when somebody asks. */
class Group implements DigitGroup {
  readonly #folded: string
  readonly start: number
  readonly end: number
  #digits: string | undefined
  #shape: string | undefined
  constructor(folded: string, start: number, end: number) {
    this.#folded = folded
    this.start = start
    this.end = end
  }
  get digits(): string {
    this.#digits ??= this.#folded.slice(this.start, this.end).replace(/[^0-9]+/g, '')
    return this.#digits
  }
  get shape(): string {
    this.#shape ??= groupsOf(this.#folded, this)
      .map(({ length }) => length)
      .join('-')
    return this.#shape
  }
}

/** The digits of each group. */
export const groupsOf = (folded: string, { start, end }: DigitGroup): string[] =>
  folded
    .slice(start, end)
    .replaceAll(FILLING, '')
    .split(/[^0-9]+/)

/** What stands between the groups, each once. */
export const gapsOf = (folded: string, { start, end }: DigitGroup): string[] => [
  ...new Set(
    folded
      .slice(start, end)
      .replaceAll(FILLING, '')
      .match(/[^0-9]+/g),
  ),
]

/** What fills the place of a digit of two units, or of words for a sign. */
export const FILLING = '\u2060'

/** Drops the segments inside spans; what stood behind one is no longer linked to what stood before. Both are in order. */
export function withoutSpans(
  segments: DigitSegment[],
  spans: readonly { readonly start: number; readonly end: number }[],
): DigitSegment[] {
  if (spans.length === 0) return segments
  const free: DigitSegment[] = []
  let next = 0
  let isBroken = false
  for (const segment of segments) {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= segment.start) next++
    const isTaken = (spans[next]?.start ?? Number.POSITIVE_INFINITY) < segment.end
    if (!isTaken) free.push(isBroken ? { ...segment, link: 'none' } : segment)
    isBroken = isTaken
  }
  return free
}
