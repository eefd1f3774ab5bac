import type { TicketFilter } from '../../../shared/contract/tickets/tickets.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import type { Query } from '../engine/query.ts'
import { allQuery, numbersOf, OPEN_FIRST } from '../tickets/ticket-list.ts'

/** Which tickets: named one by one, or all that a filter finds. */
export type WantedTickets =
  | { readonly ticketIds: readonly Id[] }
  | { readonly ticketNumbers: readonly number[] }
  | { readonly filter: TicketFilter }

const IN_ORDER = `AND withdrawn_at IS NULL ORDER BY ${OPEN_FIRST}`
const BY_IDS = inEach((say) => `SELECT number FROM ticket WHERE ${say(among('id'))} ${IN_ORDER}`)
const BY_NUMBERS = inEach((say) => `SELECT number FROM ticket WHERE ${say(among('number', 'bigint'))} ${IN_ORDER}`)

/**
 * Which tickets belong in the file, each once: what is still to be done first, and of that what is due soonest.
 * Numbers and not whole tickets, so that a company's whole archive is a list of a few megabytes.
 */
export const selectedTicketNumbers = (wanted: WantedTickets, now: Instant): Query<number[]> =>
  numbersOf(
    'filter' in wanted
      ? allQuery(wanted.filter, now)
      : 'ticketIds' in wanted
        ? { sql: BY_IDS, values: [JSON.stringify(wanted.ticketIds)] }
        : { sql: BY_NUMBERS, values: [JSON.stringify(wanted.ticketNumbers)] },
  )
