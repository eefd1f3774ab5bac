import { queryOptions } from '@tanstack/react-query'
import type { Findings } from '../../../shared/contract/search/search.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

/** How soon a search that did not see every note looks again. */
const INDEXING_MS = 1_000

/**
 * Asked anew each time, and forgotten with the box: words of customers stand in the key. What was found by other words stays until then; what is there
 * before any word does not: it is no answer to one.
 */
export const foundEverywhere = (text: string, limit: number) =>
  queryOptions({
    queryKey: ['search', 'everywhere', text, limit],
    queryFn: () => accepted(client.search.everywhere({ text, limit })),
    staleTime: 0,
    gcTime: 0,
    placeholderData: (found: Findings | undefined, by) =>
      (by?.queryKey[2] === '') === (text === '') ? found : undefined,
    refetchInterval: ({ state }) => (state.data?.isIndexing ? INDEXING_MS : false),
  })

/** Whoever is meant, for as long as the rest of a large archive is being looked through. */
export const foundPeople = (text: string, limit: number) =>
  queryOptions({
    queryKey: ['search', 'people', text, limit],
    queryFn: () => accepted(client.search.everywhere({ text, limit, only: 'people' })),
    staleTime: 0,
    gcTime: 0,
  })
