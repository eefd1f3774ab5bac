import type { Danger, HeardLine } from './danger.ts'
import type { Ear } from './ear.ts'
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

/** Tokens without what the coordinator called harmless: it parts what stands around it. */
export function silenced(tokens: readonly Token[], ear: Ear): readonly Token[] {
  const harmless = ownWordsIn(tokens, ear).filter(({ word }) => word.means === 'harmless')
  if (harmless.length === 0) return tokens
  return tokens.map((token, at) =>
    harmless.some(({ from, to }) => from <= at && at < to) ? { ...token, text: BORDER } : token,
  )
}
