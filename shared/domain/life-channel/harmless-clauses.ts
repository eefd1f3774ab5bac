import type { Ear } from './ear.ts'
import { allWordsIn, type WordHit, wordsIn } from './lexicon.ts'
import { BORDER, type Token, withoutOuterBorders } from './tokens.ts'

type Words = Pick<Ear, 'harmless'>

const isOf =
  (...classes: readonly string[]) =>
  ({ entries }: WordHit): boolean =>
    entries.some(({ name }) => classes.includes(name))
/** Lists of what was not done or is not meant. */
export const DENIALS: readonly string[] = ['dose', 'not.done', 'not.meant']
/** And that nobody answers: of the house, as a rule, or somebody who lies there. */
const DENIALS_AND_UNANSWERED: readonly string[] = [...DENIALS, 'unanswered']

const OF_ONESELF = /^(?:[我俺咱]|i|im|ill|ive|my|me)$/u

/** 小说里他吃了一整瓶: told of others in a book. Who speaks of himself in the same breath is heard. */
const isToldOf = (clause: readonly Token[], hits: readonly WordHit[]): boolean =>
  hits.some((hit) => hit.from === 0 && isOf('told')(hit)) && !clause.some(({ text }) => OF_ONESELF.test(text))

/** Every word of it says that something was not done or is not meant, 客户称未服药, or that one pill was taken, that nobody answers; or it tells of a book. */
function isHarmless(clause: readonly Token[], { harmless }: Words, lists: readonly string[]): boolean {
  const isDenial = isOf(...lists)
  const all = wordsIn(clause, harmless)
  if (isToldOf(clause, all)) return true
  const hits = all.filter((hit) => isDenial(hit) || isOf('turn')(hit))
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

/** From sign to sign; and to a «but» where no sign says so, if what it turns from is harmless. Up to, and without, the end. */
function endOfClause(tokens: readonly Token[], from: number, words: Words, lists: readonly string[]): number {
  const border = tokens.findIndex(({ text }, at) => at >= from && text === BORDER)
  const end = border < 0 ? tokens.length : border
  const turn = allWordsIn(tokens.slice(from, end), words.harmless).find((hit) => hit.from > 0 && isOf('turn')(hit))
  return turn !== undefined && isHarmless(tokens.slice(from, from + turn.from), words, lists) ? from + turn.from : end
}

/** Charcoal for a barbecue is told over clauses of which none says so alone: 买了炭，今晚就烤. */
const isWhollyHarmless = (tokens: readonly Token[], { harmless }: Words): boolean =>
  wordsIn(withoutOuterBorders(tokens), harmless).some(
    (hit) => isOf('whole')(hit) && hit.to - hit.from === withoutOuterBorders(tokens).length,
  )

/** Tokens without the clauses that are harmless and say nothing else; what stands beside them is heard as if it were alone. */
export function withoutHarmless(
  tokens: readonly Token[],
  words: Words,
  lists: readonly string[] = DENIALS_AND_UNANSWERED,
): readonly Token[] {
  if (isWhollyHarmless(tokens, words)) return []
  const left: Token[] = []
  let isBehind = false
  for (let from = 0; from < tokens.length; ) {
    const end = endOfClause(tokens, from, words, lists)
    const isSign = tokens[end]?.text === BORDER
    const clause = tokens.slice(from, end)
    const isLess = isHarmless(clause, words, lists)
    if (!isLess)
      left.push(...(isBehind ? withoutTurn(clause, words) : clause), ...tokens.slice(end, isSign ? end + 1 : end))
    isBehind = isLess
    from = isSign ? end + 1 : end
  }
  return left
}
