import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { ChangedField } from '../../../shared/contract/versions.ts'
import { inEach } from '../engine/in-each.ts'
import { type Query, write } from '../engine/query.ts'
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

const EACH = {
  sqlite: 'json_each(:moved)',
  postgres: 'jsonb_array_elements(CAST(:moved AS jsonb)) AS given (value)',
}
const MOVED = inEach(
  (say) => `WITH moved AS (SELECT value ->> 'ticketId' AS id, CAST(value ->> 'version' AS BIGINT) AS seen_version,
  value ->> 'dueAt' AS due_at, value ->> 'eventId' AS event_id, value ->> 'remark' AS remark FROM ${say(EACH)})`,
)
const MOVE = inEach(
  (say) => `${say(MOVED)} UPDATE ticket SET due_at = moved.due_at, version = version + 1
  FROM moved WHERE ticket.id = moved.id AND version = moved.seen_version`,
)
const RECORD = inEach(
  (say) => `${say(MOVED)} INSERT INTO row_change (row_id, version, at, actor_id, fields_json)
  SELECT id, seen_version + 1, CAST(:at AS TEXT), CAST(:actorId AS TEXT), CAST(:fields AS JSON) FROM moved`,
)
const TELL = inEach(
  (say) => `${say(MOVED)} INSERT INTO ticket_event (id, ticket_id, at, actor_name, what, remark)
  SELECT event_id, id, CAST(:at AS TEXT), CAST(:actorName AS TEXT), 'recounted', remark FROM moved`,
)

const FIELDS: readonly ChangedField[] = ['dueAt']

/** Many deadlines at once, with their versions and histories: a statement for each ticket takes several times as long. Inside a transaction. */
export function* moveDeadlines(
  deadlines: readonly MovedDeadline[],
  { at, actorId, actorName }: By & { actorName: string | null },
): Query<void> {
  const moved = JSON.stringify(deadlines)
  if ((yield* write(MOVE, { moved })) !== deadlines.length)
    throw new Error('a ticket changed between being read and being moved')
  yield* write(RECORD, { moved, at, actorId, fields: JSON.stringify(FIELDS) })
  yield* write(TELL, { moved, at, actorName })
}
