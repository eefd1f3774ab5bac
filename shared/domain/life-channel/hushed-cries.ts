import { bareIn } from './bare-lines.ts'
import { byGravity, type Danger } from './danger.ts'
import { type Ear, earWith, type OwnWords } from './ear.ts'
import { hearDanger } from './hear-danger.ts'
import { wordsIn } from './lexicon.ts'
import { tokensOf } from './tokens.ts'

/** Trying a word is a matter of milliseconds, and a list is tried with each key that is typed in it. */
const known = new WeakMap<Ear['plainCries'], Map<string, string | undefined>>()

/**
 * A plain cry that would be heard less gravely, or not at all, if a house called this word harmless: one that ships, or the word itself where it says
 * barely what is a cry, with «I» before it where that is left out.
 */
export function cryHushedBy(word: OwnWords, ear: Ear): string | undefined {
  const before = known.get(ear.plainCries) ?? new Map<string, string | undefined>()
  known.set(ear.plainCries, before)
  if (!before.has(word.text)) before.set(word.text, findHushed(word, ear))
  return before.get(word.text)
}

function findHushed(word: OwnWords, ear: Ear): string | undefined {
  const [shipped, taught] = [earWith(ear, []), earWith(ear, [word], false)]
  const isNamed = (cry: string) => wordsIn(tokensOf(cry, ear.foldings), taught.own.lexicon).length > 0
  const itself = [word.text, `我${word.text}`, `I ${word.text}`].filter((cry) => isBarelyOne(cry, ear))
  return [...ear.plainCries, ...itself].find(
    (cry) => isNamed(cry) && isLess(heardAlone(cry, taught), heardAlone(cry, shipped)),
  )
}

/** Not what much of everyday talk begins with, 他在轨道上: a house may know better. */
const isBarelyOne = (cry: string, ear: Ear): boolean =>
  bareIn(tokensOf(cry, ear.foldings), ear).some(({ entries }) => entries.some(({ name }) => name.startsWith('bare.')))

const heardAlone = (text: string, ear: Ear): Danger | null => hearDanger([{ text, speaker: 'unknown' }], ear)

const isLess = (danger: Danger | null, before: Danger | null): boolean =>
  before !== null && (danger === null || byGravity(danger.grade, before.grade) > 0)
