import type { LaterChange } from '../../../shared/contract/exports/exports.ts'
import type { NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement } from '../database.ts'
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

const MARKED = `SELECT last_ticket_event_id AS ticketEventId, last_note_event_id AS noteEventId FROM export_record WHERE id = ?`
const TICKET_ROW = 'SELECT rowid FROM ticket_event WHERE id = ?'
const NOTE_ROW = 'SELECT rowid FROM note_event WHERE id = ?'

const LAST_TICKET_EVENT = 'SELECT rowid AS row, id FROM ticket_event ORDER BY rowid DESC LIMIT 1'
const LAST_NOTE_EVENT = 'SELECT rowid AS row, id FROM note_event ORDER BY rowid DESC LIMIT 1'

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

const TOLD_TICKET_EVENTS = `SELECT id, at, actor_name AS actorName, what, from_state AS "from", to_state AS "to", remark
  FROM ticket_event WHERE id IN (SELECT value FROM json_each(?)) ORDER BY rowid`

// The first edit of a note alone: from what the file has to what is there now.
const TOLD_NOTE_EVENTS = `SELECT event.id, min(event.rowid), event.at, person.name AS actorName, event.before_json AS before, note.kind, note.text
  FROM note_event event JOIN note ON note.id = event.note_id LEFT JOIN person ON person.id = event.actor_id
  WHERE event.id IN (SELECT value FROM json_each(?)) GROUP BY event.note_id ORDER BY 2`

const TICKET_FACTS = `SELECT id AS ticketId, number, title, withdrawn_at IS NOT NULL AS isWithdrawn FROM ticket
  WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number`

/** The last events there are; of the moment of the snapshot when one is held. */
export function lastEvents(db: ReadableDb): LastEvents {
  const idOf = (sql: string) => (statement(db, sql).get() as { id: Id } | undefined)?.id ?? ''
  return { ticketEventId: idOf(LAST_TICKET_EVENT), noteEventId: idOf(LAST_NOTE_EVENT) }
}

/** The last rows there are. */
export function lastRows(db: ReadableDb): FileMark {
  const rowOf = (sql: string) => (statement(db, sql).get() as { row: number } | undefined)?.row ?? 0
  return { ticketRow: rowOf(LAST_TICKET_EVENT), noteRow: rowOf(LAST_NOTE_EVENT) }
}

/** Null while its bytes are not made. */
export function markOfFile(db: ReadableDb, exportId: Id): FileMark | null {
  const last = statement(db, MARKED).get(exportId) as
    | { [Part in keyof LastEvents]: LastEvents[Part] | null }
    | undefined
  if (last === undefined || last.ticketEventId === null || last.noteEventId === null) return null
  const rowOf = (sql: string, id: string) => (statement(db, sql).pluck().get(id) as number | undefined) ?? 0
  return { ticketRow: rowOf(TICKET_ROW, last.ticketEventId), noteRow: rowOf(NOTE_ROW, last.noteEventId) }
}

/** Touches of one story in these rows, `after` not included. */
export const touchesIn = (db: ReadableDb, story: Story, after: number, upTo: number): TicketTouch[] =>
  statement(db, TOUCHES[story]).all(after, upTo) as TicketTouch[]

/** The changes by these names, each story in the order in which it happened. */
export function toldChanges(db: ReadableDb, eventIds: readonly Id[]): (LaterChange & { id: Id })[] {
  const ids = JSON.stringify(eventIds)
  const ofTicket = statement(db, TOLD_TICKET_EVENTS).all(ids) as (LaterChange & { id: Id })[]
  const ofWords = statement(db, TOLD_NOTE_EVENTS).all(ids) as {
    id: Id
    at: string
    actorName: string | null
    before: string | null
    kind: NoteKind
    text: string
  }[]
  const words = ofWords.map(({ id, at, actorName, before, text }) => {
    const earlier = before === null ? null : (JSON.parse(before) as { text: string }).text
    const remark = earlier === null || earlier === text ? null : `${earlier} → ${text}`
    return { id, at, actorName, what: 'words' as const, from: null, to: null, remark }
  })
  return [...ofTicket, ...words]
}

/** Also of withdrawn tickets, in the order of their numbers. */
export const ticketFacts = (db: ReadableDb, numbers: readonly number[]) =>
  (
    statement(db, TICKET_FACTS).all(JSON.stringify(numbers)) as {
      ticketId: Id
      number: number
      title: string
      isWithdrawn: number
    }[]
  ).map(({ isWithdrawn, ...facts }) => ({ ...facts, isWithdrawn: isWithdrawn === 1 }))
