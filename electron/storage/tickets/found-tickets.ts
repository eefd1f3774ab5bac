import type { TicketFilter, TicketSort } from '../../../shared/contract/tickets/tickets.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement } from '../database.ts'
import { conditions, listTickets, ORDERS, totalOf } from './ticket-list.ts'
import { countOfKinds, kindsOf } from './ticket-tally.ts'
import { wordsOf } from './ticket-words.ts'
import { type StoredTicket, ticketsByNumbers } from './tickets.ts'

/** A page, how many there are in all, and how far back words were looked for; 0: in every ticket. */
export interface TicketPage {
  readonly tickets: readonly StoredTicket[]
  readonly total: number
  readonly searchedFrom: number
}

/** An archive of so many tickets is always looked through whole. */
const RECENT = 10_000
/** A page, and some more: who finds so many among the latest may well want no older ones. */
const ENOUGH = 100

const LAST_NUMBER = 'SELECT coalesce(max(number), 0) FROM ticket'

/** One page of the filter in the given order. */
export function ticketPage(
  db: ReadableDb,
  filter: TicketFilter,
  sort: TicketSort,
  now: Instant,
  { limit, offset }: { limit: number; offset: number },
): TicketPage {
  if (wordsOf(filter.text).length === 0) {
    const tickets = listTickets(db, filter, sort, now, limit, offset)
    const total = totalOf(db, filter, now, { found: tickets.length, limit, offset })
    return { tickets, total, searchedFrom: 0 }
  }
  const { numbers, searchedFrom } = findTickets(db, filter, sort, now)
  return { tickets: ticketsByNumbers(db, numbers.slice(offset, offset + limit)), total: numbers.length, searchedFrom }
}

/**
 * Numbers of everything that holds the words, in the given order. A common word is in half of an archive: where it is found often
 * enough among the latest tickets it is looked for no further, unless the filter says how far, or leaves few tickets to look at.
 */
function findTickets(
  db: ReadableDb,
  filter: TicketFilter,
  sort: TicketSort,
  now: Instant,
): { numbers: number[]; searchedFrom: number } {
  const lookFrom = (searchedFrom: number) => {
    const { where, values } = conditions({ ...filter, searchedFrom }, now)
    const sql = `SELECT number FROM ticket WHERE ${where} ORDER BY ${ORDERS[sort]}`
    return statement(db, sql)
      .pluck()
      .all(...values) as number[]
  }
  if (filter.searchedFrom !== undefined)
    return { numbers: lookFrom(filter.searchedFrom), searchedFrom: filter.searchedFrom }
  const lastNumber = statement(db, LAST_NUMBER).pluck().get() as number
  if (lastNumber <= RECENT) return { numbers: lookFrom(0), searchedFrom: 0 }
  if (countOfKinds(db, filter) <= RECENT) return { numbers: lookFrom(oldestOfKinds(db, filter)), searchedFrom: 0 }
  const recent = lookFrom(lastNumber - RECENT + 1)
  if (recent.length >= ENOUGH) return { numbers: recent, searchedFrom: lastNumber - RECENT + 1 }
  return { numbers: lookFrom(0), searchedFrom: 0 }
}

/** Those still open are mostly young: older tickets need no look for their sake. `+`: by an index, not from number to number. */
function oldestOfKinds(db: ReadableDb, filter: TicketFilter): number {
  const kinds = kindsOf(filter)
  const where = ['withdrawn_at IS NULL', ...kinds.map(({ sql }) => sql)].join(' AND ')
  const sql = `SELECT coalesce(min(+number), 0) FROM ticket WHERE ${where}`
  return statement(db, sql)
    .pluck()
    .get(...kinds.flatMap(({ values }) => values)) as number
}

/** So many of the latest tickets are looked through first, then so many, then all. */
const FIRST_LOOKS = [2_000, 20_000]

/** Numbers of the newest tickets that hold the words, at most so many; fewer: there are no more in the whole archive. */
export function newestHolding(db: ReadableDb, filter: TicketFilter, now: Instant, atMost: number): number[] {
  const lastNumber = statement(db, LAST_NUMBER).pluck().get() as number
  const starts = [...FIRST_LOOKS.map((span) => lastNumber - span + 1).filter((start) => start > 1), 0]
  for (const searchedFrom of starts) {
    const { where, values } = conditions({ ...filter, searchedFrom }, now)
    const newest = `SELECT number, opened_at FROM ticket WHERE ${where} ORDER BY number DESC LIMIT ?`
    const found = statement(db, `SELECT number FROM (${newest}) ORDER BY ${ORDERS.newest}`)
      .pluck()
      .all(...values, atMost) as number[]
    if (found.length >= atMost || searchedFrom === 0) return found
  }
  return []
}
