import type { Ear } from './ear.ts'
import { wordsIn } from './lexicon.ts'
import { BORDER, type Token } from './tokens.ts'

type Words = Pick<Ear, 'harmless'>

/** Every word of it says that something was not done or is not meant, 客户称未服药, or that one pill was taken. */
function isHarmless(clause: readonly Token[], { harmless }: Words): boolean {
  const signs = wordsIn(clause, harmless).reduce((sum, { from, to }) => sum + to - from, 0)
  return clause.length > 0 && signs === clause.length
}

/** «But» turns from what no longer stands there: 但我想死 is said as barely as 我想死. */
function withoutTurn(clause: readonly Token[], { harmless }: Words): readonly Token[] {
  const [first] = wordsIn(clause, harmless)
  const isTurn = first?.from === 0 && first.entries.some(({ name }) => name === 'turn')
  return isTurn ? clause.slice(first.to) : clause
}

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
