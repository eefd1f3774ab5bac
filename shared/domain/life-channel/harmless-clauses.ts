import type { Ear } from './ear.ts'
import { allWordsIn, type WordHit, wordsIn } from './lexicon.ts'
import { BORDER, type Token } from './tokens.ts'

type Words = Pick<Ear, 'harmless'>

const isOf =
  (...classes: readonly string[]) =>
  ({ entries }: WordHit): boolean =>
    entries.some(({ name }) => classes.includes(name))
const isDenial = isOf('dose', 'not.done', 'not.meant')

/** Every word of it says that something was not done or is not meant, 客户称未服药, or that one pill was taken. */
function isHarmless(clause: readonly Token[], { harmless }: Words): boolean {
  const hits = wordsIn(clause, harmless).filter((hit) => isDenial(hit) || isOf('turn')(hit))
  const signs = hits.reduce((sum, { from, to }) => sum + to - from, 0)
  return signs === clause.length && hits.some(isDenial)
}

/** «But» turns from what no longer stands there: 但我想死 is said as barely as 我想死. */
function withoutTurn(clause: readonly Token[], { harmless }: Words): readonly Token[] {
  const [first] = wordsIn(clause, harmless)
  return first?.from === 0 && isOf('turn')(first) ? clause.slice(first.to) : clause
}

/** Whether what stands beside a denial takes it back, or sets something against it: «没喝农药……好吧喝了», «I didn't, until tonight». */
export const takesBack = (tokens: readonly Token[], { harmless }: Words): boolean =>
  allWordsIn(tokens, harmless).some(isOf('takenBack'))

/** Tokens without the clauses that are harmless and say nothing else; what stands beside them is heard as if it were alone. */
export function withoutHarmless(tokens: readonly Token[], words: Words): readonly Token[] {
  const left: Token[] = []
  let isBehind = false
  for (let from = 0; from < tokens.length; ) {
    const border = tokens.findIndex(({ text }, at) => at >= from && text === BORDER)
    const end = border < 0 ? tokens.length : border
    const clause = tokens.slice(from, end)
    const isLess = isHarmless(clause, words)
    if (!isLess) left.push(...(isBehind ? withoutTurn(clause, words) : clause), ...tokens.slice(end, end + 1))
    isBehind = isLess
    from = end + 1
  }
  return left
}
