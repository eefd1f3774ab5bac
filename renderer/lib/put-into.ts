import type { QueryKey } from '@tanstack/react-query'
import { queryClient } from './query-client.ts'

/**
 * Puts what was answered here into what is known of the rest, at once. Where others changed something of it meanwhile and nobody looks at it, it is yet to be read: it stays
 * so, or their changes would not be seen there.
 */
export function putInto<Data>(queryKey: QueryKey, put: (known: Data | undefined) => Data | undefined): void {
  const isToBeRead = queryClient.getQueryState(queryKey)?.isInvalidated === true
  queryClient.setQueryData<Data>(queryKey, put)
  if (isToBeRead) void queryClient.invalidateQueries({ queryKey, exact: true, refetchType: 'none' })
}
