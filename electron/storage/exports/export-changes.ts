import type { LaterChange } from '../../../shared/contract/exports/exports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, row, rows, value } from '../engine/query.ts'
import type { LastEvents } from './exports.ts'

/** Where in the two stories a file stands: what has a higher row is not in it. */
export interface FileMark {
  readonly ticketRow: number
  readonly noteRow: number
}

/** Something that changed what a file would say about a ticket. */
export interface TicketTouch {
  readonly row: number
  readonly id: Id
  readonly ticketNumber: number
  /** The one it took back. */
  readonly undoesEventId: Id | null
}

export type Story = 'ticket' | 'note'

const MARKED = `SELECT last_ticket_event_id AS ticketEventId, last_note_event_id AS noteEventId FROM export_record WHERE id = ? AND kind = 'tickets'`
const TICKET_ROW = 'SELECT rowid AS value FROM ticket_event WHERE id = ?'
/** One that went with its note by the rules of retention: where it stood. */
const NOTE_ROW = `SELECT coalesce((SELECT rowid FROM note_event WHERE id = :id), (SELECT max(rowid) FROM note_event WHERE id < :id)) AS value`

const LAST_TICKET_EVENT = 'SELECT rowid AS row, id FROM ticket_event ORDER BY rowid DESC LIMIT 1'
const LAST_NOTE_EVENT = 'SELECT rowid AS row, id FROM note_event ORDER BY rowid DESC LIMIT 1'

/** On PostgreSQL rows are numbered before they are committed: whoever is about to add one is waited for, so that none comes below the last. */
const NO_ROW_TO_COME = { sqlite: null, postgres: 'LOCK TABLE ticket_event, note_event IN SHARE MODE' }

/** Only what can be seen in a file: that it was exported changes nothing in it. */
const CHANGES_A_TICKET = `event.what IN ('edited', 'moved', 'recounted', 'quote_added', 'quote_removed', 'withdrawn')`

const TOUCHES: Readonly<Record<Story, string>> = {
  ticket: `SELECT event.rowid AS row, event.id, ticket.number AS ticketNumber, event.undoes_event_id AS undoesEventId
    FROM ticket_event event JOIN ticket ON ticket.id = event.ticket_id
    WHERE event.rowid > ? AND event.rowid <= ? AND ${CHANGES_A_TICKET} ORDER BY event.rowid`,
  note: `SELECT event.rowid AS row, event.id, ticket.number AS ticketNumber, event.undoes_event_id AS undoesEventId
    FROM note_event event JOIN ticket_quote quote ON quote.note_id = event.note_id JOIN ticket ON ticket.id = quote.ticket_id
    WHERE event.rowid > ? AND event.rowid <= ? AND event.what <> 'added' ORDER BY event.rowid`,
}

const TOLD_TICKET_EVENTS = inEach(
  (say) => `SELECT id, at, actor_name AS actorName, what, from_state AS "from", to_state AS "to", remark
  FROM ticket_event WHERE ${say(among('id'))} ORDER BY rowid`,
)

const TOLD_NOTE_EVENTS = inEach(
  (say) => `SELECT event.id, event.note_id AS noteId, event.at, person.name AS actorName, event.before_json AS before,
    note.text
  FROM note_event event JOIN note ON note.id = event.note_id LEFT JOIN person ON person.id = event.actor_id
  WHERE ${say(among('event.id'))} ORDER BY event.rowid`,
)

const TICKET_FACTS = inEach(
  (say) => `SELECT id AS ticketId, number, title, withdrawn_at IS NOT NULL AS isWithdrawn FROM ticket
  WHERE ${say(among('number', 'bigint'))} ORDER BY number`,
)

/** The last events there are; of the moment of the snapshot when one is held. Elsewhere inside a transaction. */
export function* lastEvents(): Query<LastEvents> {
  yield* rows(NO_ROW_TO_COME)
  const ticketEvent = yield* row<{ id: Id }>(LAST_TICKET_EVENT)
  const noteEvent = yield* row<{ id: Id }>(LAST_NOTE_EVENT)
  return { ticketEventId: ticketEvent?.id ?? '', noteEventId: noteEvent?.id ?? '' }
}

/** The last rows there are. */
export function* lastRows(): Query<FileMark> {
  const ticketEvent = yield* row<{ row: number }>(LAST_TICKET_EVENT)
  const noteEvent = yield* row<{ row: number }>(LAST_NOTE_EVENT)
  return { ticketRow: ticketEvent?.row ?? 0, noteRow: noteEvent?.row ?? 0 }
}

/** Null while its bytes are not made, and of a file that is not of tickets. */
export function* markOfFile(exportId: Id): Query<FileMark | null> {
  const last = yield* row<{ [Part in keyof LastEvents]: LastEvents[Part] | null }>(MARKED, [exportId])
  if (last === null || last.ticketEventId === null || last.noteEventId === null) return null
  const ticketRow = (yield* value<number>(TICKET_ROW, [last.ticketEventId])) ?? 0
  return { ticketRow, noteRow: (yield* value<number>(NOTE_ROW, { id: last.noteEventId })) ?? 0 }
}

/** Touches of one story in these rows, `after` not included. */
export const touchesIn = (story: Story, after: number, upTo: number): Query<TicketTouch[]> =>
  rows<TicketTouch>(TOUCHES[story], [after, upTo])

interface EditedWords {
  readonly id: Id
  readonly noteId: Id
  readonly at: string
  readonly actorName: string | null
  readonly before: string | null
  readonly text: string
}

/** The changes by these names, each story in the order in which it happened. */
export function* toldChanges(eventIds: readonly Id[]): Query<(LaterChange & { id: Id })[]> {
  const ids = [JSON.stringify(eventIds)]
  const ofTicket = yield* rows<LaterChange & { id: Id }>(TOLD_TICKET_EVENTS, ids)
  const ofWords = yield* rows<EditedWords>(TOLD_NOTE_EVENTS, ids)
  // The first edit of a note alone: from what the file has to what is there now.
  const firsts = ofWords.filter(({ noteId }, at) => ofWords.findIndex((edit) => edit.noteId === noteId) === at)
  const words = firsts.map(({ id, at, actorName, before, text }) => {
    const earlier = before === null ? null : (JSON.parse(before) as { text: string }).text
    const remark = earlier === null || earlier === text ? null : `${earlier} → ${text}`
    return { id, at, actorName, what: 'words' as const, from: null, to: null, remark }
  })
  return [...ofTicket, ...words]
}

interface TicketFacts {
  readonly ticketId: Id
  readonly number: number
  readonly title: string
  readonly isWithdrawn: boolean
}

/** Also of withdrawn tickets, in the order of their numbers. */
export function* ticketFacts(numbers: readonly number[]): Query<TicketFacts[]> {
  const facts = yield* rows<Omit<TicketFacts, 'isWithdrawn'> & { isWithdrawn: number }>(TICKET_FACTS, [
    JSON.stringify(numbers),
  ])
  return facts.map(({ isWithdrawn, ...rest }) => ({ ...rest, isWithdrawn: isWithdrawn === 1 }))
}
