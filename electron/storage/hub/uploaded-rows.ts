import type { z } from 'zod'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { UploadedRow } from '../../team/wire.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Parameters, type Query, row, rows, step, value, write } from '../engine/query.ts'
import { bookingToChange, updateBooking } from '../seats/bookings.ts'
import { refreshTicketSearch } from '../tickets/ticket-search.ts'
import { deskToHear, type Unwelcome } from './desks.ts'
import { heardRows } from './heard-rows.ts'

/** `not_yours`: it belongs to what another desk heard; `refused`: it is not of its form, or the database said no. `at`: the first such row. */
export type LaidDown =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: Unwelcome | 'superseded' | 'not_yours' | 'refused'; readonly at: number }

interface Heard {
  readonly deskId: Id
  readonly generation: number
  readonly entries: readonly UploadedRow[]
  /** By the hub's clock. */
  readonly at: Instant
}

class NotLaidDown extends Error {
  readonly code: 'not_yours' | 'refused'
  constructor(code: 'not_yours' | 'refused') {
    super(code)
    this.code = code
  }
}

/**
 * Lays down what was heard at a desk, in the order in which it came: all of it, or nothing. What comes twice is laid down once. Of a session that
 * was handed over only what the hub does not know yet is taken: a desk that was restored from a copy tells of it again, and may have heard
 * more in it, and what the hub's people made of the rest since then stays. One transaction.
 */
export function* layDown({ deskId, generation, entries, at }: Heard): Query<LaidDown> {
  const desk = yield* deskToHear(deskId, generation)
  if (typeof desk === 'string') return { ok: false, code: desk, at: 0 }
  let index = 0
  function* all(): Query<void> {
    const owners = new Map<Id, Owner>()
    for (const entry of entries) {
      yield* layOne(entry, { deskId, at, owners })
      index += 1
    }
    const changed = entries.flatMap((entry) => (entry.table === 'note' && 'row' in entry ? [entry.row.id] : []))
    for (const ticketId of yield* ticketsQuoting(changed)) yield* refreshTicketSearch(ticketId)
  }
  try {
    yield* step(all())
    return { ok: true }
  } catch (error) {
    const code = error instanceof NotLaidDown ? error.code : isDataRefused(error) ? 'refused' : null
    if (code === null) throw error
    return { ok: false, code, at: index }
  }
}

/** Classes 22 and 23 of PostgreSQL: what does not fit a column, and what a constraint refuses. */
const isDataRefused = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code))

interface Laying {
  readonly deskId: Id
  readonly at: Instant
  readonly owners: Map<Id, Owner>
}

/** Who may write in a session: this desk, as long as it is not handed over. */
type Owner = 'mine' | 'handed_over'

function* layOne(entry: UploadedRow, laying: Laying): Query<void> {
  if ('handedOver' in entry) return yield* handOver(entry.handedOver, laying)
  if ('gone' in entry) {
    if ((yield* ownerOfCall(entry.gone, laying)) === 'mine')
      yield* write('DELETE FROM conversation WHERE call_id = ?', [entry.gone])
    return
  }
  const parsed = heardRows[entry.table].safeParse(entry.row)
  if (!parsed.success) throw new NotLaidDown('refused')
  const heard = { table: entry.table, row: parsed.data } as HeardRow
  switch (heard.table) {
    case 'session':
      return yield* laySession(heard.row, laying)
    case 'booking_event':
      return yield* layBookingEvent(heard.row)
    case 'call':
    case 'listening_gap':
      return yield* lay(heard, yield* ownerOfSession(heard.row.session_id, laying))
    default:
      return yield* lay(heard, yield* ownerOfCall(heard.row.call_id, laying))
  }
}

type HeardRow = {
  [T in keyof typeof heardRows]: { table: T; row: z.infer<(typeof heardRows)[T]> }
}[keyof typeof heardRows]

const SESSION = `INSERT INTO session (id, booking_id, seat_number, listener_id, purpose, started_at, ended_at, desk_id)
  VALUES (:id, :booking_id, :seat_number, :listener_id, :purpose, :started_at, :ended_at, :deskId)
  ON CONFLICT (id) DO UPDATE SET ended_at = excluded.ended_at WHERE session.desk_id = excluded.desk_id AND session.handed_over_at IS NULL`

function* laySession(session: z.infer<typeof heardRows.session>, laying: Laying): Query<void> {
  if ((yield* write(SESSION, { ...session, deskId: laying.deskId })) === 0) yield* ownerOfSession(session.id, laying)
}

