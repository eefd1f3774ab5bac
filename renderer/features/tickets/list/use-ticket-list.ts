import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Ticket } from '../../../../shared/contract/tickets/tickets.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useTicketDesk } from '../ticket-desk.ts'
import { filterOf, type TicketView } from '../ticket-view.ts'
import { ticketPages } from '../tickets.queries.ts'

/** The tickets that the view and the searched words find, as far as they are read. */
export function useTicketList(view: TicketView) {
  const { timeZone } = usePlace()
  const text = useTicketDesk((desk) => desk.text)
  const isWhole = useTicketDesk((desk) => desk.text !== '' && desk.wholeText === desk.text)
  const asked = { ...filterOf(view, text, timeZone), ...(isWhole ? { searchedFrom: 0 } : {}) }
  const query = useInfiniteQuery(ticketPages(asked, view.sort))
  const { data, hasNextPage, isFetching, isPlaceholderData, fetchNextPage } = query
  const tickets = useMemo(() => {
    // A ticket opened between two pages moves others along, so that one may come twice.
    const known = new Map<string, Ticket>()
    for (const page of data?.pages ?? []) for (const ticket of page.tickets) known.set(ticket.id, ticket)
    return [...known.values()]
  }, [data])
  const ids = useMemo(() => tickets.map((ticket) => ticket.id), [tickets])
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  const first = isPlaceholderData ? undefined : data?.pages[0]
  const searchedFrom = first?.searchedFrom ?? 0
  const alike = first?.alike ?? []
  const answered = alike.length === 0 ? asked : { ...asked, alike }
  return {
    /** What this list is the answer to: whatever is done to all of it is done to these. */
    filter: searchedFrom === 0 ? answered : { ...answered, searchedFrom },
    /** Words were looked for in tickets numbered so and above; 0: in all. */
    searchedFrom,
    /** Whose names the words sound like. */
    namesAlike: [...new Set(alike.flatMap(({ owners, listeners }) => [...owners, ...listeners]))],
    text,
    tickets,
    ids,
    total: data?.pages.at(-1)?.total ?? 0,
    readOn,
    isStale: isPlaceholderData,
    isPending: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
  }
}
