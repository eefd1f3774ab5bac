import type { TicketFilter, TicketSort } from '../../../shared/contract/tickets/tickets.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { isOpen, ticketStates } from '../../../shared/domain/tickets/ticket-states.ts'
import { inEach } from '../engine/in-each.ts'
import { type Query, rows, type Sql, type Value, value } from '../engine/query.ts'
import { countOfKinds, kindConditions } from './ticket-tally.ts'
import { holding, type KnownParts, wordsOf } from './ticket-words.ts'
import { type StoredTicket, ticketsByNumbers } from './tickets.ts'

/** Each order is that of an index; `number` is the row's own and breaks ties. */
const ORDERS: Readonly<Record<TicketSort, string>> = {
  due_soonest: 'due_at, number',
  newest: 'opened_at DESC, number DESC',
  oldest: 'opened_at, number',
  priority: 'priority, due_at, number',
  number: 'number',
}

const IS_OPEN = `state IN (${ticketStates
  .filter(isOpen)
  .map((state) => `'${state}'`)
  .join(', ')})`
/** Said of what it is not: by its states SQLite would gather all of it and sort it. */
const IS_DONE = ` AND NOT ${IS_OPEN}`
// The clock of a paused ticket stands: it is as late as it was when it was paused.
const IS_OVERDUE = `${IS_OPEN} AND due_at < coalesce(paused_at, ?)`
const ALL_OPEN = `FROM ticket WHERE withdrawn_at IS NULL AND ${IS_OPEN}`
const OPEN_NUMBERS = `SELECT number ${ALL_OPEN} ORDER BY number`
const OPEN_STATE = {
  sqlite: `SELECT group_concat(number || ' ' || version) AS value FROM (SELECT number, version ${ALL_OPEN} ORDER BY number)`,
  postgres: `SELECT string_agg(number || ' ' || version, ',' ORDER BY number) AS value ${ALL_OPEN}`,
}
const FIRST_OPENED = `SELECT min(opened_at) AS value ${ALL_OPEN}`

/** SQL and values, so that a test can ask SQLite how it would run them. */
export interface ListQuery {
  readonly sql: Sql
  readonly values: readonly Value[]
}

/** Numbers of the tickets of one page, in order. */
export function pageQuery(
  filter: TicketFilter,
  sort: TicketSort,
  now: Instant,
  limit: number,
  offset: number,
  only: 'all' | 'done' = 'all',
): ListQuery {
  const { where, values } = conditions(filter, now)
  const done = only === 'done' ? IS_DONE : ''
  return {
    sql: inEach(
      (say) => `SELECT number FROM ticket WHERE ${say(where)}${done} ORDER BY ${ORDERS[sort]} LIMIT ? OFFSET ?`,
    ),
    values: [...values, limit, offset],
  }
}

/** Pages of a list begin so far down at most where they are still read in a few milliseconds. */
const NEAR = 10_000

/**
 * Whether a page of it is read off one index from near its beginning, however large the archive is: all tickets, or all that are to be done in the order
 * of their deadlines. Whatever else is left out on the way may be nearly everything, and urgency has no index that knows what is done.
 */
export function isReadOffIndex({ states, ...filter }: TicketFilter, sort: TicketSort, offset: number): boolean {
  if (offset > NEAR) return false
  const { text, priorities, issueTypeIds, departments, openedFrom, openedTo, isOverdue } = filter
  const kinds = [...priorities, ...issueTypeIds, ...departments]
  if (text !== '' || kinds.length > 0 || openedFrom !== null || openedTo !== null || isOverdue) return false
  const isAllOpen = states.every(isOpen) && ticketStates.every((state) => !isOpen(state) || states.includes(state))
  return states.length === 0 ? sort !== 'priority' : isAllOpen && sort === 'due_soonest'
}

/** What is to be done, and in which order: of what is done neither a deadline nor an urgency says anything any more. */
const OF_WORK: readonly TicketSort[] = ['due_soonest', 'priority']

/** The order as people see it. Sorts what it is given: of few, or of all. */
export const asShown = (sort: TicketSort): string =>
  OF_WORK.includes(sort) ? `${IS_OPEN} DESC, ${ORDERS[sort]}` : ORDERS[sort]

/** Open ones first, due soonest first: the order in which a department works. */
export const OPEN_FIRST = asShown('due_soonest')

/** Numbers of everything a filter finds, in the order of work. */
export function allQuery(filter: TicketFilter, now: Instant): ListQuery {
  const { where, values } = conditions(filter, now)
  return { sql: inEach((say) => `SELECT number FROM ticket WHERE ${say(where)} ORDER BY ${OPEN_FIRST}`), values }
}

