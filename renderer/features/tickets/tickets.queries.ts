import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Ticket, TicketFilter, TicketSort } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'
import { filterOf, type TicketView } from './ticket-view.ts'

/** Two screens full; the next page is asked for long before the end comes into sight. */
const PAGE_SIZE = 80

/** The tickets of a filter page by page. While another question is asked the old answer stays on screen. */
export const ticketPages = (filter: TicketFilter, sort: TicketSort) =>
  infiniteQueryOptions({
    queryKey: ['tickets', 'list', filter, sort],
    queryFn: ({ pageParam: { offset, searchedFrom } }) =>
      accepted(client.tickets.list({ filter: { ...filter, searchedFrom }, sort, limit: PAGE_SIZE, offset })),
    initialPageParam: { offset: 0, searchedFrom: filter.searchedFrom },
    // As far back as the first page was looked for: a ticket opened meanwhile must not move the end of the list.
    getNextPageParam: ({ tickets, total, searchedFrom }, _pages, last) => {
      const offset = last.offset + tickets.length
      return tickets.length > 0 && offset < total ? { offset, searchedFrom } : undefined
    },
    placeholderData: keepPreviousData,
  })

/** What the page of tickets asks as it stands at first. */
export const firstPage = (view: TicketView, timeZone: string) => ticketPages(filterOf(view, '', timeZone), view.sort)

/** How many tickets there are at all: «nothing found» is another sentence than «nothing yet». */
export const ticketCount = countOf({})

/** How many tickets a filter finds, however old. */
export function countOf(filter: Partial<TicketFilter>) {
  return queryOptions({
    queryKey: ['tickets', 'count', filter],
    queryFn: async () =>
      (await accepted(client.tickets.list({ filter: { ...filter, searchedFrom: 0 }, sort: 'number', limit: 1 }))).total,
  })
}

export const ticketDetail = (ticketId: Id) =>
  queryOptions({ queryKey: ['tickets', 'get', ticketId], queryFn: () => accepted(client.tickets.get({ ticketId })) })

export const departments = queryOptions({
  queryKey: ['tickets', 'departments'],
  queryFn: () => accepted(client.tickets.departments({})),
})

/** As many as one export takes by name. */
export const MOST_IDS = 10_000

/** Everything a filter finds, in order; null when that is more than `most`. */
export async function ticketsFound(filter: TicketFilter, sort: TicketSort, most: number): Promise<Ticket[] | null> {
  const found = new Map<Id, Ticket>()
  for (let offset = 0; ; ) {
    const page = await accepted(client.tickets.list({ filter, sort, limit: 500, offset }))
    if (page.total > most) return null
    for (const ticket of page.tickets) found.set(ticket.id, ticket)
    offset += page.tickets.length
    if (page.tickets.length === 0 || offset >= page.total) return [...found.values()]
  }
}
