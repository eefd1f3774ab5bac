import type { Id } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows } from '../engine/query.ts'

/** From one owner to the next in their index: a plain DISTINCT would read every ticket. The last one is NULL. */
export const OWNERS = `WITH RECURSIVE owner (name) AS (
    SELECT min(owner_name) FROM ticket WHERE owner_name IS NOT NULL
    UNION ALL SELECT (SELECT min(owner_name) FROM ticket WHERE owner_name > owner.name) FROM owner WHERE owner.name IS NOT NULL)`

const LISTENED = inEach(
  (say) => `SELECT person.name AS name, count(*) AS sessions FROM person JOIN session ON session.listener_id = person.id
  WHERE ${say(among('person.id'))} GROUP BY person.name ORDER BY person.name`,
)

/** The names of everybody who owns a ticket. */
export function* ticketOwners(): Query<string[]> {
  const found = yield* rows<{ name: string }>(`${OWNERS} SELECT name FROM owner WHERE name IS NOT NULL`, [])
  return found.map(({ name }) => name)
}

/** The names of those among these people who ever listened, with how many sessions. */
export const whoListened = (personIds: readonly Id[]): Query<{ name: string; sessions: number }[]> =>
  rows(LISTENED, [JSON.stringify(personIds)])

const LISTENERS = `SELECT DISTINCT person.name FROM ticket_quote JOIN note ON note.id = ticket_quote.note_id
  JOIN call ON call.id = note.call_id JOIN session ON session.id = call.session_id
  JOIN person ON person.id = session.listener_id WHERE ticket_quote.ticket_id = ? ORDER BY person.name`

/** The names of those who heard what the ticket quotes. */
export function* listenersOf(ticketId: Id): Query<string[]> {
  return (yield* rows<{ name: string }>(LISTENERS, [ticketId])).map(({ name }) => name)
}
