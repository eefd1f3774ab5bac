import { isIn } from './may-match.ts'

/**
 * A text in which every number that is told in more signs than it has digits stands in digits: 一百三十七, double eight, one three eight,
 * 三个五, l38O. Other places than in the text it was told in: `inTold` leads back.
 */
export interface Retelling {
  readonly text: string
  /** Where in the text that was retold a place of this one stands; `isEnd`: behind what stood there, else in front of it. */
  readonly inTold: (place: number, isEnd: boolean) => number
}

/** What is told otherwise: a place of the text, and what stands there in the retelling. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly told: string
}

/** The same with its place in the retelling. */
interface PlacedEdit extends Edit {
  readonly at: number
}

const UNITS = 'zero one two three four five six seven eight nine'.split(' ')
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ENGLISH = new Map<string, string>([
  ...UNITS.map((word, digit): [string, string] => [word, String(digit)]),
  ...TEENS.map((word, digit): [string, string] => [word, String(10 + digit)]),
  ['nought', '0'],
  ['niner', '9'],
])
const TIMES_IN_CHINESE: Record<string, number> = { 俩: 2, 双: 2, 仨: 3 }
const TIMES: Record<string, number> = { double: 2, triple: 3, treble: 3, quadruple: 4 }
/** Who reads out digits rests between them. */
const GAP = '(?:,? |[\\u00a0-]){1,2}'
/** Such a rest, where it is written. */
const REST = /, (?!and )/
export const mayRest = (said: string): boolean => /[a-z], [a-z]/i.test(said)
const PLAIN = `(?:${[...ENGLISH.keys()].join('|')})`
const DIGIT_WORD = `(?:${Object.keys(TIMES).join('|')})(?:${GAP}(?=[a-z\\d])|(?=\\d))(?:${UNITS.join('|')}|oh?|nought|\\d)|(?:${TENS.join('|')})(?:${GAP}(?:${UNITS.slice(1).join('|')}))?|${PLAIN}`
const ONES = UNITS.slice(1).join('|')
/** The year of a birthday: two thousand and five, two thousand twelve; no hundreds follow. */
const YEAR = `two[ \\u00a0-]thousand(?![ \\u00a0-](?:and[ \\u00a0-])?(?:${ONES})[ \\u00a0-]hundred)(?:[ \\u00a0-](?:and[ \\u00a0-])?(?:oh[ \\u00a0-])?(?:twenty(?:[ \\u00a0-](?:${ONES}))?|${TEENS.join('|')}|${ONES}))?(?![a-z])`
const YEARS = new RegExp(YEAR, 'gu')
/** It stands among digits, in front and behind. */
const YEAR_AMID = `${YEAR}(?=${GAP}(?:(?:${DIGIT_WORD}|oh)(?![a-z])|\\d))`
const WORD_OR_NOUGHT = `(?:${DIGIT_WORD}|oh?)`
/** «oh» and «o» are noughts among other digits only, «hundred» ends three of them. */
const SAID_IN_ENGLISH = `(?<![a-z])(?<!(?:last|final|first|next|middle)\\s(?=(?:two|three|four|five|six|seven|eight)))(?:plus${GAP})?(?:oh?${GAP}(?=${DIGIT_WORD}))?(?:(?<=\\d{2}(?:, ?| ))${YEAR_AMID}|${DIGIT_WORD})(?![a-z])(?:${GAP}${YEAR_AMID}|${GAP}${WORD_OR_NOUGHT}(?![a-z])|${GAP}\\d{1,4}(?![\\d.])|${GAP}hundred(?:${GAP}and)?(?![a-z]))*`
/** 千, 百 and 十 with the digits in front of them already plain. */
const NUMERAL = '(?:(?:\\d千0?)(?:\\d百0?)?(?:\\d?十)?|(?:\\d百0?)(?:\\d?十)?|\\d?十)(?:\\d(?![千百十]))?'
const NUMERALS = new RegExp(NUMERAL, 'gu')
/** 四百八二零八八二零: the first three digits of a number that companies are called at. */
const HOTLINE = '(?<![\\d千百十])[48]百的?(?=[\\s，,、]{0,2}\\d(?:[\\s，,、-]{0,2}\\d){6}(?![\\d千百十元块]))'
/** Four times the same: 四个八, 一个八, 俩八, 双零. */
const REPEATED = '(?:(?<!第)[1-9]个|[俩仨双]个?)\\d'
/** O and l among digits, and no other letter. No more in front of the first digit than a number is long, or a row of bars is gone through from each of them. */
const MISTYPED = '(?<![a-z\\d])(?:\\d+[oil|][\\doil|]*|[oil|]{1,20}\\d[\\doil|]*)(?![a-z\\d])'
/** 加八五二: the sign in front of the code of a country. */
const PLUS = '(?<![\\p{Script=Han}\\d])加(?=[1-9]\\d{0,2}[\\s，,\\d])'
const TOLD = new RegExp(
  `(${SAID_IN_ENGLISH})|(${HOTLINE})|((?<![\\d千百十])(?:${NUMERAL}){1,20})|(${REPEATED})|(${MISTYPED})|(${PLUS})`,
  'giu',
)
const WORTH_LOOKING =
  /[千百十个俩双仨加]|(?:double|triple|treble|quadruple)\s?\d|(?<![a-z])[oil|]|\d[oil|]|zero|one|two|three|four|five|six|seven|eight|nine|ten/iu
const LONGEST = 400

const begunOf = (words: readonly string[]): string =>
  [...new Set(words.flatMap((word) => [...word].map((_, end) => word.slice(0, end + 1))))].join('|')