/** What a row may change of the one that is there; nothing where both say the same for ever. Never what it belongs to. */
const INTO = {
  call: {
    insert: `INSERT INTO call (id, session_id, number, reference, started_at, ended_at, session_ms)
      VALUES (:id, :session_id, :number, :reference, :started_at, :ended_at, :session_ms) ON CONFLICT (id)`,
    update: `SET reference = excluded.reference, ended_at = excluded.ended_at WHERE call.session_id = excluded.session_id`,
  },
  listening_gap: {
    insert: `INSERT INTO listening_gap (session_id, from_ms, to_ms, reason) VALUES (:session_id, :from_ms, :to_ms, :reason)
      ON CONFLICT (session_id, from_ms)`,
    update: null,
  },
  note: {
    insert: `INSERT INTO note (id, call_id, kind, text, offset_ms, issue_type_id, created_at, edited_at, removed_at, version)
      VALUES (:id, :call_id, :kind, :text, :offset_ms, :issue_type_id, :created_at, :edited_at, :removed_at, :version)
      ON CONFLICT (id)`,
    update: `SET kind = excluded.kind, text = excluded.text, offset_ms = excluded.offset_ms,
      issue_type_id = excluded.issue_type_id, edited_at = excluded.edited_at, removed_at = excluded.removed_at,
      version = excluded.version WHERE note.call_id = excluded.call_id`,
  },
  note_event: {
    // Of a note of that call, or of none.
    insert: `INSERT INTO note_event (id, note_id, call_id, at, actor_id, what, before_json, undoes_event_id)
      VALUES (:id, (SELECT id FROM note WHERE id = :note_id AND call_id = :call_id), :call_id, :at, :actor_id, :what,
        :before_json, :undoes_event_id) ON CONFLICT (id)`,
    update: null,
  },
  conversation: {
    insert: `INSERT INTO conversation (call_id, title, pace, lines_json) VALUES (:call_id, :title, :pace, :lines_json)
      ON CONFLICT (call_id)`,
    update: `SET title = excluded.title, pace = excluded.pace, lines_json = excluded.lines_json`,
  },
} as const

function* lay({ table, row }: Extract<HeardRow, { table: keyof typeof INTO }>, owner: Owner): Query<void> {
  const { insert, update } = INTO[table]
  const parameters: Parameters = row
  if (update === null || owner === 'handed_over') yield* write(`${insert} DO NOTHING`, parameters)
  else if ((yield* write(`${insert} DO UPDATE ${update}`, parameters)) === 0) throw new NotLaidDown('not_yours')
}

const OWNER = `SELECT session.desk_id AS deskId, session.handed_over_at AS handedOverAt FROM session`

/** Held: a session is handed over, or written in, one after the other. Throws for one that another desk heard, or nobody. */
function* owner(sql: string, id: Id, { deskId, owners }: Laying): Query<Owner> {
  const known = owners.get(id)
  if (known !== undefined) return known
  const found = yield* row<{ deskId: Id | null; handedOverAt: Instant | null }>(sql, [id])
  if (found === null) throw new NotLaidDown('refused')
  if (found.deskId !== deskId) throw new NotLaidDown('not_yours')
  const is = found.handedOverAt === null ? 'mine' : 'handed_over'
  owners.set(id, is)
  return is
}

const ownerOfSession = (sessionId: Id, laying: Laying): Query<Owner> =>
  owner(`${OWNER} WHERE session.id = ? FOR NO KEY UPDATE OF session`, sessionId, laying)

const ownerOfCall = (callId: Id, laying: Laying): Query<Owner> =>
  owner(
    `${OWNER} JOIN call ON call.session_id = session.id WHERE call.id = ? FOR NO KEY UPDATE OF session`,
    callId,
    laying,
  )

const HAND_OVER =
  'UPDATE session SET handed_over_at = ? WHERE id = ? AND handed_over_at IS NULL AND ended_at IS NOT NULL'

function* handOver(sessionId: Id, laying: Laying): Query<void> {
  if ((yield* ownerOfSession(sessionId, laying)) === 'handed_over') return
  if ((yield* write(HAND_OVER, [laying.at, sessionId])) === 0) throw new NotLaidDown('refused')
  laying.owners.clear()
}

const HAS_EVENT = 'SELECT 1 AS value FROM booking_event WHERE id = ?'

/** Done to the booking where that is still as the session found it; what others decided about it since then stands. */
function* layBookingEvent(event: z.infer<typeof heardRows.booking_event>): Query<void> {
  const { id, booking_id: bookingId, at, actor_id: actorId, what } = event
  const booking = yield* bookingToChange(bookingId)
  if (booking === null) throw new NotLaidDown('refused')
  if ((yield* value(HAS_EVENT, [id])) !== null) return
  const said = { id, at, actorId, what }
  if (what === 'checked_in' && booking.state === 'booked')
    yield* updateBooking(booking, { state: 'checked_in', checkedInAt: at }, said)
  if (what === 'done' && booking.state === 'checked_in') yield* updateBooking(booking, { state: 'done' }, said)
}

const QUOTING = inEach((say) => `SELECT DISTINCT ticket_id AS id FROM ticket_quote WHERE ${say(among('note_id'))}`)

function* ticketsQuoting(noteIds: readonly unknown[]): Query<Id[]> {
  if (noteIds.length === 0) return []
  return (yield* rows<{ id: Id }>(QUOTING, [JSON.stringify(noteIds)])).map(({ id }) => id)
}
