import { hashOf, PLACE_SEED, withSign } from './word-table.ts'

/** How much oftener words stand beside a name than anywhere, by what their signs come to: some hundred words, looked up without making a string. */
export interface SideOdds {
  readonly hashes: Int32Array
  readonly odds: Float32Array
  readonly most: number
}

const SLOTS = 8192
/** No word comes to it, nor is looked for: a place that is free. */
const FREE = 0

export function sideOddsOf(written: Readonly<Record<string, number>>): SideOdds {
  const [hashes, odds] = [new Int32Array(SLOTS), new Float32Array(SLOTS)]
  for (const [word, worth] of Object.entries(written)) {
    const hash = hashOf(word, 0, word.length, PLACE_SEED)
    let slot = hash & (SLOTS - 1)
    while (hashes[slot] !== FREE) slot = (slot + 1) & (SLOTS - 1)
    hashes[slot] = hash
    odds[slot] = worth
  }
  return { hashes, odds, most: Math.max(0, ...Object.values(written)) }
}

/** Of the word whose signs come to `hash`; 0 of one that says nothing. */
export function oddsAt({ hashes, odds }: SideOdds, hash: number): number {
  for (let slot = hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
    const entry = hashes[slot] ?? FREE
    if (entry === hash) return odds[slot] ?? 0
    if (entry === FREE) return 0
  }
}

/** What stands beside a name that is no word in Chinese signs: an end, a digit, a letter, a colon, any other sign. */
export const NO_WORD = { end: '^', digit: '0', letter: 'a', colon: ':', sign: '。' } as const

const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || code === 0x2a

/** What a text has at `place` where no Chinese sign stands. */
export function sideAt(text: string, place: number): string {
  if (place < 0 || place >= text.length) return NO_WORD.end
  const code = text.charCodeAt(place)
  if (isDigit(code)) return NO_WORD.digit
  if (code === 0x3a || code === 0xff1a) return NO_WORD.colon
  return /\p{L}/u.test(text.charAt(place)) ? NO_WORD.letter : NO_WORD.sign
}

/** Of what stands at `place` that is no word. */
export const oddsOfSide = (sides: SideOdds, text: string, place: number): number =>
  oddsAt(sides, withSign(PLACE_SEED, sideAt(text, place).charCodeAt(0)))
