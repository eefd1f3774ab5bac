import { BEGUN_OF_NO_WAY } from '../masking/address-abroad.ts'
import { BEGUN_ACCOUNT } from '../masking/bank-account.ts'
import { APP_CUE, CHAT_CUE, NICKNAME_CUE } from '../masking/chat-name.ts'
import { CODE_CUE, PASSWORD_CUE } from '../masking/code-words.ts'
import { begunCompanyNumber } from '../masking/company-rules.ts'
import { DOCUMENT_CUE, LETTERS } from '../masking/documents.ts'
import { BEGUN_BEHIND_CHINESE, BEGUN_TITLED, ENGLISH_CUE, SOMEBODY } from '../masking/latin-name.ts'
import { BEGUN_OF_THE_WEST } from '../masking/name-beside.ts'
import { GIVEN } from '../masking/name-forms.ts'
import {
  BEGUN_ANOTHER,
  BEGUN_IN_MESSAGE,
  BEGUN_JUST_CAME,
  BEGUN_ON_THE_BACK,
  BEGUN_PASSWORD,
  BEGUN_SECURITY_WORD,
} from '../masking/one-time-code.ts'
import { BEGUN_CHECKED, BEGUN_LICENCE, BEGUN_OF_TAIWAN, BEGUN_PAPER } from '../masking/papers-abroad.ts'
import { NAME_CUE } from '../masking/person-name.ts'
import { BEGUN_PLATE, PROVINCES } from '../masking/plate.ts'
import { ADDRESS_CUE, DISTRICT, startOfPlace, WAY } from '../masking/street-address.ts'
import { SURNAMES } from '../masking/surnames.ts'
import { BEGUN_MIDDLE } from '../masking/told-in-pieces.ts'

