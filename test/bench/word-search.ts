import { both, MEDIAN, takeTurns } from './measure.ts'
import { type Goal, type Result, resultOf } from './result.ts'

export interface WordSearch {
  /** What is looked through, for the one who reads that two searches disagree. */
  readonly of: string
  readonly goal: Goal
  /** How many are found. */
  find(text: string): Promise<number>
  like(text: string): number
}

/** One word after the other by both, in turns; only where both find the same. */
export async function measureWords(
  { of, goal, find, like }: WordSearch,
  name: string,
  words: readonly string[],
): Promise<Result> {
  const wordOf = (count: number) => words[count % words.length] ?? ''
  for (const word of words) {
    const [found, wanted] = [await find(word), like(word)]
    if (found === 0 || found !== wanted) throw new Error(`«${word}» finds ${found} ${of}, LIKE finds ${wanted}`)
  }
  const samples = await takeTurns(
    (count) => find(wordOf(count)),
    (count) => like(wordOf(count)),
    { rounds: 4, perRound: words.length * 2 },
  )
  return resultOf(name, 'ms', both(samples, MEDIAN), goal)
}
