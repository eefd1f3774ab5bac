import type { TicketFilter } from '../../../shared/contract/tickets/tickets.ts'
import { isOpen, ticketStates } from '../../../shared/domain/tickets/ticket-states.ts'
import type { ReadableDb, WritableDb } from '../database.ts'
import { among, amongPlain, inEach } from '../engine/in-each.ts'
import { type Query, type Sql, type Value, value } from '../engine/query.ts'

/** One condition of a query, and its values. */
export interface Condition {
  readonly sql: Sql
  readonly values: readonly Value[]
}

/** What the tally tells tickets apart by; the columns of tickets have the same names. */
export function kindConditions(filter: Pick<TicketFilter, KindField>): Condition[] {
  const oneOf = (sql: Sql, given: readonly (string | number)[]): Condition[] =>
    given.length === 0 ? [] : [{ sql, values: [JSON.stringify(given)] }]
  return [
    ...oneOf(amongPlain('state'), filter.states),
    ...oneOf(amongPlain('priority', 'bigint'), filter.priorities),
    ...oneOf(among('issue_type_id'), filter.issueTypeIds),
    ...oneOf(among('department'), filter.departments),
  ]
}

type KindField = 'states' | 'priorities' | 'issueTypeIds' | 'departments'

/** The conditions of a filter that the tally knows. Only an open ticket is late. */
export function kindsOf(filter: TicketFilter): Condition[] {
  if (!filter.isOverdue) return kindConditions(filter)
  const states = filter.states.length === 0 ? ticketStates : filter.states
  return kindConditions({ ...filter, states: states.filter(isOpen) })
}

/** How many tickets are of the states, priorities, types and departments of a filter, whatever else it asks: read off the tally. */
export function* countOfKinds(filter: TicketFilter): Query<number> {
  const conditions = kindsOf(filter)
  const sum = inEach((say) => {
    const where = ['1 = 1', ...conditions.map(({ sql }) => say(sql))].join(' AND ')
    return `SELECT coalesce(sum(tickets), 0) AS value FROM ticket_tally WHERE ${where}`
  })
  return (
    (yield* value<number>(
      sum,
      conditions.flatMap(({ values }) => values),
    )) ?? 0
  )
}

const COUNTED_ANEW = [
  `SELECT state, priority, issue_type_id, department, count(*) AS tickets FROM ticket WHERE withdrawn_at IS NULL
    GROUP BY state, priority, issue_type_id, department`,
  `SELECT coalesce(listener_id, '') AS listener_id, count(*) AS sessions FROM session GROUP BY 1`,
] as const
const KEPT = [
  'SELECT state, priority, issue_type_id, department, tickets FROM ticket_tally WHERE tickets <> 0',
  'SELECT listener_id, sessions FROM session_tally WHERE sessions <> 0',
] as const

const SAME = (one: string, other: string) =>
  `SELECT NOT EXISTS (SELECT * FROM (${one}) EXCEPT SELECT * FROM (${other}))`

/** Whether the tallies of tickets and sessions say what counting says. True in a database of an earlier version, which has none. */
export const talliesAgree = (db: ReadableDb): boolean =>
  !hasTallies(db) ||
  COUNTED_ANEW.every((counted, at) =>
    [SAME(counted, KEPT[at] ?? ''), SAME(KEPT[at] ?? '', counted)].every((sql) => db.prepare(sql).pluck().get() === 1),
  )

/** Counts everything anew: whoever took the triggers away, or wrote into the file, left tallies that are wrong. */
export function recount(db: WritableDb): void {
  if (talliesAgree(db)) return
  db.exec(`DELETE FROM ticket_tally; INSERT INTO ticket_tally (state, priority, issue_type_id, department, tickets) ${COUNTED_ANEW[0]};
    DELETE FROM session_tally; INSERT INTO session_tally (listener_id, sessions) ${COUNTED_ANEW[1]}`)
}

const hasTallies = (db: ReadableDb): boolean =>
  db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name IN ('ticket_tally', 'session_tally')`).pluck().get() === 2
