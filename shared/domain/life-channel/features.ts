import type { WordHit } from './lexicon.ts'
import { BORDER, type Token } from './tokens.ts'

/** Where a feature stands: tokens from `from` up to, and without, `to`. */
export interface Place {
  readonly from: number
  readonly to: number
}

/** What is seen in a passage, by a number of 32 bits that stands for it, with the first place where it stands. */
export type Features = ReadonlyMap<number, Place>

/** How much each kind of features weighs; a kind counts the less for each of its features, the more of them a passage has. */
const WEIGHTS = { signs: 1.5, shapes: 0.7, phrases: 0.7, words: 1 }
const FEWEST = 4

/** Longest run of signs or words that is looked at as one. */
const LONGEST_RUN = 3
/** How far apart two units may stand that are looked at together. */
const FARTHEST = 4
/** How many tokens may lie between two words that are looked at together. */
const WIDEST_GAP = 8

/** Begins each kind of number, so that 药 as a sign and as a unit are two things. */
const SEED = { run: 1, shape: 7, skip: 11, one: 13, pair: 17, phrase: 23, word: 29, words: 31 }

export interface Seen {
  readonly kinds: readonly { readonly features: Features; readonly value: number }[]
}

/**
 * What is seen in a passage: runs of its signs; runs and skips of its units, which are phrases by their class; which classes of phrases come
 * together; which classes of words stand near each other, in their order.
 */
export function featuresOf(tokens: readonly Token[], phrases: readonly WordHit[], words: readonly WordHit[]): Seen {
  const kinds = [
    { features: runsOf(tokens), weight: WEIGHTS.signs },
    { features: shapesOf(unitsOf(tokens, phrases)), weight: WEIGHTS.shapes },
    { features: classesOf(phrases), weight: WEIGHTS.phrases },
    { features: nearOf(words), weight: WEIGHTS.words },
  ]
  return {
    kinds: kinds.map(({ features, weight }) => ({
      features,
      value: weight / Math.sqrt(Math.max(FEWEST, features.size)),
    })),
  }
}

function runsOf(tokens: readonly Token[]): Features {
  const features = new Map<number, Place>()
  const hashes = [EDGE, ...tokens.map((token) => hashOf(token.text)), EDGE]
  for (let from = 0; from < hashes.length; from++) {
    let hash = SEED.run
    for (let to = from + 1; to <= hashes.length && to - from <= LONGEST_RUN; to++) {
      hash = mixed(hash, hashes[to - 1] ?? 0)
      add(features, hash, { from: from - 1, to: to - 1 })
    }
  }
  return features
}

interface Unit extends Place {
  readonly hash: number
  readonly isBorder: boolean
}

/** Words of the list by their class, everything else as it stands. */
function unitsOf(tokens: readonly Token[], hits: readonly WordHit[]): Unit[] {
  const units: Unit[] = [{ hash: EDGE, isBorder: false, from: 0, to: 0 }]
  let next = 0
  for (let at = 0; at < tokens.length; ) {
    const hit = hits[next]?.from === at ? hits[next++] : undefined
    const to = hit?.to ?? at + 1
    const text = hit === undefined ? (tokens[at]?.text ?? '') : `{${hit.entries[0]?.name}`
    units.push({ hash: hashOf(text), isBorder: text === BORDER, from: at, to })
    at = to
  }
  units.push({ hash: EDGE, isBorder: false, from: tokens.length, to: tokens.length })
  return units
}

function shapesOf(units: readonly Unit[]): Features {
  const features = new Map<number, Place>()
  for (const [at, unit] of units.entries()) {
    const alone = mixed(SEED.shape, unit.hash)
    add(features, alone, unit)
    const next = units[at + 1]
    if (next !== undefined) add(features, mixed(alone, next.hash), { from: unit.from, to: next.to })
    if (unit.isBorder) continue
    for (let apart = 2; apart <= FARTHEST; apart++) {
      const other = units[at + apart]
      if (other !== undefined) add(features, mixed(mixed(SEED.skip, unit.hash), other.hash), unit)
    }
  }
  return features
}

function classesOf(hits: readonly WordHit[]): Features {
  const features = new Map<number, Place>()
  const classes = new Map<string, Place>()
  for (const hit of hits)
    for (const { name, index } of hit.entries) {
      add(features, mixed(SEED.phrase, index), hit)
      if (!classes.has(name)) classes.set(name, hit)
    }
  const found = [...classes].sort(([one], [other]) => (one < other ? -1 : 1))
  for (const [index, [name, place]] of found.entries()) {
    const hash = hashOf(name)
    add(features, mixed(SEED.one, hash), place)
    for (const [other] of found.slice(index + 1)) add(features, mixed(mixed(SEED.pair, hash), hashOf(other)), place)
  }
  return features
}

function nearOf(words: readonly WordHit[]): Features {
  const features = new Map<number, Place>()
  for (const [at, word] of words.entries())
    for (const { name } of word.entries) {
      const hash = hashOf(name)
      add(features, mixed(SEED.word, hash), word)
      for (let next = at + 1; next < words.length; next++) {
        const other = words[next]
        if (other === undefined || other.from - word.to > WIDEST_GAP) break
        if (other.from < word.to) continue
        for (const entry of other.entries) add(features, mixed(mixed(SEED.words, hash), hashOf(entry.name)), word)
      }
    }
  return features
}

function add(features: Map<number, Place>, hash: number, { from, to }: Place): void {
  const key = spread(hash)
  if (!features.has(key)) features.set(key, { from, to })
}

/** FNV-1a over UTF-16 units, spread. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return spread(hash)
}

const mixed = (hash: number, next: number): number => {
  const product = Math.imul(hash ^ next, 0x9e3779b1)
  return (product << 13) | (product >>> 19)
}

/** So that every bit depends on every bit: the last step of MurmurHash3. */
function spread(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return (second ^ (second >>> 16)) >>> 0
}

const EDGE = hashOf('^')