/** double六. */
const TIMES_AT_DIGIT = new RegExp(`(?:${Object.keys(TIMES).join('|')})(?=\\d)`, 'gu')
const TIMES_BEGUN = begunOf(Object.keys(TIMES))
/** A word for a digit at the end of a text, as far as it has got, or one that a digit follows. */
export const BEGUN_DIGIT_WORD = new RegExp(
  `(?<=(?:^|[^a-z\\d])[a-z\\d]*[ ,，-]{1,2})(?:(?:${Object.keys(TIMES).join('|')})${GAP}(?:${begunOf([...UNITS, 'oh'])})?|(?:${TIMES_BEGUN}|${begunOf([...ENGLISH.keys(), ...TENS, 'oh', 'hundred'])}))$`,
  'iu',
)

/** Of a folded text whose spoken digits stand as plain ones. Takes time in proportion to its length. */
export function retell(spoken: string, rests: 'without_rests' | 'with_rests' = 'without_rests'): Retelling | null {
  if (!isIn(spoken, WORTH_LOOKING)) return null
  const edits: Edit[] = []
  for (const match of spoken.matchAll(TOLD)) {
    const [told, english, hotline, numeral, repeated, mistyped] = match
    if (told.length > LONGEST) continue
    const digits =
      english !== undefined
        ? ofEnglish(english, rests === 'with_rests')
        : hotline !== undefined
          ? `${hotline.charAt(0)}00`
          : numeral !== undefined
            ? numeral.replace(NUMERALS, ofNumeral)
            : repeated !== undefined
              ? repeated.slice(-1).repeat(TIMES_IN_CHINESE[repeated.charAt(0)] ?? Number(repeated.charAt(0)))
              : mistyped !== undefined
                ? mistyped.replace(/o/gi, '0').replace(/[il|]/gi, '1')
                : '+'
    edits.push({ start: match.index, end: match.index + told.length, told: digits })
  }
  return retelling(spoken, edits)
}

/** The text with its edits, which are in order; null without any. */
export function retelling(text: string, edits: readonly Edit[]): Retelling | null {
  if (edits.length === 0) return null
  const pieces: string[] = []
  const placed: PlacedEdit[] = []
  let [copiedTo, length] = [0, 0]
  for (const edit of edits) {
    pieces.push(text.slice(copiedTo, edit.start), edit.told)
    length += edit.start - copiedTo
    placed.push({ ...edit, at: length })
    length += edit.told.length
    copiedTo = edit.end
  }
  return { text: pieces.join('') + text.slice(copiedTo), inTold: wayBack(placed) }
}

function wayBack(edits: readonly PlacedEdit[]): Retelling['inTold'] {
  return (place, isEnd) => {
    let [low, high] = [0, edits.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((edits[middle]?.at ?? 0) < place + (isEnd ? 0 : 1)) low = middle + 1
      else high = middle
    }
    const edit = edits[low - 1]
    if (edit === undefined) return place
    const behind = place - edit.at
    const isWithin = isEnd ? behind <= edit.told.length : behind < edit.told.length
    if (isWithin) return isEnd ? edit.end : edit.start
    return edit.end + behind - edit.told.length
  }
}

/** `hasRests`: a dash where somebody rested. */
function ofEnglish(said: string, hasRests: boolean): string {
  if (hasRests)
    return said
      .split(REST)
      .map((group) => ofEnglish(group, false))
      .join('-')
  const words = said
    .toLowerCase()
    .replace(TIMES_AT_DIGIT, '$& ')
    .replace(YEARS, ofYear)
    .split(/[ ,\u00a0-]+/)
  let digits = ''
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    const times = TIMES[word]
    if (word === 'plus') digits += '+'
    else if (word === 'and') continue
    else if (word === 'hundred') digits += isEndOfHundreds(words, index) ? '00' : ''
    else if (times !== undefined) digits += plain(words[++index] ?? '').repeat(times)
    else if (TENS.includes(word)) {
      const unit = UNITS.indexOf(words[index + 1] ?? '')
      digits += String(TENS.indexOf(word) + 2) + (unit > 0 ? String(unit) : '0')
      if (unit > 0) index++
    } else digits += plain(word)
  }
  return digits
}

/** Two thousand and five is 2005, two thousand twelve 2012. */
const ofYear = (said: string): string =>
  `2${ofEnglish(said.replace(/^two.thousand|(?<=[^a-z])(?:and|oh)(?![a-z])/gu, ' ').trim(), false).padStart(3, '0')}`

/** One hundred thirty eight has no noughts of its own. */
const isEndOfHundreds = (words: readonly string[], index: number): boolean => {
  const next = words[index + 1] === 'and' ? words[index + 2] : words[index + 1]
  return next === undefined || !(TENS.includes(next) || TEENS.includes(next))
}

const plain = (word: string): string => (/^\d+$/.test(word) ? word : (ENGLISH.get(word) ?? '0'))

/** 1百3十7 is 137, and 1百8 is 180. */
function ofNumeral(numeral: string): string {
  let value = 0
  let unit = 1
  for (const [, digit = '', sign = ''] of numeral.matchAll(/(\d?)([千百十]?)0?/gu)) {
    if (sign !== '') {
      unit = sign === '千' ? 1000 : sign === '百' ? 100 : 10
      value += (digit === '' ? 1 : Number(digit)) * unit
    } else if (digit !== '') value += Number(digit) * (unit > 10 && !/0\d$/.test(numeral) ? unit / 10 : 1)
  }
  return String(value)
}
