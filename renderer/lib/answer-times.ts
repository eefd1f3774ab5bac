import type { Query, QueryFunction, QueryFunctionContext, QueryKey } from '@tanstack/react-query'
import type { Instant } from '../../shared/contract/values.ts'

// While the hub is away an answer says of which moment it is (`asOf`). Queries keep the value alone: the moment is remembered here.

const times = new WeakMap<object, Instant>()
let asking: Query | null = null

/** Of which moment the last answer to a query was; undefined: of now, as far as this desk was told of changes. */
export const answerTimeOf = (query: object): Instant | undefined => times.get(query)

/** Around the function of every query: what is asked before it first waits is asked for that query. */
export function askedFor<T>(
  ask: QueryFunction<T, QueryKey, never>,
  context: QueryFunctionContext<QueryKey>,
  query: Query,
): T | Promise<T> {
  asking = query
  try {
    return ask(context as QueryFunctionContext<QueryKey, never>)
  } finally {
    asking = null
  }
}

/** The answer as it is; where a query asked for it, its moment is remembered. */
export async function remembering(answer: Promise<unknown>): Promise<unknown> {
  const query = asking
  const given = await answer
  if (query !== null) remember(query, asOfIn(given))
  return given
}

function remember(query: Query, asOf: Instant | undefined): void {
  const before = times.get(query)
  const isPageMore = query.state.fetchMeta?.fetchMore !== undefined
  // One more page makes those before it no newer.
  const oldest = isPageMore && before !== undefined && (asOf === undefined || before < asOf) ? before : asOf
  if (oldest === undefined) times.delete(query)
  else times.set(query, oldest)
}

function asOfIn(answer: unknown): Instant | undefined {
  if (typeof answer !== 'object' || answer === null || !('asOf' in answer)) return undefined
  return typeof answer.asOf === 'string' ? answer.asOf : undefined
}
