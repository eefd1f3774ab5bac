import { COMPANY_STARS } from './mask-forms.ts'
import { matchesIn, type Span } from './span.ts'

/** What a company's own numbers look like: of each its name, how it is written, and some that must be hidden. */
export interface CompanyRule {
  readonly name: string
  /** `#` is a digit, `@` a letter, `?` either; `{8}` or `{8-12}` behind one says how many. All else stands for itself, in any case. */
  readonly pattern: string
  readonly examples: readonly string[]
}

export interface CompanyRules {
  readonly rules: readonly CompanyRule[]
  /** Numbers of orders and parcels, behind the words for them. */
  readonly hidesOrders: boolean
}

export const NO_RULES: CompanyRules = { rules: [], hidesOrders: false }

/**
 * Why a rule is not taken.
 * - `unreadable`: braces without a count of 1 to 30, or not behind `#`, `@` or `?`
 * - `too_wide`: it would hide everyday figures and words
 * - `too_long`: more than 40 signs, or more than two counts that vary: it could not be looked for quickly
 * - `no_example`, `example_stands`: nothing shows what it hides; an example is not hidden
 */
export type RuleFault = 'unreadable' | 'too_wide' | 'too_long' | 'no_example' | 'example_stands'

interface Piece {
  readonly set: string | null
  readonly text: string
  readonly least: number
  readonly most: number
}

