import { hasAny, signTable } from './sign-table.ts'

/**
 * Digits that Unicode does not call decimal, as runs of neighbours: first sign, its value, how many. Circled, in brackets, with a full
 * stop, raised, lowered, of Suzhou accounts, Roman ones of one sign.
 */
const RUNS: [first: string, value: number, count: number][] = [
  ['①', 1, 9],
  ['⑴', 1, 9],
  ['⒈', 1, 9],
  ['⓪', 0, 1],
  ['⓵', 1, 9],
  ['⓿', 0, 1],
  ['❶', 1, 9],
  ['➀', 1, 9],
  ['➊', 1, 9],
  ['㈠', 1, 9],
  ['㊀', 1, 9],
  ['〡', 1, 9],
  ['Ⅰ', 1, 9],
  ['ⅰ', 1, 9],
  ['⁰', 0, 1],
  ['¹', 1, 1],
  ['²', 2, 2],
  ['⁴', 4, 6],
  ['₀', 0, 10],
]

const others = new Map(
  RUNS.flatMap(([first, value, count]) =>
    Array.from({ length: count }, (_, step) => [
      String.fromCodePoint((first.codePointAt(0) ?? 0) + step),
      String(value + step),
    ]),
  ),
)
const DECIMAL = /^\p{Nd}$/u
/** All of them, for a class of signs. */
export const OTHER_DIGITS = [...others.keys()].join('')
const OTHERS = `[${OTHER_DIGITS}]`
/** Alone in front of plain digits such a sign counts what follows: ①138… */
const COUNTING = `(?<!(?:\\p{Nd}\\u2060?|${OTHERS})${OTHERS})(?=[0-9])`
const DIGIT_OF_NUMBER = new RegExp(`(?![0-9])(?:\\p{Nd}|${OTHERS}(?!${COUNTING}))`, 'gu')
const ANY_OTHER = new RegExp(OTHERS, 'gu')

/** What may be such a digit: nothing of ASCII, of Han signs and of the punctuation beside them, which most texts are made of alone. */
const mayBeDigit = signTable('').fill(1, 0x80)
mayBeDigit
  .fill(0, 0x2010, 0x2030)
  .fill(0, 0x3000, 0x3020)
  .fill(0, 0x4e00, 0xa000)
  .fill(0, 0xff01, 0xff10)
  .fill(0, 0xff1a, 0xff60)
const isOther = signTable(OTHER_DIGITS)

/** Keeps every place: a digit that takes two UTF-16 units is followed by a mark without width, which stands between digits anyway. */
export const foldScriptDigits = (text: string): string =>
  hasAny(text, mayBeDigit)
    ? text.replace(
        DIGIT_OF_NUMBER,
        (sign) => (others.get(sign) ?? decimalValue(sign)) + '\u2060'.repeat(sign.length - 1),
      )
    : text

/** The signs that count what follows, too: as digits of it. */
export const foldCountingDigits = (folded: string): string =>
  hasAny(folded, isOther) ? folded.replace(ANY_OTHER, (sign) => others.get(sign) ?? sign) : folded

/** Whether the digit there counts what follows. */
export const isCountingDigit = (text: string, place: number): boolean => others.has(text.charAt(place))

/** Decimal digits come in tens, from nought to nine, wherever a script has them. */
function decimalValue(sign: string): string {
  const codePoint = sign.codePointAt(0) ?? 0
  let first = codePoint
  while (DECIMAL.test(String.fromCodePoint(first - 1))) first--
  return String((codePoint - first) % 10)
}
