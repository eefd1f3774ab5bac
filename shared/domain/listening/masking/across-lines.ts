import { foldSigns, foldSpokenDigits } from './folding.ts'
import { starFor } from './mask-forms.ts'
import { personalDataIn } from './mask-text.ts'
import type { PersonalDataKind } from './span.ts'

/** Only numbers are cut like that; names and addresses stand in one line. */
const CUT: readonly PersonalDataKind[] = ['phone', 'landline', 'id_card', 'bank_card', 'code']
/** What any mask leaves in front of a number. */
const MAY_STAND = 3
/** As much of what was said before belongs to a number that goes on. */
const LONGEST_TAIL = 60
const GOES_ON =
  /^[\s\p{P}]{0,3}(?:[\p{Nd}零〇一二两三四五六七八九幺洞拐勾壹贰叁肆伍陆柒捌玖]|然后|后面|尾号|(?:zero|one|two|three|four|five|six|seven|eight|nine|double|triple|oh)\b)/iu
const ENDS_IN_NUMBER =
  /(?:[\p{Nd}零〇一二两三四五六七八九幺洞拐勾壹贰叁肆伍陆柒捌玖]|(?:zero|one|two|three|four|five|six|seven|eight|nine|oh))[\s\p{P}]{0,3}$/iu
/** A digit, or a letter of a word for one. */
const SIGN = /[\p{N}\p{Script=Latin}]/u

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
  for (const { kind, start, end } of personalDataIn(joined)) {
    // Each line was masked by itself: whatever is found now is so by what stands in another.
    if (!CUT.includes(kind)) continue
    let stands = kind === 'landline' || kind === 'code' ? 0 : MAY_STAND
    let isFirst = true
    for (let place = start; place < end; place++) {
      isFirst ||= firsts.has(place)
      if (!SIGN.test(plain.charAt(place))) continue
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

/** A text behind another that was stored before it: without what goes on with a number begun there. */
export function maskBehind(before: string, text: string): string {
  if (before === '' || !GOES_ON.test(text)) return text
  return maskAcrossLines([before.slice(-LONGEST_TAIL), text])[1] ?? text
}

/** A text that was stored, with as much of what stood before it as belongs to a number that goes on in it: a third one may go on. */
export function goingOn(before: string, text: string): string {
  const tail = tailOf(before, text)
  return tail === null ? text : `${tail}\n${text}`
}

/** A text between two others of its call: without what goes on with a number of the one, and without what begins a number of the other. */
export function maskBetween(before: string, text: string, after: string): string {
  const behind = maskBehind(before, text)
  if (after === '' || !GOES_ON.test(after)) return behind
  const [end = ''] = maskAcrossLines([behind.slice(-LONGEST_TAIL), after.slice(0, LONGEST_TAIL)])
  return behind.slice(0, -LONGEST_TAIL) + end
}

/** Whether a text may go on with a number that another one ends with, and as much of that as belongs to it. */
export function tailOf(before: string, text: string): string | null {
  return GOES_ON.test(text) && ENDS_IN_NUMBER.test(before) ? before.slice(-LONGEST_TAIL) : null
}
