import { FILLING } from './digit-segments.ts'

/** How the sign of an address is said and paraphrased. */
export const AT_WORDS = [
  ...['艾特', '艾特符号', '爱特', '小老鼠', '小老鼠号', '小老鼠符号', '老鼠', '老鼠号', '圈a', '圈@', '花a', '花样a'],
  ...['at符号', '@符号', '@号'],
].sort((a, b) => b.length - a.length)
const [OPEN, CLOSE] = ['[([{（【［｛<＜〈《⟨⟦|"“「『]', '[)\\]}）】］｝>＞〉》⟩⟧|"”」』]']
const IN_BRACKETS = `${OPEN}\\s?(?:at?|@|艾特)\\s?${CLOSE}`
/** Without brackets only in front of a host; between blanks only of one whose dot is said, too: look at jd.com. */
const BARE = '[_*~]at[_*~](?=[a-z0-9-]{1,63}\\.[a-z])|(?<=\\s)at(?=\\s[a-z0-9-]{1,63}\\s?(?:dot|点)\\s?(?:[a-z]|$))'
const SAID = new RegExp(`${AT_WORDS.join('|')}|${IN_BRACKETS}|${BARE}`, 'giu')
/** Not those that begin as an address goes on. */
const begun = AT_WORDS.filter((word) => !/^[a@]/.test(word)).flatMap((word) =>
  [...word].map((_, end) => word.slice(0, end + 1)),
)
const BEGUN = new RegExp(`(?:${begun.join('|')}|${OPEN}(?:at?|@${FILLING}?)?)$`, 'iu')
/** Typed twice it is still the same sign. */
const MANY = /@(?:\s?@)+/g
const asAt = (said: string): string => `${said.length > 2 ? FILLING : ''}@`.padEnd(said.length, FILLING)

/** The sign of an address instead of the words for it. Places stay: marks without width fill them. */
export const foldSaidAt = (folded: string): string => folded.replace(SAID, asAt).replace(MANY, asAt)

/** The same for a text that is being typed and ends in the middle of those words. */
export const foldBegunAt = (folded: string): string => foldSaidAt(folded).replace(BEGUN, asAt)
