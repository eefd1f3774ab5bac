import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { isSpelled } from '../../../shared/domain/house/name-sounds.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

/** How soon a search that did not see every note looks again. */
const INDEXING_MS = 1_000

/** How the names of actions are said; for what was typed in letters alone. */
export const soundsOf = (names: readonly string[], typed: string) =>
  queryOptions({
    queryKey: ['search', 'sounds', names],
    queryFn: async () => new Map(Object.entries(await accepted(client.search.sounds({ names: [...names] })))),
    enabled: isSpelled(typed) && names.length > 0,
  })

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
