import { type Query, rows } from '../engine/query.ts'

/** A number that is read out in pieces may lie in as many texts before and after one. */
export const MOST_BESIDE = 4

/** What was said right before a text and right after it, a line each; empty where nothing was. */
export interface WordsBeside {
  readonly before: string
  readonly after: string
}

/** Both queries answer `value`, the nearest first. */
export function* wordsAround(
  before: string,
  after: string,
  place: readonly (string | number | null)[],
): Query<WordsBeside> {
  const linesOf = function* (sql: string) {
    return (yield* rows<{ value: string }>(sql, [...place])).map(({ value }) => value)
  }
  return { before: (yield* linesOf(before)).reverse().join('\n'), after: (yield* linesOf(after)).join('\n') }
}
