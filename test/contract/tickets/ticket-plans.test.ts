import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Query, Sql } from '../../../electron/storage/engine/query.ts'
import { runOn } from '../../../electron/storage/engine/sqlite.ts'
import { newestHolding, ticketPage } from '../../../electron/storage/tickets/found-tickets.ts'
import { countQuery, pageQuery } from '../../../electron/storage/tickets/ticket-list.ts'
import { holding } from '../../../electron/storage/tickets/ticket-words.ts'
import {
  TicketFilter as FilterSchema,
  type TicketFilter,
  type TicketSort,
} from '../../../shared/contract/tickets/tickets.ts'
import { someParts } from '../../builders/parts.ts'

let desk: ReturnType<typeof someParts>
beforeEach(() => {
  desk = someParts()
})
afterEach(() => desk.close())

const plan = (query: { sql: Sql; values: readonly unknown[] }) =>
  (
    desk.parts.db
      .prepare(`EXPLAIN QUERY PLAN ${typeof query.sql === 'string' ? query.sql : query.sql.sqlite}`)
      .all(...query.values) as { detail: string }[]
  ).map((row) => row.detail)
const pageOf = (filter: Partial<TicketFilter>, sort: TicketSort) =>
  plan(pageQuery(FilterSchema.parse(filter), sort, desk.clock.now(), 50, 0)).join('; ')

test.each<[TicketSort, string]>([
  ['due_soonest', 'ticket_by_due'],
  ['newest', 'ticket_by_opened'],
  ['oldest', 'ticket_by_opened'],
  ['priority', 'ticket_by_priority'],
])('a page in the order %s is read off the index %s, nothing is sorted', (sort, index) => {
  expect(pageOf({}, sort)).toContain(index)
  expect(pageOf({}, sort)).not.toContain('TEMP B-TREE')
})

test.each<[TicketSort, string]>([
  ['due_soonest', 'ticket_by_due'],
  ['priority', 'ticket_by_priority'],
])('behind what is to be done, in the order %s, a page is read off the index %s, nothing is sorted', (sort, index) => {
  const done = plan(pageQuery(FilterSchema.parse({}), sort, desk.clock.now(), 50, 0, 'done')).join('; ')
  expect(done).toContain(index)
  expect(done).not.toContain('ORDER BY')
})

test('a page by number is the table itself, in order', () => {
  expect(pageOf({}, 'number')).toBe('SCAN ticket')
})

test('states, a range of days and words go through their indexes', () => {
  expect(plan(countQuery(FilterSchema.parse({ states: ['unclaimed'] }), desk.clock.now())).join()).toContain(
    'SEARCH ticket USING INDEX ticket_by_state',
  )
  const range = { openedFrom: '2026-09-01T00:00:00.000Z', openedTo: '2026-10-01T00:00:00.000Z' }
  expect(pageOf(range, 'newest')).toContain('SEARCH ticket USING INDEX ticket_by_opened')
  expect(pageOf({ text: '尿不湿' }, 'due_soonest')).toContain('SEARCH ticket USING INTEGER PRIMARY KEY')
})

test('no word reads every quote to find who heard it', () => {
  expect(pageOf({ text: '尿不湿 3301' }, 'due_soonest')).not.toMatch(/SCAN (ticket_quote|note|call|session)\b/)
})

test('owners are found from one to the next, before their tickets, and of these the latest alone', () => {
  const owners = plan(holding('王') ?? { sql: '', values: [] }).join('; ')
  expect(owners).toContain('ticket_by_owner (owner_name>?)')
  expect(owners).toContain('ticket_by_owner (owner_name=? AND rowid>?)')
  expect(owners).not.toMatch(/SCAN ticket\b(?!_)/)
})

test('what is late is counted in an index that knows pauses, and a page of one department is not sorted', () => {
  const late = plan(countQuery(FilterSchema.parse({ isOverdue: true }), desk.clock.now())).join('; ')
  expect(late).toBe('SCAN ticket USING INDEX ticket_open_by_due')
  expect(pageOf({ departments: ['营销部'] }, 'newest')).not.toContain('TEMP B-TREE')
})

/** What a query asks the database for, as it is run. */
function textsOf<T>(query: Query<T>): string[] {
  const texts: string[] = []
  function* heard(): Query<T> {
    let step = query.next()
    while (step.done !== true) {
      const asked = step.value
      if (asked.kind === 'rows') texts.push(typeof asked.sql === 'string' ? asked.sql : (asked.sql.sqlite ?? ''))
      step = query.next(yield asked)
    }
    return step.value
  }
  runOn(desk.parts.db, heard())
  return texts
}

test.each([
  [
    'a page of the list',
    (filter: TicketFilter) => ticketPage(filter, 'due_soonest', desk.clock.now(), { limit: 50, offset: 0 }),
  ],
  [
    'the newest for the box that finds everything',
    (filter: TicketFilter) => newestHolding(filter, desk.clock.now(), 100),
  ],
])('%s looks through the references once, whatever it looks through else', (_name, found) => {
  const texts = textsOf<unknown>(found(FilterSchema.parse({ text: '330100199000001' })))
  expect(texts.join(' ').split('reference_search MATCH')).toHaveLength(2)
})