/** In front of the caret no more is looked at. */
const FARTHEST = 80
const GAP = '[\\s·.,，、-]{0,3}'
const GAP_OF_CODE = '[\\s·.,，、/／|｜_~～+→…-]{0,3}'
/** What stands of it already, and what may be stored of that: the named group `kept`. Of the rest nothing is. */
const BEGUN: readonly RegExp[] = [
  new RegExp(`(?:${CODE_CUE})[^\\d\\n。；;*]{0,14}?(?<rest>\\d(?:${GAP_OF_CODE}\\d){0,7}${GAP_OF_CODE})$`, 'iu'),
  new RegExp(`(?:${PASSWORD_CUE})(?<rest>\\d(?:[\\s-]?\\d){0,7})$`, 'iu'),
  /(?:短信|消息)\s?[:：]?\s?(?<rest>\d{1,6})$/u,
  new RegExp(
    `(?:${DOCUMENT_CUE})[^\\d\\n。；;*]{0,12}?(?<rest>(?:${LETTERS}|(?<![a-z])[a-z]${GAP}[a-z]${GAP}[a-z]${GAP})?\\d(?:${GAP}[\\da-z]){0,14}${GAP})$`,
    'iu',
  ),
  new RegExp(`[${PROVINCES}]${GAP}[A-Z]${GAP}(?<rest>[A-HJ-NP-Z\\d](?:${GAP}[A-HJ-NP-Z\\d]){0,5}${GAP})$`, 'u'),
  new RegExp(
    `(?:车牌|牌照|车号)[^\\d\\n。]{0,6}[${PROVINCES}]${GAP}[a-z]${GAP}(?<rest>[a-z\\d](?:${GAP}[a-z\\d]){0,5}${GAP})$`,
    'iu',
  ),
  new RegExp(`(?:${CHAT_CUE})[^\\n。；;*]{0,6}?(?<![a-z])[a-z](?<rest>(?:\\s?[\\w-]){1,30})$`, 'iu'),
  new RegExp(`(?:${APP_CUE})[^\\n。；;*]{0,6}?(?<![a-z])@?[a-z](?<rest>[\\w.:#-]{1,34})$`, 'iu'),
  new RegExp(`(?:${NICKNAME_CUE})[\\p{Script=Han}a-z](?<rest>[\\p{Script=Han}a-z\\d_]{2,20})$`, 'iu'),
  ...[
    BEGUN_MIDDLE,
    BEGUN_PASSWORD,
    BEGUN_ON_THE_BACK,
    BEGUN_PAPER,
    BEGUN_IN_MESSAGE,
    BEGUN_SECURITY_WORD,
    BEGUN_ACCOUNT,
    BEGUN_PLATE,
    BEGUN_OF_TAIWAN,
    BEGUN_JUST_CAME,
    BEGUN_ANOTHER,
  ].map((begun) => new RegExp(begun, 'iu')),
  ...[BEGUN_LICENCE, BEGUN_CHECKED, BEGUN_TITLED, BEGUN_BEHIND_CHINESE, BEGUN_OF_THE_WEST].map(
    (begun) => new RegExp(begun, 'u'),
  ),
  /(?:qq|扣扣|企鹅)[^\d\n。；;*]{0,6}?\d(?<rest>(?:[\s-]?\d){1,10})$/iu,
  new RegExp(`(?:${ENGLISH_CUE})\\s[a-z](?<rest>[a-z'’-]{1,14})$`, 'iu'),
  new RegExp(`(?<!\\p{L})${SOMEBODY}\\s[A-Z](?<rest>[a-z]{1,14}(?:\\s[A-Z]?[a-z]{0,14})?)$`, 'u'),
  /(?:[Tt]his is|I(?:'|’)m|I am|[Ii]t(?:'|’)s)\s[A-Z](?<rest>[a-z]{1,14}(?:\s[A-Z]?[a-z]{0,14})?)$/u,
  new RegExp(
    `(?:${NAME_CUE})(?<family>${SURNAMES.any})(?<rest>${GIVEN}{1,2})(?:[先女小太阿大奶爷同]|\\k<family>[先女小太]?)$`,
    'u',
  ),
]
/** Behind the district, where words in front say that an address follows or a whole region stands there, or a way does. */
const BEHIND_DISTRICT = new RegExp(
  `^.*${DISTRICT}[\\s，,]?(?<rest>(?![里内外域的])[\\p{Script=Han}A-Za-z\\d（()）·-]{1,24}(?:[\\s，,]{1,2}[\\p{Script=Han}A-Za-z\\d-]{0,12}){0,4})$`,
  'su',
)
const IS_ADDRESS = new RegExp(`(?:${ADDRESS_CUE})|[省市]\\p{Script=Han}{1,8}(?:区|县)|${WAY}`, 'u')
const AFTER_CUE = new RegExp(`(?:${ADDRESS_CUE})[是为:：\\s]{0,2}(?<rest>[\\p{Script=Han}A-Za-z\\d，, -]{3,30})$`, 'u')
const AT_WAY = new RegExp(
  `${WAY}[\\s，,、]{0,2}[\\d一二三四五六七八九十百千零〇两幺洞拐勾]{1,6}[号栋幢弄楼单座室]?[\\s，,\\d一二三四五六七八九十百千零幺两]{0,10}$`,
  'u',
)
const HAS_WAY = new RegExp(WAY, 'u')
const ENGLISH_ADDRESS = /(?<![\w*])(?<rest>\d{1,5}[A-Za-z]? (?:[A-Z][A-Za-z'’]*\s?){1,3})$/u
const OF_NO_WAY = new RegExp(BEGUN_OF_NO_WAY, 'u')

/** Where words that say whose they are, and are still being typed, hold more than their mask will show; `plain`: its spoken digits are plain. */
export function wordsBeingTyped(text: string, plain: string, place: number): { start: number; end: number }[] {
  const from = Math.max(0, place - FARTHEST)
  const told = plain.slice(from, place)
  const said = text.slice(from, place)
  const ranges = BEGUN.flatMap((begun) => rangeOf(begun.exec(told)))
  ranges.push(...rangeOf(ENGLISH_ADDRESS.exec(told)), ...rangeOf(OF_NO_WAY.exec(told)))
  const company = begunCompanyNumber(told)
  if (company !== null) ranges.push({ start: company, end: told.length })
  const behind = BEHIND_DISTRICT.exec(said)
  if (behind !== null && IS_ADDRESS.test(said)) ranges.push(...rangeOf(behind))
  const cued = AFTER_CUE.exec(said)
  if (cued !== null && HAS_WAY.test(cued.groups?.rest ?? '') && !HAS_DISTRICT.test(cued.groups?.rest ?? ''))
    ranges.push(...rangeOf(cued))
  const way = AT_WAY.exec(said)
  const start = way === null ? null : startOfPlace(said, way.index)
  if (way !== null && start !== null) ranges.push({ start, end: said.length })
  return ranges.map(({ start, end }) => ({ start: start + from, end: end + from }))
}

const HAS_DISTRICT = new RegExp(DISTRICT, 'u')

function rangeOf(match: RegExpExecArray | null): { start: number; end: number }[] {
  const rest = match?.groups?.rest
  if (match === null || rest === undefined) return []
  const start = match.index + match[0].lastIndexOf(rest)
  return [{ start, end: start + rest.length }]
}
