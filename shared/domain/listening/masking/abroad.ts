import { isMoney, saysOrderOfRow, saysPhone } from './cue.ts'
import { type DigitGroup, type DigitSegment, gapsOf, groupFrom, groupsOf } from './digit-segments.ts'
import { arePriced, isAmongFigures, isCounted } from './figures.ts'
import { type Detector, matchesWhere, type Needy, type Span, spansFromEachSegment, withItsBracket } from './span.ts'

/** What is no sum: no digit in front, and no time zone. */
const PLUS = /(?<![\d)=]\s{0,2}|utc\s?|gmt\s?)[+＋]\s{0,2}[([（]?$/iu
const LONGEST_PLUS = 8
/** ITU-T E.164: the codes of one and two digits; all others have three. */
const CODE = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-9]\d{2})/
/** Document numbers begin with noughts and a year as well. */
const NOUGHTS = /^00(?!20[0-4]\d)/
const TIME = /[:：]/
/** LP00482910377265: letters of a parcel's number. Those of a country say that a phone follows. */
const BEHIND_CAPITALS =
  /(?<![A-Za-z])(?!UK|GB|HK|MO|TW|US|CA|AU|NZ|JP|KR|SG|MY|TH|VN|IN|ID|PH|RU|DE|FR|IT|ES|IE|WA)[A-Z]{2}$/
const CHINA = '86'
/** Blanks, dashes, brackets. */
const GAP_OF_CALLED = /^[\s\p{Pd}()（）]{1,3}$/u
/** How many digits numbers there have, with the nought of (0) where it is written; elsewhere [7, 12]. */
const LENGTHS: Record<string, readonly [least: number, most: number]> = {
  1: [10, 10],
  7: [10, 10],
  33: [9, 10],
  34: [9, 9],
  44: [9, 11],
  61: [9, 10],
  65: [8, 8],
  81: [9, 11],
  82: [8, 11],
  91: [10, 11],
  852: [8, 8],
  853: [8, 8],
  886: [8, 10],
}
const SUM_BEHIND = /^\s?[元圆]的?(?:[毛净纯]?利润?|[营总净]?收入?|亏损|盈余|预算|成本|流水)/u
const LONGEST_SUM_BEHIND = 8
const ELSEWHERE = [7, 12] as const

/** What stands in front of a number abroad: the noughts, the country's code, and how many digits follow. */
interface Country {
  readonly noughts: number
  readonly code: number
  readonly least: number
  readonly most: number
}

/** The code told apart, and whose it is: 44 for UK then 7577 123456. */
const BEHIND_CODE_TOLD: Needy = {
  needs: /\d for [a-z]/iu,
  pattern:
    /(?<![\d.,])\+?[1-9]\d{0,2} for (?:the )?(?:uk|u\.k\.|usa?|america|britain|england|ireland|scotland|australia|new zealand|canada|france|germany|spain|italy|india|hong kong|singapore|china)[,.]? (?:and )?(?:then|followed by|and)[,:]? (0?[1-9](?:[\s,-]{0,2}\d){7,10})(?![\d*]|[.,]\d)/giu,
}

export const findPhonesBehindCode = (text: string): Span[] =>
  matchesWhere(text, BEHIND_CODE_TOLD).map(({ 0: whole, 1: number = '', index }) => ({
    ...{ kind: 'phone', start: index + whole.length - number.length, end: index + whole.length },
    mask: `****${number.replace(/\D/g, '').slice(-4)}`,
  }))

/** Numbers of other countries behind + or 00, in any grouping: +852 ****4567. What stands in front of the number stays. */
export const findPhonesAbroad: Detector = (folded, segments) =>
  spansFromEachSegment(segments, (first, { start }) => {
    const country = countryAt(folded, start, digitsFrom(folded, segments, first))
    if (country === null || (country.noughts > 0 && isAmidRow(folded, segments, first))) return null
    for (const isCalled of [isNotCounted, isInGroupsOfItsOwn])
      for (let count = country.most; count >= country.least; count--) {
        const span = numberAt(folded, segments, first, country, count, isCalled)
        if (span !== null) return withItsBracket(folded, span)
      }
    return null
  })