const SETS: Readonly<Record<string, string>> = { '#': '\\d', '@': '[A-Za-z]', '?': '[A-Za-z\\d]' }
const PIECE = /(?<set>[#@?])(?:\{(?<least>\d{1,2})(?:-(?<most>\d{1,2}))?\})?|(?<brace>[{}])|(?<text>[^#@?{}]+)/gu
const MOST_OF_ONE = 30
const LONGEST = 40
const MOST_VARYING = 2
const [FEWEST_ALONE, FEWEST_BEHIND_WORDS] = [7, 4]
/** Somebody may leave a gap between any two signs. */
const GAP = '[ -]?'
/** What everybody says all day. */
const EVERYDAY = [
  '1299元 满300减40',
  '2026-11-27 19:30',
  '2026年11月27日20261127',
  '120*200*75cm 5000mAh 1920x1080',
  'iPhone15 Pro Max 256GB mate60 RTX4060',
  'wifi app usb hdmi type-c JD PLUS VIP',
  '3号楼2单元 15:30-18:00 13.8公斤',
]

function piecesOf(pattern: string): readonly Piece[] | null {
  const pieces: Piece[] = []
  for (const { groups } of pattern.trim().matchAll(PIECE)) {
    if (groups?.brace !== undefined) return null
    const least = Number(groups?.least ?? 1)
    const most = Number(groups?.most ?? least)
    if (least < 1 || most < least || most > MOST_OF_ONE) return null
    pieces.push({ set: groups?.set ?? null, text: groups?.text ?? '', least, most })
  }
  return pieces
}

const lengthOf = (pieces: readonly Piece[], which: 'least' | 'most'): number =>
  pieces.reduce((sum, piece) => sum + (piece.set === null ? piece.text.length : piece[which]), 0)

/** Why it is not taken; null: it is. `example`: the one that stands. */
export function faultOfRule(rule: CompanyRule): { fault: RuleFault; example: string | null } | null {
  const told = (fault: RuleFault, example: string | null = null) => ({ fault, example })
  const pieces = piecesOf(rule.pattern)
  if (pieces === null) return told('unreadable')
  const sets = pieces.filter(({ set }) => set !== null)
  if (lengthOf(pieces, 'most') > LONGEST || sets.filter(({ least, most }) => least < most).length > MOST_VARYING)
    return told('too_long')
  const fewest = pieces[0]?.set === null ? FEWEST_BEHIND_WORDS : FEWEST_ALONE
  const hides = patternOf(pieces)
  if (lengthOf(sets, 'least') < fewest || EVERYDAY.some((words) => words.search(hides) >= 0)) return told('too_wide')
  const examples = rule.examples.map((example) => example.trim()).filter((example) => example !== '')
  if (examples.length === 0) return told('no_example')
  const stands = examples.find((example) => example.search(hides) < 0)
  return stands === undefined ? null : told('example_stands', stands)
}

function patternOf(pieces: readonly Piece[]): RegExp {
  const source = pieces.map(({ set, text, least, most }) =>
    set === null
      ? [...text].map((sign) => (sign === ' ' || sign === '-' ? '[ -]?' : escaped(sign))).join('')
      : `${SETS[set]}(?:${GAP}${SETS[set]}){${least - 1},${most - 1}}`,
  )
  return new RegExp(`(?<![A-Za-z\\d*])${source.join(GAP)}(?![A-Za-z\\d*])`, 'giu')
}

const escaped = (sign: string): string => sign.replace(/[\\^$.*+()[\]|/-]/gu, '\\$&')

/** Behind 订单号 and its like: eight digits or more, with letters in front or among them. */
const ORDER =
  /(?:(?:订单|运单|快递|物流|包裹)(?:编?号码?)?|单号|(?<![a-z])(?:order|tracking|parcel)(?:\s?(?:number|no\.?|id))?(?:\s(?:is|was))?)[^\dA-Za-z\n。；;*]{0,8}(?<number>[A-Za-z]{0,6}\d(?:[A-Za-z\d]|[ -](?=\d)){6,30}\d)(?![\dA-Za-z*])/giu
interface InForce {
  readonly finders: readonly ((text: string) => Span[])[]
  readonly hidesOrders: boolean
  readonly beginnings: readonly string[]
}

let inForce: InForce = { finders: [], hidesOrders: false, beginnings: [] }

/** From now on whatever this process masks obeys them. A process works for one company; its database says which rules that has. */
export function obeyRules({ rules, hidesOrders }: CompanyRules): void {
  const sound = rules.flatMap((rule) => (faultOfRule(rule) === null ? [piecesOf(rule.pattern) ?? []] : []))
  inForce = {
    finders: sound.map(finderOf),
    hidesOrders,
    beginnings: sound.flatMap((pieces) => (pieces[0]?.set === null ? [pieces[0].text.trim()] : [])),
  }
}

/** Of a text whose spoken digits are plain. The words a rule begins with stay, also of an order number. */
export function findCompanyNumbers(text: string): Span[] {
  const found = inForce.finders.flatMap((find) => find(text))
  if (!inForce.hidesOrders) return found
  const orders = findOrders(text).filter(
    (order) => !found.some(({ start, end }) => start < order.end && end > order.start),
  )
  return [...found, ...orders]
}

/** How one rule, which need not be in force, hides what it finds in a text. */
export function hiddenBy(rule: CompanyRule, text: string): string {
  const pieces = piecesOf(rule.pattern)
  if (pieces === null || pieces.length === 0) return text
  return hiddenIn(text, finderOf(pieces)(text))
}

/** The same by all rules together, with the numbers of orders where those are hidden as well. */
export function hiddenByAll({ rules, hidesOrders }: CompanyRules, text: string): string {
  const hidden = rules.reduce((masked, rule) => hiddenBy(rule, masked), text)
  return hidesOrders ? hiddenIn(hidden, findOrders(hidden)) : hidden
}

const hiddenIn = (text: string, spans: readonly Span[]): string =>
  spans.reduceRight((masked, { start, end, mask }) => masked.slice(0, start) + mask + masked.slice(end), text)

/** Where a number that begins like one of them, and is still being typed, stops to be words; null: none is. */
export function begunCompanyNumber(text: string): number | null {
  for (const beginning of inForce.beginnings) {
    const at = text.toLowerCase().lastIndexOf(beginning.toLowerCase())
    const typed = at < 0 ? '' : text.slice(at + beginning.length)
    if (at >= 0 && /^[ -]?[A-Za-z\d](?:[ -]?[A-Za-z\d]){0,39}$/u.test(typed)) return at + beginning.length
  }
  return null
}

function finderOf(pieces: readonly Piece[]): (text: string) => Span[] {
  const pattern = patternOf(pieces)
  const words = pieces[0]?.set === null ? pieces[0].text.length : 0
  return (text) =>
    matchesIn(text, pattern).map(({ 0: found, index }): Span => {
      const start = index + Math.min(words, found.length)
      return { kind: 'company', start, end: index + found.length, mask: COMPANY_STARS }
    })
}

const findOrders = (text: string): Span[] =>
  matchesIn(text, ORDER).map(({ 0: found, index, groups }): Span => {
    const number = groups?.number ?? ''
    return {
      kind: 'company',
      start: index + found.length - number.length,
      end: index + found.length,
      mask: COMPANY_STARS,
    }
  })
