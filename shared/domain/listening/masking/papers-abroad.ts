import { isIn } from './may-match.ts'
import { matchesIn, type Span } from './span.ts'

/**
 * Papers of other places that say who somebody is: the identity cards of Hong Kong and Singapore stand by themselves, for nothing else is
 * written so; numbers of taxes, insurances and licences behind the words for them.
 */
const GAP = '[\\s·.,，、-]{0,2}'
const digits = (least: number, most = least): string => `\\d(?:${GAP}\\d){${least - 1},${most - 1}}`
const ALPHABET =
  'alpha|alfa|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whiskey|x-?ray|yankee|zulu'
/** As it is written, or spelled on a bad line: K for kilo. */
const LETTER = `(?:(?:${ALPHABET})|(?:大写的?)?[a-z])(?![a-z])(?:\\s(?:as in|for|like)\\s[a-z]{2,12})?`
const letters = (most: number): string => `(?<![a-z\\d*'’])${LETTER}(?:${GAP}${LETTER}){0,${most - 1}}`
/** K123456(7), and its sign in brackets as it is said. */
const CHECKED = `${GAP}(?:[(（]\\s?[\\da][)）]|\u2060?@\u2060{0,2}|(?:括[号弧]|(?:in )?brackets?)(?:里面?是?)?\\s?[\\da](?![\\da-z])(?:\\s?括[号弧])?|[\\da]\\s?(?:in brackets?|括[号弧]))`
/** Sizes have a dash or a comma among them. */
const OF_HONG_KONG = new RegExp(`${letters(2)}${GAP}(?!\\d{3}[-,，])${digits(6)}${CHECKED}`, 'giu')
const OF_SINGAPORE = new RegExp(
  `(?<![a-z\\d*])[STFGM](?: for [A-Za-z]{3,12})?${GAP}${digits(7)}${GAP}[A-Z](?: for [a-z]{3,12})?(?![A-Za-z\\d])`,
  'gu',
)
/** Of Taiwan and of taxpayers in India, behind the words for them: A128734608, BKQPR4821M. */
const OF_TAIWAN = new RegExp(
  `(?<=(?:身[分份][证證]|健保|居留|(?<![a-z])(?:ID|ARC)(?![a-z]))[^\\d\\n。]{0,12}?)(?<![a-z\\d*])[a-z]${GAP}[1289](?:${GAP}\\d){8}(?!\\d)`,
  'giu',
)
const OF_INDIA = /(?<=(?<![A-Za-z])(?:PAN|pan)(?![a-z])[^\d\n]{0,16}?)(?<![A-Za-z\d])[A-Z]{5}\d{4}[A-Z](?![A-Za-z\d])/gu
/** What a number of letters and figures stands behind. */
const CUE =
  "(?:(?<![a-z])(?:nric|brp(?: card)?|hkid|fin|ic|ssn|social security|social(?= (?:no|number|#|is ))|tfn|tax file|medicare|national insurance|nhs|ni(?= ?(?:num(?:ber)?|no\\.?|#))|(?:green ?card|alien reg(?:istration)?)(?= |#)|mrn|(?:medical record|hospital|patient)(?= (?:number|no\\.?|#))|(?:e|s|work)[ -]?p(?:ass|ermit)|visa(?: grant)?(?= (?:no|number|#))|driv(?:ing|er[’']?s?) licen[cs]e|aadhaar)(?:['’]s)?(?: (?:card|num(?:ber)?(?:['’]s)?|no\\.?|A ?#))?(?![a-z])|驾驶证|驾照|[军軍]官[证證]|士兵证|警官证|居留许可|居住证|港澳居民|档案编?号|社保号|(?:住院|病历|病案|就诊卡?|门诊)号)"
