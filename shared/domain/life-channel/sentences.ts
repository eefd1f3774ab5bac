import { standsAlone } from './bare-lines.ts'
import type { Ear } from './ear.ts'
import { BORDER, type Token, withoutOuterBorders } from './tokens.ts'

/** A sentence or a line of a text that has several. */
export interface Sentence {
  readonly text: string
  readonly start: number
  readonly tokens: readonly Token[]
}

const ENDS_A_SENTENCE = /[。！？!?；;\n]|[.…](?=\s|$)/u

/** Texts are looked at again with each line and key; their tokens stay the same. */
const known = new WeakMap<readonly Token[], readonly Sentence[]>()

/**
 * The sentences of a text that has several, each without the signs around it; none of one. Whoever notes a broken kettle and a cry in one breath means both: as
 * one they are heard as half a cry. Left out where what stands beside it tells of a film, or goes on with it (see `standsAlone`).
 */
export function sentencesOf(text: string, tokens: readonly Token[], ear: Ear): readonly Sentence[] {
  if (!ENDS_A_SENTENCE.test(text)) return []
  const found = known.get(tokens) ?? findSentences(text, tokens, ear)
  known.set(tokens, found)
  return found
}

function findSentences(text: string, tokens: readonly Token[], ear: Ear): Sentence[] {
  const runs: Token[][] = [[]]
  for (const token of tokens) {
    const isEnd = token.text === BORDER && ENDS_A_SENTENCE.test(text.slice(token.start, token.end + 1))
    if (isEnd) runs.push([])
    else runs.at(-1)?.push(token)
  }
  const sentences = runs.map(withoutOuterBorders).filter((run) => run.length > 0)
  if (sentences.length < 2) return []
  return sentences.flatMap((inside, at) => {
    const beside = [sentences[at - 1] ?? [], sentences[at + 1] ?? []] as const
    if (!standsAlone(inside, beside, ear)) return []
    const [start, end] = [inside[0]?.start ?? 0, inside.at(-1)?.end ?? 0]
    return [{ text: text.slice(start, end), start, tokens: inside }]
  })
}
