import { hostBehind } from './email.ts'
import { foldSigns, foldSpokenDigits } from './folding.ts'
import { maskByRules } from './mask-by-rules.ts'
import { starFor } from './mask-forms.ts'
import { AT_WORD } from './said-at.ts'
import type { PersonalDataKind } from './span.ts'
import { SPOKEN_DIGITS } from './spoken-digits.ts'

/** Only numbers and addresses of mail are cut like that; names and streets stand in one line. */
const CUT: readonly PersonalDataKind[] = ['email', 'phone', 'landline', 'id_card', 'bank_card', 'code']
/** What any mask leaves in front of a number, and of an address. */
const MAY_STAND: Partial<Record<PersonalDataKind, number>> = { landline: 0, code: 0, email: 1 }
const OF_NUMBERS = 3
/** As much of what was said before belongs to a number that goes on. */
const LONGEST_TAIL = 60
const GOES_ON =
  /^[\s\p{P}]{0,3}(?:[\p{Nd}零〇一二两三四五六七八九幺洞拐勾壹贰叁肆伍陆柒捌玖]|然后|后面|尾号|(?:zero|one|two|three|four|five|six|seven|eight|nine|double|triple|oh)\b)/iu
const ENDS_IN_NUMBER =
  /(?:[\p{Nd}零〇一二两三四五六七八九幺洞拐勾壹贰叁肆伍陆柒捌玖]|(?:zero|one|two|three|four|five|six|seven|eight|nine|oh))[\s\p{P}]{0,3}$/iu
/** A digit, or a letter of a word for one. */
const SIGN = /[\p{N}\p{Script=Latin}]/u
/** The same of an address of mail, whose name may be Chinese. */
const OF_ADDRESS = /[\p{N}\p{L}]/u
const SAID = SPOKEN_DIGITS.join('')
/** The sign of an address, with a host or in front of one that is being typed; or a host, or the end of one. */
const SIGN_OF_ADDRESS = `\\s{0,2}(?:[@＠]|${AT_WORD})`
const GOES_ON_IN_HOST = new RegExp(
  `^(?:${SIGN_OF_ADDRESS}|\\s{0,2}(?:at\\s|[a-z\\d${SAID}-]{1,40}\\s?(?:[.。]|dot|点)|[.。点](?:com|cn|net|org)(?![a-z])))`,
  'iu',
)
const ENDS_IN_NAME = new RegExp(`[\\p{L}\\d._-](?:${SIGN_OF_ADDRESS}|\\s{1,2}at)?\\s{0,2}$`, 'iu')
const BEGUN_HOST = new RegExp(`^${SIGN_OF_ADDRESS}[\\s\\p{Cf}]{0,3}[a-z\\d${SAID}.点-]*$`, 'iu')

/** Lines that were masked each by itself, without the numbers that begin in one and end in another: their first three digits stay. */
export function maskAcrossLines(lines: readonly string[]): string[] {
  const starts: number[] = []
  let length = 0
  for (const line of lines) {
    starts.push(length)
    length += line.length + 1
  }
  const joined = lines.join('\n')
  const plain = foldSpokenDigits(foldSigns(joined))
  const units = joined.split('')
  const firsts = new Set(starts)
  for (const { kind, start, end } of maskByRules(joined).spans) {
    // Each line was masked by itself: whatever is found now is so by what stands in another.
    if (!CUT.includes(kind)) continue
    let stands = MAY_STAND[kind] ?? OF_NUMBERS
    let isFirst = true
    for (let place = start; place < end; place++) {
      isFirst ||= firsts.has(place)
      if (!(kind === 'email' ? OF_ADDRESS : SIGN).test(plain.charAt(place))) continue
      if (stands > 0) stands--
      else {
        units[place] = starFor(isFirst)
        isFirst = false
      }
    }
  }
  const masked = units.join('')
  return lines.map((line, index) => masked.slice(starts[index], (starts[index] ?? 0) + line.length))
}

/** A text behind another that was stored before it: without what goes on with a number begun there, or with an address of mail. */
export function maskBehind(before: string, text: string): string {
  if (before === '') return text
  const tail = before.slice(-LONGEST_TAIL)
  const behind = GOES_ON.test(text) ? (maskAcrossLines([tail, text])[1] ?? text) : text
  return goesOnInHost(before, text) ? withoutHost(tail, behind) : behind
}

/** The same of a draft, whose host may only have begun. */
export function maskDraftBehind(before: string, text: string): string {
  const begun = goesOnInHost(before, text) ? BEGUN_HOST.exec(text)?.[0].length : undefined
  return begun === undefined ? maskBehind(before, text) : starred(text, 0, begun)
}

/** A text that was stored, with as much of what stood before it as belongs to a number that goes on in it: a third one may go on. */
export function goingOn(before: string, text: string): string {
  const tail = tailOf(before, text)
  return tail === null ? text : `${tail}\n${text}`
}

/** A text between two others of its call: without what goes on with a number of the one, and without what begins a number of the other. */
export function maskBetween(before: string, text: string, after: string): string {
  const behind = maskBehind(before, text)
  if (after === '' || !(GOES_ON.test(after) || GOES_ON_IN_HOST.test(after))) return behind
  const [end = ''] = maskAcrossLines([behind.slice(-LONGEST_TAIL), after.slice(0, LONGEST_TAIL)])
  return behind.slice(0, -LONGEST_TAIL) + end
}

/** Whether a text may go on with a number or an address that another one ends with, and as much of that as belongs to it. */
export function tailOf(before: string, text: string): string | null {
  const goesOn = (GOES_ON.test(text) && ENDS_IN_NUMBER.test(before)) || goesOnInHost(before, text)
  return goesOn ? before.slice(-LONGEST_TAIL) : null
}

const goesOnInHost = (before: string, text: string): boolean =>
  GOES_ON_IN_HOST.test(text) && ENDS_IN_NAME.test(before.slice(-LONGEST_TAIL))

/** The name in front of the sign is stored already: what is left to hide is where its owner has it. */
function withoutHost(tail: string, text: string): string {
  const joined = `${tail}\n${text}`
  const from = tail.length + 1
  const name = maskByRules(joined).spans.findLast(({ kind, end }) => kind === 'email' && end <= tail.length)
  const host = name === undefined ? null : hostBehind(foldSigns(joined), name.end)
  return host === null || host.end <= from ? text : starred(text, Math.max(0, host.start - from), host.end - from)
}

/** Its letters and figures, the first of them marked. */
function starred(text: string, start: number, end: number): string {
  let isFirst = true
  const star = (sign: string): string => {
    const stars = starFor(isFirst) + '*'.repeat(sign.length - 1)
    isFirst = false
    return stars
  }
  return text.slice(0, start) + text.slice(start, end).replace(/[\p{L}\p{N}]/gu, star) + text.slice(end)
}
