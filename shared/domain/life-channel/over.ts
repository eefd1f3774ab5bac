import { bareIn } from './bare-lines.ts'
import { clausesOf } from './clauses.ts'
import type { Ear } from './ear.ts'
import { allWordsIn, type WordHit } from './lexicon.ts'
import { BORDER, type Token, withoutOuterBorders } from './tokens.ts'

const isOf =
  (name: string) =>
  ({ entries }: WordHit): boolean =>
    entries.some((entry) => entry.name === name)

/**
 * Whether what sounds like a cry is over, was rehearsed or happened by mistake: the smell of gas was made safe. It takes back what was said before it alone: never what is a
 * cry by itself, nor what is said behind it (`isCry`), nor where anything says that it is not over: 可是, 这次, 没有呼吸.
 */
export function isOver(tokens: readonly Token[], ear: Ear, isCry: (behind: readonly Token[]) => boolean): boolean {
  const hits = allWordsIn(tokens, ear.harmless)
  const last = hits.findLast(isOf('over'))
  if (last === undefined || hits.some(isOf('notOver'))) return false
  const clauses = clausesOf(tokens).map(({ from, to }) => withoutOuterBorders(tokens.slice(from, to)))
  if (clauses.some((clause) => bareIn(clause, ear).length > 0)) return false
  const behind = withoutOuterBorders(tokens.slice(last.to))
  return behind.every(({ text }) => text === BORDER) || !isCry(behind)
}
