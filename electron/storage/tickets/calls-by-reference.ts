import type { EarlierCall, TicketState } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, value } from '../engine/query.ts'
import { HEARD_ZONE } from '../listening/calls.ts'
import { notSealed } from '../listening/sealed-calls.ts'

const CALLS = `SELECT call.id AS callId, call.session_id AS sessionId, call.number, call.started_at AS startedAt,
    person.name AS listenerName, ${HEARD_ZONE},
    (SELECT count(*) FROM note WHERE note.call_id = call.id AND note.removed_at IS NULL AND note.kind <> 'praise') AS noteCount
  FROM call JOIN session ON session.id = call.session_id LEFT JOIN person ON person.id = session.listener_id
  WHERE call.reference = ? AND call.id <> ? AND ${notSealed('call.id')} ORDER BY call.rowid DESC LIMIT ?`

const COUNT = `SELECT count(*) AS value FROM call WHERE reference = ? AND id <> ? AND ${notSealed('call.id')}`

const TICKETS = inEach(
  (say) => `SELECT DISTINCT note.call_id AS callId, ticket.id, ticket.number, ticket.title, ticket.state
  FROM note JOIN ticket_quote ON ticket_quote.note_id = note.id JOIN ticket ON ticket.id = ticket_quote.ticket_id
  WHERE ${say(among('note.call_id'))} ORDER BY ticket.number`,
)

type TicketRow = { callId: Id; id: Id; number: number; title: string; state: TicketState }

/** The last calls with this reference, newest first by the order of happening, with what became of them. */
export function* callsWithReference(reference: string, exceptCallId: Id, limit: number): Query<EarlierCall[]> {
  const calls = yield* rows<Omit<EarlierCall, 'tickets'>>(CALLS, [reference, exceptCallId, limit])
  const tickets = yield* rows<TicketRow>(TICKETS, [JSON.stringify(calls.map(({ callId }) => callId))])
  return calls.map((call) => ({
    ...call,
    tickets: tickets.filter(({ callId }) => callId === call.callId).map(({ callId: _, ...ticket }) => ticket),
  }))
}

export function* countCallsWithReference(reference: string, exceptCallId: Id): Query<number> {
  return (yield* value<number>(COUNT, [reference, exceptCallId])) ?? 0
}