const BETWEEN = '[^\\d\\n。；;*]{0,26}?'
const NUMBER = `(?:[\\p{Script=Han}]字第?|${letters(5)}${GAP}|(?<![a-z\\d*])(?!no|is|id)[a-z]{2}\\s?)?${digits(6, 14)}(?:${GAP}[a-z](?![a-z]))?号?`
/** The same while it is being typed. */
export const BEGUN_PAPER = `${CUE}${BETWEEN}(?<rest>(?:[\\p{Script=Han}]字第?|${letters(2)}${GAP})?${digits(4, 14)}${GAP}(?:[(（]?\\s?[\\da-z]?)?)$`
/** Letters among them, as on a licence: HARCO 804 172 PJ9 XW. */
const LICENCE = '(?=[A-Z\\d ]*\\d{3})[A-Z]{2,5}(?:\\s?(?=[A-Z\\d]{2,6}(?![a-z]))[A-Z\\d]{2,6}){2,5}'
/** Both while they are typed, with the capitals they have. */
export const BEGUN_OF_TAIWAN = `(?:身[分份][证證]|健保|居留)[^\\d\\n。]{0,12}?(?<![a-z\\d*])[a-z](?<rest>\\d(?:${GAP}\\d){2,9})$`
export const BEGUN_LICENCE = '[Ll]icen[cs]e[^\\d\\n]{0,12}?(?<rest>[A-Z]{2,5}\\s?[A-Z\\d]*\\d[A-Z\\d ]*)$'
export const BEGUN_CHECKED = '(?<![A-Za-z\\d*])[A-Z]{1,2}(?<rest>\\d{6}\\s?[(（]\\s?[\\dA]?)$'
const BEHIND_WORDS = new RegExp(`(?<=${CUE}${BETWEEN})${NUMBER}(?![\\d*]|\\s?[元块个件年月%])`, 'giu')
/** Looking behind at every digit takes long: most texts have no such word. */
const HAS_CUE = new RegExp(CUE, 'iu')
const OF_DRIVER = new RegExp(`(?<=[Ll]icen[cs]e[^\\d\\n]{0,12}?)${LICENCE}(?![A-Za-z\\d])`, 'gu')
/** Of Medicare in America, where its letters and figures stand in their places: 1EG4-TE5-MK73. */
const OF_MEDICARE =
  /(?<![A-Za-z\d-])[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-[AC-HJKMNP-RT-Y]{2}\d{2}(?![A-Za-z\d-])|(?<=medicare[^\d\n]{0,16}?)(?<![a-z\d])[1-9](?:[\s,-]{0,2}[a-z\d]){9}[\s,-]{0,2}\d(?![a-z\d])/giu
/** Ohio DL TL482917. */
const OF_DRIVER_SHORT =
  /(?<=(?<![A-Za-z])(?:DL|[Dd]river['’]?s? licen[cs]e)(?: (?:no\.?|number|#|is))?[:\s]{1,2})[A-Z]{1,2}\d{5,8}(?![A-Za-z\d*])/gu
/** 418-62-9075. */
const OF_AMERICA = /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/gu
const MAY_HOLD =
  /\d(?:[\s\S]{0,2}?\d){5}|licen[cs]e|social|ssn|green ?card|alien reg|tax file|medicare|nhs|mrn|住院号|病[历案]号|就诊|门诊号|[驾军軍士警居留]\S{0,4}[证證可]|档案编?号|港澳居民|社保号|(?<![a-z])pan(?![a-z])/iu
const SHOWN = 2

/** Of each its last two digits stay. In a text whose spoken digits are plain. */
export function findPapersAbroad(text: string): Span[] {
  if (!isIn(text, MAY_HOLD)) return []
  const social = /ssn|social/iu.test(text) ? [OF_AMERICA] : []
  const behindWords = isIn(text, HAS_CUE) ? [BEHIND_WORDS] : []
  return [
    OF_HONG_KONG,
    OF_TAIWAN,
    OF_SINGAPORE,
    OF_INDIA,
    OF_MEDICARE,
    ...behindWords,
    OF_DRIVER,
    OF_DRIVER_SHORT,
    ...social,
  ].flatMap((pattern) =>
    matchesIn(text, pattern).map(({ 0: found, index }) => ({
      ...{ kind: 'permit' as const, start: index, end: index + found.length },
      mask: `*******${found.replace(/\D/g, '').slice(-SHOWN)}`,
    })),
  )
}
