import type { Booking, BookingChange, BookingChangeKind } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement } from '../database.ts'
import { bookingById } from './bookings.ts'

const MOST_CHANGES = 100

interface Row {
  id: Id
  bookingId: Id
  at: Instant
  actorId: Id | null
  actorName: string | null
  what: BookingChangeKind
  reason: string | null
  after: string
  before: string | null
  isLast: 0 | 1
}

/** The order of writing breaks ties: an act and its undo may fall on one millisecond. */
const SELECT = `
  SELECT event.id, booking_id AS bookingId, at, actor_id AS actorId, actor.name AS actorName, what, reason, after_json AS after,
    (SELECT earlier.after_json FROM booking_event earlier WHERE earlier.booking_id = event.booking_id
      AND (earlier.at, earlier.rowid) < (event.at, event.rowid) ORDER BY earlier.at DESC, earlier.rowid DESC LIMIT 1) AS before,
    NOT EXISTS (SELECT 1 FROM booking_event later WHERE later.booking_id = event.booking_id
      AND (later.at, later.rowid) > (event.at, event.rowid)) AS isLast
  FROM booking_event event LEFT JOIN person actor ON actor.id = actor_id`

/** The statements behind the reading functions, named so that a test can ask SQLite how it runs them. */
export const historyQueries = {
  ofOne: `${SELECT} WHERE event.booking_id = :bookingId ORDER BY at DESC, event.rowid DESC LIMIT ${MOST_CHANGES}`,
  ofAll: `${SELECT} ORDER BY at DESC, event.rowid DESC LIMIT ${MOST_CHANGES}`,
  bookedBy: `SELECT actor_id AS bookedBy FROM booking_event WHERE booking_id = ? ORDER BY at, rowid LIMIT 1`,
}

/** Changes of one booking, or of all (null), newest first. */
export function changesOf(db: ReadableDb, bookingId: Id | null): BookingChange[] {
  const rows = (
    bookingId === null
      ? statement(db, historyQueries.ofAll).all()
      : statement(db, historyQueries.ofOne).all({ bookingId })
  ) as Row[]
  return rows.flatMap(({ bookingId: id, before, after, isLast, ...row }) => {
    const booking = bookingById(db, id)
    if (booking === null) return []
    const shapes = { before: before === null ? null : shapeOf(db, before), after: shapeOf(db, after) }
    return [{ ...row, ...shapes, booking, isLast: isLast === 1 }]
  })
}

/** Who made the booking; null while nobody had said who they are. */
export function bookedBy(db: ReadableDb, bookingId: Id): Id | null {
  return (
    (statement(db, historyQueries.bookedBy).get(bookingId) as { bookedBy: Id | null } | undefined)?.bookedBy ?? null
  )
}

function shapeOf(db: ReadableDb, json: string): BookingChange['after'] {
  const stored = JSON.parse(json) as Pick<Booking, 'seatId' | 'startsAt' | 'endsAt' | 'companionId' | 'purpose'>
  const { seatId, startsAt, endsAt, companionId, purpose } = stored
  const seat = statement(db, 'SELECT number FROM seat WHERE id = ?').get(seatId) as { number: number } | undefined
  const companion = statement(db, 'SELECT name FROM person WHERE id = ?').get(companionId) as
    | { name: string }
    | undefined
  return {
    seatId,
    startsAt,
    endsAt,
    companionId,
    purpose,
    seatNumber: seat?.number ?? 0,
    companionName: companion?.name ?? null,
  }
}
