import { CODE_CUE } from './code-words.ts'
import { matchesIn } from './span.ts'

/** Letters in front, as some firms send them: G-618204, SF-8841-KD, 52V8. */
const LETTERED = '(?:[A-Z]{1,3}-\\d{4,8}(?:-[A-Z]{1,3})?|(?=[A-Z]*\\d+[A-Z])[A-Z\\d]{4,8})'
const LETTERED_BEHIND = new RegExp(
  `(?:${CODE_CUE})[^\\n。；;*A-Z]{0,14}?(?:说?是|为|[:：)）】【「“"]|(?<=码)\\s(?=[A-Z\\d]*\\d[A-Z\\d]*\\d))\\s?(${LETTERED})(?![A-Za-z\\d*-])`,
  'gu',
)
/** Right behind the word in any language: Verification code B7K4Q2, your OTP is XK92, 验证码 b7k4q2. */
const LETTERED_RIGHT_BEHIND = new RegExp(
  `(?:${CODE_CUE})(?: i (?:just )?(?:got|received)| (?:they|you) (?:just )?(?:sent|texted|gave|emailed)(?: me| us)?)?(?:\\s?(?:is|was|reads|says|说?是|为|[:：])\\s?|(?<!the code)\\s|(?<=码))["“‘「【（(]?([A-Z]{1,3}-\\d{4,8}(?:-[A-Z]{1,3})?|[A-Z]{1,3}\\d{2,4}-\\d{2,4}|[A-Z]\\d[A-Z] \\d{2,3}|(?=[A-Z]*\\d)(?=\\d*[A-Z])[A-Z\\d]{4,8})(?![A-Za-z\\d*-])`,
  'giu',
)
/** No shop gives such ones, SAVE20 and 20OFF, nor do errors and flights have them, E05, MH370. */
const TAKES_TURNS = /^[A-Z]*\d+[A-Z]+ ?\d/i
const IN_CAPITALS = /^[A-Z]{0,2}\d+[A-Z][A-Z\d]*$|^[A-Z]{1,3}(?:\d{2,4})?-\d/
const ANY_IN_CAPITALS = /^[A-Z\d]+$/
/** Said in English of nothing but such codes. */
const OF_PROOF = /(?:verif|secur|auth|one[- ]time|(?<![a-z])otp(?![a-z])|passcode|sms code)/iu
const IS_TOLD = /(?:is|was|reads|says|[是为:：])\s?["“‘「【（(]?$/iu
/** Where nothing says that it is told, so few signs, one of them twice, are what is spoken of: verification code 5G4G, 验证码 2b2c, 2FA1. */
const SHORTEST_UNTOLD = 5
const HAS_ONE_TWICE = /(.).*\1|2fa/i
/** Days and nights, resolutions, what something withstands, which edition of a thing it is: 3D2N, 4K120Hz, IP67X8, wifi6e5, HTTP500. */
const MEASURE =
  /^(?:\d{1,2}[dn]\d{1,2}[dn]|(?:\d{1,4}(?:k|hz|fps|[gmt]b|mah|kg|[cm]m|ml|pcs|dpi|mp)){1,3}|(?:ip[x\d]\dx?\d?|wi-?fi\d[a-z\d]{0,2}|(?:usb|http|hdmi|ddr|[rg]tx)\d{1,4}))$/i
export const LETTERED_BEFORE = new RegExp(
  `(?<![A-Za-z\\d-])(${LETTERED})(?![A-Za-z\\d*-])(?<!\\d(?:GB|TB|MB|PRO|MAX))(?=\\s?[，,]?\\s?(?:(?:这个?|就)?是[^\\n。不没]{0,6}|这个?)?(?:验证码|口令|取件码)|[\\s,]{1,2}(?:so )?(?:that['’]?s|is|was|it['’]s)\\s(?:the|my|your) (?:[A-Za-z]+ ){0,2}code)`,
  'gu',
)

/** Of letters and digits behind such a word, where they are a code that was sent, and none of a shop. In a text whose spoken digits are plain. */
export const letteredCodes = (text: string): RegExpExecArray[] => [
  ...matchesIn(text, LETTERED_BEHIND).filter(({ 1: code = '' }) => !MEASURE.test(code)),
  ...matchesIn(text, LETTERED_RIGHT_BEHIND).filter(({ 0: whole, 1: code = '' }) =>
    provesSomebody(whole.slice(0, whole.length - code.length), code),
  ),
]

function provesSomebody(front: string, code: string): boolean {
  const isTold = IS_TOLD.test(front)
  if (MEASURE.test(code) || (!isTold && code.length < SHORTEST_UNTOLD && HAS_ONE_TWICE.test(code))) return false
  if (TAKES_TURNS.test(code)) return true
  return OF_PROOF.test(front) && (IN_CAPITALS.test(code) || (isTold && ANY_IN_CAPITALS.test(code)))
}
