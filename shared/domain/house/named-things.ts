import type { TextRange } from '../../text/search-characters.ts'
import { lettersOf, type Readings, saidIn } from './name-sounds.ts'

/** Somebody, or something, that people look for by typing. */
export interface Named {
  readonly name: string
  /** Folded. */
  readonly called: string
  /** All that is said of it, the name first; folded. */
  readonly said: string
}

/** How the words mean it, the nearest first. What is meant otherwise than by its name comes last. */
const NEARNESS = ['called', 'begins', 'named', 'sounds', 'said'] as const

export interface Meaning {
  readonly nearness: number
  readonly isByName: boolean
  /** The part of the name that sounds like what was typed; null where the letters themselves stand somewhere. */
  readonly nameRange: TextRange | null
}

const meaning = (how: (typeof NEARNESS)[number], nameRange: TextRange | null = null): Meaning => ({
  nearness: NEARNESS.indexOf(how),
  isByName: how !== 'said',
  nameRange,
})

export const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Name first, then what else it is found by. */
export function namedBy(name: string, ...rest: readonly string[]): Named {
  const said = folded([name, ...rest].join('\n'))
  const end = said.indexOf('\n')
  return { name, called: end === -1 ? said : said.slice(0, end), said }
}

/**
 * The one rule for finding people by typing, wherever one looks for them: each word stands in the name or sounds like it («csy»,
 * «siyuan»), or stands in whatever else is said. Null for nothing typed, which means nobody.
 */
export function meaningOf(typed: string, readings: Readings): ((thing: Named) => Meaning | null) | null {
  const wanted = folded(typed).trim()
  const words = wanted.split(/\s+/u).filter(Boolean)
  if (words.length === 0) return null
  const rangeOf = (name: string, letters: string | null) => (letters === null ? null : saidIn(name, letters, readings))
  const lettersIn = (text: string) => (readings.size === 0 ? null : lettersOf(text))
  const wholeLetters = lettersIn(wanted)
  // One word alone has been heard as the whole.
  const parts = words.map((word) => ({ word, letters: words.length === 1 ? null : lettersIn(word) }))
  return ({ name, called, said }) => {
    if (called === wanted) return meaning('called')
    if (said.startsWith(wanted)) return meaning('begins')
    if (words.every((word) => called.includes(word))) return meaning('named')
    const heard = rangeOf(name, wholeLetters)
    if (heard !== null) return meaning('sounds', heard)
    const ranges = parts.map(({ word, letters }) => (said.includes(word) ? 'stands' : rangeOf(name, letters)))
    if (ranges.includes(null)) return null
    return meaning('said', ranges.find((range): range is TextRange => range !== 'stands' && range !== null) ?? null)
  }
}

/** Those that are meant, the nearest first, else in their order; all of them for nothing typed. */
export function meantOf<Thing>(
  things: readonly Thing[],
  named: (thing: Thing, index: number) => Named,
  typed: string,
  readings: Readings,
): readonly Thing[] {
  const meaningFor = meaningOf(typed, readings)
  if (meaningFor === null) return things
  return things
    .flatMap((thing, index) => {
      const found = meaningFor(named(thing, index))
      return found === null ? [] : [{ thing, nearness: found.nearness }]
    })
    .sort((one, other) => one.nearness - other.nearness)
    .map(({ thing }) => thing)
}
