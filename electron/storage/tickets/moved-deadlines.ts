import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { ChangedField } from '../../../shared/contract/versions.ts'
import { statement, type WritableDb } from '../database.ts'
import type { By } from '../versions.ts'

export interface MovedDeadline {
  readonly ticketId: Id
  /** As it was read in this transaction. */
  readonly version: number
  readonly dueAt: Instant
  /** Of the line in its history. */
  readonly eventId: Id
  readonly remark: string
}

const MOVED = `WITH moved AS (SELECT value ->> 'ticketId' AS id, value ->> 'version' AS seen_version, value ->> 'dueAt' AS due_at,
  value ->> 'eventId' AS event_id, value ->> 'remark' AS remark FROM json_each(:moved))`
const MOVE = `${MOVED} UPDATE ticket SET due_at = moved.due_at, version = version + 1
  FROM moved WHERE ticket.id = moved.id AND version = moved.seen_version`
const RECORD = `${MOVED} INSERT INTO row_change (row_id, version, at, actor_id, fields_json)
  SELECT id, seen_version + 1, :at, :actorId, :fields FROM moved`
const TELL = `${MOVED} INSERT INTO ticket_event (id, ticket_id, at, actor_name, what, remark)
  SELECT event_id, id, :at, :actorName, 'recounted', remark FROM moved`

const FIELDS: readonly ChangedField[] = ['dueAt']

/** Many deadlines at once, with their versions and histories: a statement for each ticket takes several times as long. Inside a transaction. */
export function moveDeadlines(
  db: WritableDb,
  deadlines: readonly MovedDeadline[],
  { at, actorId, actorName }: By & { actorName: string | null },
): void {
  const moved = JSON.stringify(deadlines)
  const { changes } = statement(db, MOVE).run({ moved })
  if (changes !== deadlines.length) throw new Error('a ticket changed between being read and being moved')
  statement(db, RECORD).run({ moved, at, actorId, fields: JSON.stringify(FIELDS) })
  statement(db, TELL).run({ moved, at, actorName })
}
