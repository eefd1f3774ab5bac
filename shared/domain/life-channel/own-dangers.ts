import { bareIn } from './bare-lines.ts'
import type { Danger, HeardLine } from './danger.ts'
import { type Ear, earWith } from './ear.ts'
import { wordsIn } from './lexicon.ts'
import { BORDER, type Token, tokensOf } from './tokens.ts'

const ownWordsIn = (tokens: readonly Token[], { own }: Ear) =>
  own.words.length === 0
    ? []
    : wordsIn(tokens, own.lexicon).flatMap(({ from, to, entries }) => {
        const word = own.words[Number(entries[0]?.name)]
        return word === undefined ? [] : [{ from, to, word }]
      })

/** What the coordinator's own words say by themselves. */
export const dangersOfOwnWords = (lines: readonly HeardLine[], ear: Ear): Danger[] =>
  ear.own.words.length === 0 ? [] : lines.flatMap(({ text }, line) => dangersIn(text, line, ear))

function dangersIn(text: string, line: number, ear: Ear): Danger[] {
  const tokens = tokensOf(text, ear.foldings)
  return ownWordsIn(tokens, ear).flatMap(({ from, to, word: { means, grade, kind } }) => {
    const [first, last] = [tokens[from], tokens[to - 1]]
    if (means !== 'danger' || first === undefined || last === undefined) return []
    return [{ grade, kind, words: [{ line, start: first.start, end: last.end }] }]
  })
}

/** Tokens without what the coordinator called harmless: it parts what stands around it. What says barely what is a cry stays whole, whoever calls a part of it harmless. */
export function silenced(tokens: readonly Token[], ear: Ear): readonly Token[] {
  const harmless = ownWordsIn(tokens, ear).filter(({ word }) => word.means === 'harmless')
  if (harmless.length === 0 || (ear.own.sparesCries && bareIn(tokens, ear).length > 0)) return tokens
  return tokens.map((token, at) =>
    harmless.some(({ from, to }) => from <= at && at < to) ? { ...token, text: BORDER } : token,
  )
}

const known = new WeakMap<Ear, Ear | null>()

/** The same ear without what a house calls harmless; null where it calls nothing so. */
export function withoutOwnHarmless(ear: Ear): Ear | null {
  const made = known.get(ear) ?? makeWithoutHarmless(ear)
  known.set(ear, made)
  return made
}

function makeWithoutHarmless(ear: Ear): Ear | null {
  const dangers = ear.own.words.filter(({ means }) => means === 'danger')
  return dangers.length === ear.own.words.length ? null : earWith(ear, dangers)
}
