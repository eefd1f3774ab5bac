import { neededSigns } from './needed-signs.ts'

/** In a longer text most signs stand somewhere. */
const LONGEST = 2_000

/** The text that was looked at last, and which signs it has: those that have its number. Hundreds of patterns look through the same one. */
let last = ''
let number = 0
const numberOf = new Uint32Array(0x1_0000)
const needed = new WeakMap<RegExp, Uint16Array>()
const NOTHING = new Uint16Array()

/** Whether a text has a sign that the pattern cannot match without: told in a hundredth of the time, and most have none. */
export function mayMatch(text: string, pattern: RegExp): boolean {
  if (text.length > LONGEST) return true
  let signs = needed.get(pattern)
  if (signs === undefined) {
    signs = Uint16Array.from(neededSigns(pattern) ?? NOTHING)
    needed.set(pattern, signs)
  }
  if (signs.length === 0) return true
  if (text !== last) lookAt(text)
  for (let at = 0; at < signs.length; at++) if (numberOf[signs[at] ?? 0] === number) return true
  return false
}

/** Whether a pattern that is not global matches a text anywhere. */
export const isIn = (text: string, pattern: RegExp): boolean => mayMatch(text, pattern) && pattern.test(text)

function lookAt(text: string): void {
  last = text
  number++
  if (number > 0xffff_ffff) {
    numberOf.fill(0)
    number = 1
  }
  for (let place = 0; place < text.length; place++) numberOf[text.charCodeAt(place)] = number
}
