import type { Query } from './query.ts'

/** Thrown where a transaction comes to a refusal, so that its engine takes it back; whoever asked is answered with the refusal. */
export class Refused extends Error {
  readonly answer: unknown
  constructor(answer: unknown) {
    super('refused')
    this.answer = answer
  }
}

/** A query whose refusal ends its transaction, or its step of one, with nothing of it done. */
export function* unlessRefused<T>(query: Query<T>): Query<T> {
  const answer = yield* query
  if (isRefusal(answer)) throw new Refused(answer)
  return answer
}

/** What a transaction that was taken back is answered with, where it was for a refusal. */
export function answerOf<T>(error: unknown): T {
  if (error instanceof Refused) return error.answer as T
  throw error
}

const isRefusal = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false