/** The country's code that these digits begin with at `start`; null without + or 00 in front, and for China. */
export function countryAt(text: string, start: number, digits: string): Country | null {
  const noughts = PLUS.test(text.slice(Math.max(0, start - LONGEST_PLUS), start)) ? 0 : 2
  if (noughts === 2 && !NOUGHTS.test(digits)) return null
  const code = CODE.exec(digits.slice(noughts))?.[0]
  if (code === undefined || code === CHINA) return null
  const [least, most] = LENGTHS[code] ?? ELSEWHERE
  return { noughts, code: code.length, least, most }
}

/** Two noughts with digits and nothing but a space in front are the middle of what is read out. */
const isAmidRow = (folded: string, segments: DigitSegment[], first: number): boolean => {
  const [previous, segment] = [segments[first - 1], segments[first]]
  return (
    previous !== undefined && segment?.link === 'separator' && !/\S/.test(folded.slice(previous.end, segment.start))
  )
}

/** The noughts and the code, each in one piece. */
function digitsFrom(folded: string, segments: DigitSegment[], first: number): string {
  const [one, two] = segments.slice(first, first + 2).map(({ start, end }) => folded.slice(start, end))
  return one === '00' && segments[first + 1]?.link === 'separator' ? `00${two ?? ''}` : (one ?? '')
}

/** Whether digits behind the code of a country are called, and nothing is counted by them. */
type IsCalled = (folded: string, group: DigitGroup, country: Country) => boolean

const isNotCounted: IsCalled = (folded, { end }) => !isCounted(folded, end)

/** +853 6688 2147 条形码发这里: the code by itself and groups behind it, as nobody writes a sum; thousands have three digits each. */
const isInGroupsOfItsOwn: IsCalled = (folded, group, { noughts, code }) => {
  const [front = '', ...groups] = groupsOf(folded, group)
  return (
    noughts === 0 &&
    front.length === code &&
    groups.length > 1 &&
    groups.every(({ length }) => length > 1) &&
    groups.some(({ length }) => length !== 3) &&
    gapsOf(folded, group).every((gap) => GAP_OF_CALLED.test(gap)) &&
    !isSum(folded, group)
  )
}

/** What sums are said of stands right in front of it and their unit behind, or both behind: 利润 +65 8123 4567 元. */
const isSum = (folded: string, { start, end }: DigitGroup): boolean =>
  isMoney(folded, { start: start - (PLUS.exec(folded.slice(0, start))?.[0].length ?? 0), end }) ||
  SUM_BEHIND.test(folded.slice(end, end + LONGEST_SUM_BEHIND))

function numberAt(
  folded: string,
  segments: DigitSegment[],
  first: number,
  country: Country,
  count: number,
  isCalled: IsCalled,
): Span | null {
  const { noughts, code } = country
  const group = groupFrom(folded, segments, first, { count: noughts + code + count })
  if (group === null || !isCalled(folded, group, country)) return null
  if (noughts > 0 && isOther(folded, group)) return null
  const [, ...others] = groupsOf(folded, group)
  if (others.length > 0 && arePriced(others) && !saysPhone(folded, group.start)) return null
  const start = startBehindCode(folded, group.start, noughts + code)
  return { kind: 'phone', start, end: group.end, mask: `****${group.digits.slice(-4)}` }
}

const isOther = (folded: string, { start, end }: DigitGroup): boolean =>
  isAmongFigures(folded, { start, end }) ||
  TIME.test(folded.slice(start, end)) ||
  saysOrderOfRow(folded, start) ||
  isBehindCapitals(folded, start, end)

const isBehindCapitals = (folded: string, start: number, end: number): boolean =>
  !/\D/.test(folded.slice(start, end)) &&
  BEHIND_CAPITALS.test(folded.slice(Math.max(0, start - 3), start)) &&
  !saysPhone(folded, start - 2)

/** Behind as many digits, and a nought that is said only at home: +44 (0)20. */
function startBehindCode(folded: string, start: number, digits: number): number {
  const front = new RegExp(`^(?:\\d\\D{0,4}?){${digits}}(?:\\s?[(（]0[)）])?\\D{0,4}`).exec(folded.slice(start))
  return start + (front?.[0].length ?? 0)
}
