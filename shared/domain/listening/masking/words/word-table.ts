/**
 * Words and how often they are met, in one table of numbers: of each word a fingerprint of 26 bits, and 6 bits of the logarithm of how often. 170,000 words are one
 * megabyte, and one is looked up without making a string of it.
 */
export interface WordTable {
  readonly slots: Uint32Array
  readonly mask: number
}

/** A frequency is kept in quarters of its natural logarithm; 0 says that there is no word. */
const STEPS = 4
const MOST = 63
const FREQUENCY_BITS = 6

/** Two numbers that the signs of a word come to, told sign by sign: where it stands in the table, and its fingerprint. */
export const [PLACE_SEED, PRINT_SEED] = [0x811c9dc5, 0x9e3779b9]
export const withSign = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)
export function hashOf(text: string, start: number, end: number, seed: number): number {
  let hash = seed
  for (let place = start; place < end; place++) hash = withSign(hash, text.charCodeAt(place))
  return hash
}
const mixed = (hash: number): number => {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}

/** The natural logarithm of how often the word is met whose signs come to these; 0 where it is none. */
export function frequencyAt({ slots, mask }: WordTable, place: number, print: number): number {
  const fingerprint = mixed(print) >>> FREQUENCY_BITS
  for (let slot = mixed(place) & mask; ; slot = (slot + 1) & mask) {
    const entry = slots[slot] ?? 0
    if (entry === 0) return 0
    if (entry >>> FREQUENCY_BITS === fingerprint) return (entry & MOST) / STEPS
  }
}

/** The same of the word from `start` to `end`. */
export const frequencyOf = (table: WordTable, text: string, start: number, end: number): number =>
  frequencyAt(table, hashOf(text, start, end, PLACE_SEED), hashOf(text, start, end, PRINT_SEED))

/** `frequencies`: how often each word is met, 1 and more. In a table of 2^`bits` places, of which at most four in five may be taken. */
export function wordTableOf(frequencies: ReadonlyMap<string, number>, bits: number): WordTable {
  const slots = new Uint32Array(2 ** bits)
  const mask = slots.length - 1
  if (frequencies.size > slots.length * 0.8) throw new Error(`${frequencies.size} words are too many for ${bits} bits`)
  for (const [word, often] of [...frequencies].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const steps = Math.min(MOST, Math.max(1, Math.round(Math.log(often + 1) * STEPS)))
    let slot = mixed(hashOf(word, 0, word.length, PLACE_SEED)) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] =
      (((mixed(hashOf(word, 0, word.length, PRINT_SEED)) >>> FREQUENCY_BITS) << FREQUENCY_BITS) | steps) >>> 0
  }
  return { slots, mask }
}