export function countQuery(filter: TicketFilter, now: Instant): ListQuery {
  const { where, values } = conditions(filter, now)
  // SQLite would read every open ticket to see since when it waits. Words find fewer by themselves.
  const hint = filter.isOverdue && filter.text === '' ? 'INDEXED BY ticket_open_by_due' : ''
  const index = { sqlite: hint, postgres: '' }
  return { sql: inEach((say) => `SELECT count(*) AS value FROM ticket ${say(index)} WHERE ${say(where)}`), values }
}

/** What a query for numbers of tickets finds. */
export function* numbersOf({ sql, values }: ListQuery): Query<number[]> {
  return (yield* rows<{ number: number }>(sql, values)).map(({ number }) => number)
}

/** Every ticket that can become overdue, and when the first of them was opened. */
export function* openNumbers(): Query<{ numbers: number[]; earliest: Instant | null }> {
  const numbers = yield* numbersOf({ sql: OPEN_NUMBERS, values: [] })
  return { numbers, earliest: yield* value<Instant>(FIRST_OPENED) }
}

/** The same as long as no open ticket was changed, and none came or went. */
export const stateOfOpen = (): Query<string | null> => value<string>(OPEN_STATE)

/** One page of the filter as people see it. Reads the page's numbers first and whole tickets only for those. */
export function* listTickets(
  filter: TicketFilter,
  sort: TicketSort,
  now: Instant,
  limit: number,
  offset: number,
): Query<StoredTicket[]> {
  return yield* ticketsByNumbers(yield* pageNumbers(filter, sort, now, limit, offset))
}

/** Where open ones come first they are read off their own index, and then what is done off its: sorted together, the whole archive would be read for each page. */
function* pageNumbers(
  filter: TicketFilter,
  sort: TicketSort,
  now: Instant,
  limit: number,
  offset: number,
): Query<number[]> {
  const states = filter.states.length === 0 ? ticketStates : filter.states
  const open = states.filter(isOpen)
  if (!OF_WORK.includes(sort) || filter.isOverdue || open.length === 0 || open.length === states.length)
    return yield* numbersOf(pageQuery(filter, sort, now, limit, offset))
  const ofOpen = { ...filter, states: open }
  const first = yield* numbersOf(pageQuery(ofOpen, sort, now, limit, offset))
  if (first.length === limit) return first
  const openCount = first.length > 0 ? offset + first.length : yield* countTickets(ofOpen, now)
  const rest = pageQuery(filter, sort, now, limit - first.length, Math.max(0, offset - openCount), 'done')
  return [...first, ...(yield* numbersOf(rest))]
}

/** Read off the tally wherever nothing but state, priority, type and department is asked for. */
export function* countTickets(filter: TicketFilter, now: Instant): Query<number> {
  const { text, openedFrom, openedTo, isOverdue } = filter
  if (!isOverdue && openedFrom === null && openedTo === null && wordsOf(text).length === 0)
    return yield* countOfKinds(filter)
  const { sql, values } = countQuery(filter, now)
  return (yield* value<number>(sql, values)) ?? 0
}

/** How many there are in all; a page that is not full ends the list, and then nothing is read again to count it. */
export function* totalOf(filter: TicketFilter, now: Instant, page: Page): Query<number> {
  const isEnd = page.found < page.limit && (page.found > 0 || page.offset === 0)
  return isEnd ? page.offset + page.found : yield* countTickets(filter, now)
}

interface Page {
  readonly found: number
  readonly limit: number
  readonly offset: number
}

const alikeTo = (word: string, { alike }: TicketFilter) => alike?.find((names) => names.word === word)

/** A filter, and what its words are part of, where that was looked for. */
export type LookedFor = TicketFilter & { readonly known?: KnownParts }

/** What a ticket of the filter fulfils. */
export function conditions(filter: LookedFor, now: Instant): { where: Sql; values: Value[] } {
  const where: Sql[] = ['withdrawn_at IS NULL']
  const values: Value[] = []
  const add = (sql: Sql, ...given: readonly Value[]) => {
    where.push(sql)
    values.push(...given)
  }
  for (const kind of kindConditions(filter)) add(kind.sql, ...kind.values)
  if (filter.openedFrom !== null) add('opened_at >= ?', filter.openedFrom)
  if (filter.openedTo !== null) add('opened_at < ?', filter.openedTo)
  if (filter.isOverdue) add(IS_OVERDUE, now)
  const words = wordsOf(filter.text)
  const found = words.flatMap(
    (word) => holding(word, filter.searchedFrom, alikeTo(word, filter), filter.known?.get(word)) ?? [],
  )
  for (const numbers of found)
    add(
      inEach((say) => `number IN (${say(numbers.sql)})`),
      ...numbers.values,
    )
  // A text without anything to look for, «*» for instance, finds nothing rather than everything.
  if (words.length > 0 && found.length === 0) add('1 = 0')
  return { where: inEach((say) => where.map(say).join(' AND ')), values }
}
