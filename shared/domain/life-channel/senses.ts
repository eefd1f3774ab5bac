import { hashOf, mixed } from './hashes.ts'
import type { WordHit } from './lexicon.ts'
import { add, type Features, type TokenRun } from './token-runs.ts'
import type { Token } from './tokens.ts'

/** So many words further on, those that are in no class not counted, a class is looked at together with another. */
const FARTHEST = 4

const SEED = { sense: 101, next: 103, after: 107, skip: 109, three: 113 }

/** A word by its classes, of which it may have several, those behind a «not» twice, or a token that is in none. */
export interface SenseUnit extends TokenRun {
  readonly hashes: readonly number[]
  readonly isKnown: boolean
}

/** A passage cut into the words of the thesaurus, the longest at each place, and what is left between them. */
export function senseUnits(tokens: readonly Token[], hits: readonly WordHit[], denied: Uint8Array): SenseUnit[] {
  const units: SenseUnit[] = []
  let next = 0
  for (let at = 0; at < tokens.length; ) {
    const hit = hits[next]?.from === at ? hits[next++] : undefined
    const to = hit?.to ?? at + 1
    const names = hit?.entries.flatMap(({ name }) => (denied[at] === 1 ? [`~${name}`, `~-${name}`] : [`~${name}`]))
    const hashes = (names ?? [tokens[at]?.text ?? '']).map(hashOf)
    units.push({ hashes, isKnown: hit !== undefined, from: at, to })
    at = to
  }
  return units
}

/** What it is about. */
export function sensesSaid(units: readonly SenseUnit[]): Features {
  const features = new Map<number, TokenRun>()
  for (const unit of units)
    if (unit.isKnown) for (const hash of unit.hashes) add(features, mixed(SEED.sense, hash), unit)
  return features
}

/** Which classes come one after the other, what stands right beside them left in: who does what to whom, and by which words it is said. */
export function nearSenses(units: readonly SenseUnit[]): Features {
  const features = new Map<number, TokenRun>()
  for (const [at, unit] of units.entries()) addPairs(features, SEED.next, unit, units[at + 1])
  const known = units.filter(({ isKnown }) => isKnown)
  for (const [at, unit] of known.entries()) {
    for (let apart = 1; apart <= FARTHEST; apart++)
      addPairs(features, apart === 1 ? SEED.after : SEED.skip, unit, known[at + apart])
    const [first, second, third] = [unit, known[at + 1], known[at + 2]].map((each) => each?.hashes[0])
    if (first !== undefined && second !== undefined && third !== undefined)
      add(features, mixed(mixed(mixed(SEED.three, first), second), third), unit)
  }
  return features
}

function addPairs(features: Map<number, TokenRun>, seed: number, unit: SenseUnit, other: SenseUnit | undefined): void {
  for (const hash of unit.hashes)
    for (const next of other?.hashes ?? []) add(features, mixed(mixed(seed, hash), next), unit)
}
