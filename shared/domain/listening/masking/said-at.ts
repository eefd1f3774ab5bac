import { foldBareAt } from './bare-at.ts'
import { FILLING } from './digit-segments.ts'
import { mayMatch } from './may-match.ts'
import { NO_HOST } from './no-name.ts'
import { OTHER_DIGITS } from './script-digits.ts'
import { SPOKEN_DIGITS } from './spoken-digits.ts'

/** How the sign of an address is said. */
const NAMED = ['艾特', '艾特符号', '爱特', '埃特', '哎特', '艾忒', '艾特儿', 'at符号', '@符号', '@号']
/** How it is paraphrased: the words have another meaning as well. */
const PARAPHRASED = [
  ...['小老鼠', '小老鼠号', '小老鼠符号', '老鼠', '老鼠号'],
  ...['圈a', '圈@', '圆圈a', '花a', '花样a'],
]
/** Somebody who spells may leave a gap between any two of its characters. */
const spelled = (word: string): string => [...word].join('\\s{0,2}')
const oneOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(spelled)
    .join('|')
/** Any of those words. */
export const AT_WORD = oneOf([...NAMED, ...PARAPHRASED])
const [OPEN, CLOSE] = ['[([{（【［｛<＜〈《⟨⟦|"“「『]', '[)\\]}）】］｝>＞〉》⟩⟧|"”」』]']
const IN_BRACKETS = `${OPEN}\\s?(?:${AT_WORD}|at?|@)\\s?${CLOSE}`
/** Or behind the stars of a mask. */
const BEHIND_LOCAL_PART = `(?<=[*\\p{Script=Latin}\\p{Nd}${OTHER_DIGITS}${SPOKEN_DIGITS.join('')}._-]\\s{0,2})`
/** mail me at peter dot brown at …: the address begins behind it. */
const SOMEBODY = '(?<![a-z])(?:me|us|you|him|her|them|it)'
const HOST_BEGINS = '[a-z0-9-]{1,63}\\.[a-z]'
/** Without brackets only in front of a host; between blanks only of one whose dot is said, too: look at jd.com. As links spell it: %40. With another sign for it: #. */
const BARE = `(?<=[a-z0-9._-])#(?=(?:vip\\.)?(?:qq|163|126|139|gmail|outlook|hotmail|foxmail|sina|yahoo|icloud)\\.com)|[_*~]at[_*~](?=${HOST_BEGINS})|(?<=\\s)(?<!${SOMEBODY}\\s{1,2})at(?=\\s${NO_HOST}[a-z0-9-]{1,63}\\s?(?:dot|点)\\s?(?:[a-z]|$))|(?<=[a-z0-9._-])%40(?=${HOST_BEGINS}[a-z])`
const SAID = new RegExp(`${oneOf(NAMED)}|${BEHIND_LOCAL_PART}(?:${oneOf(PARAPHRASED)})|${IN_BRACKETS}|${BARE}`, 'giu')
/** Not those that begin as an address goes on. */
const begun = [...NAMED, ...PARAPHRASED]
  .filter((word) => !/^[a@]/.test(word))
  .flatMap((word) => [...word].map((_, end) => `${spelled(word.slice(0, end + 1))}\\s{0,2}`))
const BEGUN = new RegExp(`(?:${OPEN}\\s?)?(?:${begun.join('|')}|${OPEN}(?:at?|@${FILLING}?)?)$`, 'iu')
/** Typed twice it is still the same sign. */
const MANY = /@(?:\s?@)+/g
const asAt = (said: string): string => `${said.length > 2 ? FILLING : ''}@`.padEnd(said.length, FILLING)

/** The sign of an address instead of the words for it. Places stay: marks without width fill them. */
export function foldSaidAt(folded: string): string {
  const bare = foldBareAt(mayMatch(folded, SAID) ? folded.replace(SAID, asAt) : folded, asAt)
  return mayMatch(bare, MANY) ? bare.replace(MANY, asAt) : bare
}

/** The same for a text that is being typed and ends in the middle of those words. */
export const foldBegunAt = (folded: string): string => foldSaidAt(folded).replace(BEGUN, asAt)
