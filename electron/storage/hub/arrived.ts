import type { ArrivingPerson } from '../../../shared/contract/team/arrivals.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, step, write } from '../engine/query.ts'
import { isRefusedBy } from '../engine/refused-by.ts'

const oneOf = (select: string) => inEach((say) => `${select} WHERE ${say(among('id'))}`)

const PEOPLE = oneOf('SELECT id FROM person')
const SESSIONS = oneOf('SELECT id FROM session')
const EVENTS = oneOf('SELECT id FROM ticket_event')
const TICKETS = oneOf('SELECT id, number FROM ticket')

/** A session of a desk is whole once it was handed over. */
const WHOLE_SESSIONS = {
  sqlite: SESSIONS.sqlite,
  postgres: `${SESSIONS.postgres} AND (desk_id IS NULL OR handed_over_at IS NOT NULL)`,
}

const idsOf = (found: readonly { id: Id }[]): Id[] => found.map(({ id }) => id)

/** Those of the people that are known, on the list or off it. */
export function* everKnown(ids: readonly Id[]): Query<Id[]> {
  return idsOf(yield* rows<{ id: Id }>(PEOPLE, [JSON.stringify(ids)]))
}

export function* wholeSessions(ids: readonly Id[]): Query<Id[]> {
  return idsOf(yield* rows<{ id: Id }>(WHOLE_SESSIONS, [JSON.stringify(ids)]))
}

/** Those of the events that some ticket has in its story. */
export function* everEvents(ids: readonly Id[]): Query<Id[]> {
  return idsOf(yield* rows<{ id: Id }>(EVENTS, [JSON.stringify(ids)]))
}

/** Withdrawn ones too: they are there, and are not wanted. */
export const ticketsKnown = (ids: readonly Id[]): Query<{ id: Id; number: number }[]> =>
  rows(TICKETS, [JSON.stringify(ids)])

const INSERT = `INSERT INTO person (id, name, department, role, employee_number, email, joined_on, removed_at)
  VALUES (:id, :name, :department, :role, :employeeNumber, :email, :joinedOn, :removedAt) ON CONFLICT (id) DO NOTHING`

/** Under the id it came with. The index decides whether the employee number is free. */
export function* layPerson(person: ArrivingPerson): Query<'added' | 'there' | 'number_taken'> {
  try {
    const { employeeNumber, email, joinedOn = null, ...rest } = person
    const values = { ...rest, employeeNumber: employeeNumber || null, email: email || null, joinedOn }
    return (yield* step(write(INSERT, values))) === 1 ? 'added' : 'there'
  } catch (error) {
    if (isRefusedBy(error, 'employee_number')) return 'number_taken'
    throw error
  }
}
