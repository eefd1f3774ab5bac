import { bareIn, standsAlone } from './bare-lines.ts'
import { clausesOf } from './clauses.ts'
import type { Ear } from './ear.ts'
import { allWordsIn, type WordHit, wordsIn } from './lexicon.ts'
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
 * What of a text is heard by itself as well, each without the signs around it: its sentences, where there are several, and what is said barely behind the last
 * clauses of one, «快递没到，我要跳楼了». Whoever notes a broken kettle and a cry in one breath means both: as one they are heard as half a cry. Left out where
 * what stands beside it tells of a film, or goes on with it (see `standsAlone`).
 */
export function sentencesOf(text: string, tokens: readonly Token[], ear: Ear): readonly Sentence[] {
  const found = known.get(tokens) ?? findSentences(text, tokens, ear)
  known.set(tokens, found)
  return found
}

function findSentences(text: string, tokens: readonly Token[], ear: Ear): Sentence[] {
  const sentences = sentencesIn(text, tokens)
  const alone = sentences.flatMap((inside, at) => {
    const beside = [sentences[at - 1] ?? [], sentences[at + 1] ?? []] as const
    const whole = sentences.length > 1 && standsAlone(inside, beside, ear) ? [inside] : []
    const end = barelyAtItsEnd(inside, ear)
    return end !== undefined && standsAlone(end, beside, ear) ? [...whole, end] : whole
  })
  return alone.map((inside) => {
    const [start, end] = [inside[0]?.start ?? 0, inside.at(-1)?.end ?? 0]
    return { text: text.slice(start, end), start, tokens: inside }
  })
}

function sentencesIn(text: string, tokens: readonly Token[]): (readonly Token[])[] {
  const runs: Token[][] = [[]]
  for (const token of tokens) {
    const isEnd = token.text === BORDER && ENDS_A_SENTENCE.test(text.slice(token.start, token.end + 1))
    if (isEnd) runs.push([])
    else runs.at(-1)?.push(token)
  }
  return runs.map(withoutOuterBorders).filter((run) => run.length > 0)
}

/** An end that is nothing but a cry is no longer. What is typed without a full stop has hundreds, each looked at with all behind it: a window would stand still for seconds. */
const MOST_LAST_CLAUSES = 24

/**
 * The last clauses of a sentence, where they say barely what is a cry: nothing goes on behind them, as idioms do (一了百了，全退了). Unless the clauses before them
 * make light of it: a joke, a rehearsal, a film, «烦死了».
 */
function barelyAtItsEnd(sentence: readonly Token[], ear: Ear): readonly Token[] | undefined {
  for (const { from } of clausesOf(sentence).slice(1).slice(-MOST_LAST_CLAUSES)) {
    const end = withoutOuterBorders(sentence.slice(from))
    if (bareIn(end, ear).length === 0) continue
    const before = withoutMeant(sentence.slice(0, from), ear)
    return makesLight(before, ear) || !standsAlone(end, [before, []], ear) ? undefined : end
  }
  return undefined
}

/** «This is not a drill» makes light of nothing. */
function withoutMeant(tokens: readonly Token[], { harmless }: Ear): readonly Token[] {
  const meant = wordsIn(tokens, harmless).filter(({ entries }) => entries.some(({ name }) => name === 'meant'))
  return tokens.filter((_, at) => !meant.some(({ from, to }) => from <= at && at < to))
}

const IS_LIGHT: ReadonlySet<string> = new Set(['idiom.dead', 'light'])
const isLight = ({ entries }: WordHit): boolean => entries.some(({ name }) => IS_LIGHT.has(name))

const makesLight = (tokens: readonly Token[], { phrases, harmless }: Ear): boolean =>
  [phrases, harmless].some((words) => allWordsIn(tokens, words).some(isLight))
