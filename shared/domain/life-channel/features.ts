import { deniedIn } from './denied-tokens.ts'
import { EDGE, hashOf, mixed } from './hashes.ts'
import type { WordHit } from './lexicon.ts'
import { nearSenses, sensesSaid, senseUnits } from './senses.ts'
import { add, type Features, type TokenRun } from './token-runs.ts'
import { BORDER, type Token } from './tokens.ts'

/** How much each kind of features weighs; a kind counts the less for each of its features, the more of them a passage has. */
const WEIGHTS = { signs: 1.1, shapes: 0.7, phrases: 0.7, words: 1, senses: 1 }
const FEWEST = 4

/** Longest run of signs or words that is looked at as one. */
const LONGEST_RUN = 3
/** How far apart two units may stand that are looked at together. */
const FARTHEST = 4
/** How many tokens may lie between two words that are looked at together. */
const WIDEST_GAP = 8

/** Begins each kind of number, so that 药 as a sign and as a unit are two things. */
const SEED = { run: 1, shape: 7, skip: 11, one: 13, pair: 17, phrase: 23, word: 29, words: 31 }

/** The words of each list that stand in a passage. */
export interface Hits {
  readonly phrases: readonly WordHit[]
  readonly words: readonly WordHit[]
  readonly senses: readonly WordHit[]
}

export interface Seen {
  readonly kinds: readonly { readonly features: Features; readonly value: number }[]
}

/**
 * What is seen in a passage: runs of its signs; runs and skips of its units, which are phrases by their class; which classes of phrases come
 * together; which classes of words stand near each other, in their order; what it is about, and what of that stands near each other; of what a «not»
 * stands before, that it does.
 */
export function featuresOf(tokens: readonly Token[], { phrases, words, senses }: Hits): Seen {
  const denied = deniedIn(tokens)
  const units = senseUnits(tokens, senses, denied)
  const kinds = [
    { features: runsOf(tokens), weight: WEIGHTS.signs },
    { features: shapesOf(unitsOf(tokens, phrases)), weight: WEIGHTS.shapes },
    { features: classesOf(phrases, denied), weight: WEIGHTS.phrases },
    { features: nearOf(words), weight: WEIGHTS.words },
    { features: sensesSaid(units), weight: WEIGHTS.senses },
    { features: nearSenses(units), weight: WEIGHTS.senses },
  ]
  return {
    kinds: kinds.map(({ features, weight }) => ({
      features,
      value: weight / Math.sqrt(Math.max(FEWEST, features.size)),
    })),
  }
}

function runsOf(tokens: readonly Token[]): Features {
  const features = new Map<number, TokenRun>()
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

interface Unit extends TokenRun {
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
  const features = new Map<number, TokenRun>()
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

/** What stands behind a «not» is a class of its own as well: 没吃安眠药 has the pills, and the pills denied. */
function classesOf(hits: readonly WordHit[], denied: Uint8Array): Features {
  const features = new Map<number, TokenRun>()
  const classes = new Map<string, TokenRun>()
  for (const hit of hits)
    for (const { name, index } of hit.entries) {
      add(features, mixed(SEED.phrase, index), hit)
      if (!classes.has(name)) classes.set(name, hit)
      if (denied[hit.from] === 1) classes.set(`-${name}`, hit)
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
  const features = new Map<number, TokenRun>()
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
