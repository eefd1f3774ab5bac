import { type SideOdds, sideOddsOf } from './side-odds.ts'
import { frequencyOf, hashOf, PLACE_SEED, type WordTable } from './word-table.ts'

/** `resources/masking/chinese-words.json`: learned by `npm run train-masks -- --names` from jieba's dictionary (MIT) and from marked lines. */
export interface WrittenNameModel {
  readonly version: string
  /** The natural logarithm of how many words were counted. */
  readonly total: number
  /** The table of words, little-endian, in base64. */
  readonly words: string
  /** Each family with the logarithm of how many of all people bear it. */
  readonly families: Readonly<Record<string, number>>
  /** Signs of given names, and per sign, in the same order, the logarithm of how often it is the first of two, the second, and the only one. */
  readonly given: {
    readonly signs: string
    readonly first: readonly number[]
    readonly second: readonly number[]
    readonly alone: readonly number[]
    /** The same of a sign that no name had. */
    readonly unusual: number
  }
  /** How much oftener, as a logarithm, a word stands in front of a name than anywhere; and behind one. */
  readonly before: Readonly<Record<string, number>>
  readonly behind: Readonly<Record<string, number>>
}

/** What is known of words and of names, to cut a text by. */
export interface NameModel {
  readonly words: WordTable
  readonly total: number
  /** By the code of a sign: what it is worth as a family of its own; 0: it is none. */
  readonly family: Float32Array
  /** By the code of a sign; 1: some family begins so. */
  readonly beginsFamily: Uint8Array
  /** By what their signs come to (`PLACE_SEED`). */
  readonly familyOfTwo: ReadonlyMap<number, number>
  readonly before: SideOdds
  readonly behind: SideOdds
  /** By the code of a sign: what it is worth as a word. */
  readonly single: Float32Array
  /** By the code of a sign; 0: no name had it. */
  readonly first: Float32Array
  readonly second: Float32Array
  readonly alone: Float32Array
  readonly unusual: number
}

const SIGNS = 0x1_0000

export function nameModelOf(written: WrittenNameModel): NameModel {
  const slots = new Uint32Array(bytesOf(written.words).buffer)
  const words = { slots, mask: slots.length - 1 }
  const [family, beginsFamily] = [new Float32Array(SIGNS), new Uint8Array(SIGNS)]
  for (const [signs, worth] of Object.entries(written.families)) {
    beginsFamily[signs.charCodeAt(0)] = 1
    if (signs.length === 1) family[signs.charCodeAt(0)] = worth
  }
  const byCode = (values: readonly number[]): Float32Array => {
    const table = new Float32Array(SIGNS)
    for (const [index, value] of values.entries()) table[written.given.signs.charCodeAt(index)] = value
    return table
  }
  return {
    words,
    total: written.total,
    ...{ family, beginsFamily },
    familyOfTwo: byHash(Object.entries(written.families).filter(([signs]) => signs.length === 2)),
    before: sideOddsOf(written.before),
    behind: sideOddsOf(written.behind),
    single: singlesOf(words, written.total),
    first: byCode(written.given.first),
    second: byCode(written.given.second),
    alone: byCode(written.given.alone),
    unusual: written.given.unusual,
  }
}

const byHash = (entries: readonly (readonly [string, number])[]): ReadonlyMap<number, number> =>
  new Map(entries.map(([word, worth]) => [hashOf(word, 0, word.length, PLACE_SEED), worth]))

/** A sign that is no word of the table. */
const UNKNOWN = Math.log(1e-9)
const [FIRST_HAN, LAST_HAN] = [0x4e00, 0x9fff]
export const isHan = (code: number): boolean => code >= FIRST_HAN && code <= LAST_HAN

function singlesOf(words: WordTable, total: number): Float32Array {
  const worth = new Float32Array(SIGNS).fill(UNKNOWN)
  for (let code = FIRST_HAN; code <= LAST_HAN; code++) {
    const frequency = frequencyOf(words, String.fromCharCode(code), 0, 1)
    if (frequency > 0) worth[code] = frequency - total
  }
  return worth
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Of base64, four signs for three bytes: what Node and a window have for it, each its own, is not at hand in what both share. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(0x80)
  for (let value = 0; value < BASE64.length; value++) values[BASE64.charCodeAt(value)] = value
  const at = (place: number): number => values[base64.charCodeAt(place)] ?? 0
  const bytes = new Uint8Array(Math.floor((base64.replace(/=+$/, '').length * 3) / 4))
  for (let place = 0, byte = 0; byte < bytes.length; place += 4) {
    const signs = (at(place) << 18) | (at(place + 1) << 12) | (at(place + 2) << 6) | at(place + 3)
    bytes[byte++] = signs >>> 16
    bytes[byte++] = (signs >>> 8) & 0xff
    bytes[byte++] = signs & 0xff
  }
  return bytes
}
