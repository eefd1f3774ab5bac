import { startOfSaid } from './local-part.ts'
import { mayMatch } from './may-match.ts'
import { isNoName, NO_HOST } from './no-name.ts'

/**
 * «at» and 在 between a word and a host: mostly somebody looks at 163.com or buys 在jd.com; now and then they stand for the sign of an
 * address.
 */
const LOCAL_PART = '[\\p{Script=Latin}\\d._+-]{1,40}'
const SAID_DOT = '\\s?(?:dot|点)\\s?'
const JOINED = '(?:(?:横杠|中划线|杠|减号)[a-z0-9]{1,30}){0,2}'
const HOST = `${NO_HOST}[a-z0-9-]{1,63}${JOINED}(?:(?:\\.[a-z0-9-]{1,63}){0,3}\\.[a-z]{2}|${SAID_DOT}(?:[a-z]{2}|[康坎看抗西]))`
const SAYS_DOT = new RegExp(`^\\s*[a-z0-9-]{1,63}${JOINED}${SAID_DOT}`, 'iu')
const BARE = new RegExp(
  `(?<=[a-z0-9_*-]\\s{1,2})at(?=\\s{1,2}${HOST})|(?<=[a-z0-9_*-]\\s{0,2})在(?=\\s{0,2}${HOST})|(?<=[a-z0-9_*-]\\s{0,2})[#＃&](?=\\s{0,2}${HOST})`,
  'giu',
)
const WORD_BEFORE = new RegExp(`${LOCAL_PART}(?=\\s*$)`, 'u')
const MASKED_BEFORE = /[^\s*]\*{3}\s*$/u
const LONGEST_BEFORE = 60
/** Where many people have their address, and few buy anything. */
const OF_MAIL =
  /^\s*(?:vip\.)?(?:qq|163|126|139|189|gmail|outlook|hotmail|live|msn|sina|sohu|foxmail|yahoo|icloud|yeah|aliyun|proton(?:mail)?)\.(?:com|cn|net|me)/i
const CUE = /(?:邮箱|邮件|电邮|信箱|[发寄回][到给往]|e-?mail|mail)[^\n]{0,12}$/iu
const BEHIND_LATIN_WORD = /[a-z0-9][,.;:!?'")\]]*\s+$/i
/** No word of a sentence has a point or a low line in its middle. */
const LOOKS_LIKE_ADDRESS = /[a-z\d]{2}[._][a-z\d]{2}/i
/** 在qq.com上买的. */
const SENTENCE_GOES_ON = /^\s*[a-z0-9.-]+\s?\p{Script=Han}/iu

const BEGUN = new RegExp(
  `(${LOCAL_PART})(?:\\s{1,2}at?|\\s{1,2}at\\s{1,2}[a-z0-9.-]{0,40}(?:\\s{1,2}(?:do?)?)?|\\s{0,2}在\\s{0,2}[a-z0-9.-]{0,40}(?:\\s?(?:do?|(?:dot|点)\\s?[a-z]?)|\\s)?)$`,
  'iu',
)

/** The word in front of one of the two that ends a text, perhaps with a part of a host, if it may be the first part of an address. */
export function wordBeforeBegunAt(folded: string): { start: number; end: number } | null {
  const begun = BEGUN.exec(folded.slice(-LONGEST_BEFORE - LONGEST_BEFORE))
  const word = begun?.[1]
  if (begun === null || word === undefined || isNoName(word)) return null
  const start = folded.length - begun[0].length
  const said = startOfSaid(folded, start, start + word.length)
  if (said < start) return { start: said, end: start + word.length }
  const inFront = folded.slice(Math.max(0, start - LONGEST_BEFORE), start)
  return BEHIND_LATIN_WORD.test(inFront) && !CUE.test(inFront) ? null : { start, end: start + word.length }
}

/** The sign of an address instead of these two, where they clearly stand for it. `asAt` keeps the length. */
export const foldBareAt = (folded: string, asAt: (said: string) => string): string =>
  mayMatch(folded, BARE)
    ? folded.replace(BARE, (said: string, place: number) => (isAddress(folded, place, said) ? asAt(said) : said))
    : folded

function isAddress(folded: string, place: number, said: string): boolean {
  const before = folded.slice(Math.max(0, place - LONGEST_BEFORE), place)
  if (MASKED_BEFORE.test(before)) return true
  const word = WORD_BEFORE.exec(before)
  if (word === null || isNoName(word[0])) return false
  const inFront = before.slice(0, word.index)
  if (startOfSaid(before, word.index, word.index + word[0].length) < word.index) return true
  const behind = folded.slice(place + said.length, place + said.length + LONGEST_BEFORE)
  if (/[#＃&]/.test(said)) return OF_MAIL.test(behind)
  if (CUE.test(inFront) || SAYS_DOT.test(behind)) return true
  if (said === '在' && SENTENCE_GOES_ON.test(behind)) return false
  return LOOKS_LIKE_ADDRESS.test(word[0]) || (OF_MAIL.test(behind) && !BEHIND_LATIN_WORD.test(inFront))
}
