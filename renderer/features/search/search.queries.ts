import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

/** How soon a search that did not see every note looks again. */
const INDEXING_MS = 1_000

/** Asked anew each time, and forgotten with the box: words of customers stand in the key. What was found before stays until then. */
export const foundEverywhere = (text: string, limit: number) =>
  queryOptions({
    queryKey: ['search', 'everywhere', text, limit],
    queryFn: () => accepted(client.search.everywhere({ text, limit })),
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.isIndexing ? INDEXING_MS : false),
  })
