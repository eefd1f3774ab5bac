import type { TicketFilter, TicketSort } from '../../../shared/contract/tickets/tickets.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { inEach } from '../engine/in-each.ts'
import { type Query, value } from '../engine/query.ts'
import { asShown, conditions, listTickets, numbersOf, totalOf } from './ticket-list.ts'
import { countOfKinds, kindsOf } from './ticket-tally.ts'
import { type HeldWords, heldBy, LAST_NUMBER, lookingBack, wordsOf } from './ticket-words.ts'
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

/** One page of the filter in the given order. */
export function* ticketPage(
  filter: TicketFilter,
  sort: TicketSort,
  now: Instant,
  { limit, offset }: { limit: number; offset: number },
): Query<TicketPage> {
  if (wordsOf(filter.text).length === 0) {
    const tickets = yield* listTickets(filter, sort, now, limit, offset)
    const total = yield* totalOf(filter, now, { found: tickets.length, limit, offset })
    return { tickets, total, searchedFrom: 0 }
  }
  const { numbers, searchedFrom } = yield* findTickets(filter, sort, now)
  const tickets = yield* ticketsByNumbers(numbers.slice(offset, offset + limit))
  return { tickets, total: numbers.length, searchedFrom }
}

/**
 * Numbers of everything that holds the words, in the given order. A common word is in half of an archive: where it is found often
 * enough among the latest tickets it is looked for no further, unless the filter says how far, or leaves few tickets to look at.
 */
function* findTickets(
  filter: TicketFilter,
  sort: TicketSort,
  now: Instant,
): Query<{ numbers: number[]; searchedFrom: number }> {
  const lastNumber = (yield* value<number>(LAST_NUMBER)) ?? 0
  const heldFrom = lookingBack(yield* heldBy(filter.text), lastNumber)
  function* lookFrom(searchedFrom: number): Query<number[]> {
    const { where, values } = conditions({ ...filter, searchedFrom, known: yield* heldFrom(searchedFrom) }, now)
    return yield* numbersOf({
      sql: inEach((say) => `SELECT number FROM ticket WHERE ${say(where)} ORDER BY ${asShown(sort)}`),
      values,
    })
  }
  if (filter.searchedFrom !== undefined)
    return { numbers: yield* lookFrom(filter.searchedFrom), searchedFrom: filter.searchedFrom }
  if (lastNumber <= RECENT) return { numbers: yield* lookFrom(0), searchedFrom: 0 }
  if ((yield* countOfKinds(filter)) <= RECENT)
    return { numbers: yield* lookFrom(yield* oldestOfKinds(filter)), searchedFrom: 0 }
  const recent = yield* lookFrom(lastNumber - RECENT + 1)
  if (recent.length >= ENOUGH) return { numbers: recent, searchedFrom: lastNumber - RECENT + 1 }
  return { numbers: yield* lookFrom(0), searchedFrom: 0 }
}

/** Those still open are mostly young: older tickets need no look for their sake. `+`: by an index, not from number to number. */
function* oldestOfKinds(filter: TicketFilter): Query<number> {
  const kinds = kindsOf(filter)
  const sql = inEach((say) => {
    const where = ['withdrawn_at IS NULL', ...kinds.map((kind) => say(kind.sql))].join(' AND ')
    return `SELECT coalesce(min(+number), 0) AS value FROM ticket WHERE ${where}`
  })
  return (
    (yield* value<number>(
      sql,
      kinds.flatMap(({ values }) => values),
    )) ?? 0
  )
}

/** So many of the latest tickets are looked through first, then so many, then all. */
const FIRST_LOOKS = [2_000, 20_000]

/** Numbers of the newest tickets that hold the words, at most so many; fewer: there are no more in the whole archive. `held`: by which references, where that is known. */
export function* newestHolding(
  { held, ...filter }: TicketFilter & { readonly held?: HeldWords },
  now: Instant,
  atMost: number,
): Query<number[]> {
  const lastNumber = (yield* value<number>(LAST_NUMBER)) ?? 0
  const heldFrom = lookingBack(held ?? (yield* heldBy(filter.text)), lastNumber)
  const starts = [...FIRST_LOOKS.map((span) => lastNumber - span + 1).filter((start) => start > 1), 0]
  for (const searchedFrom of starts) {
    const { where, values } = conditions({ ...filter, searchedFrom, known: yield* heldFrom(searchedFrom) }, now)
    const newest = inEach(
      (say) => `SELECT number, opened_at FROM ticket WHERE ${say(where)} ORDER BY number DESC LIMIT ?`,
    )
    const found = yield* numbersOf({
      sql: inEach((say) => `SELECT number FROM (${say(newest)}) AS newest ORDER BY ${asShown('newest')}`),
      values: [...values, atMost],
    })
    if (found.length >= atMost || searchedFrom === 0) return found
  }
  return []
}
