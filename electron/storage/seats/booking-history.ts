import type { BookingChange, BookingChangeKind, KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, rows, value } from '../engine/query.ts'
import { personName } from '../house/people.ts'
import { nowOf } from '../house/same-person.ts'
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
  withName: string | null
  after: string
  before: string | null
  isLast: 0 | 1
}

/** The order of writing breaks ties: an act and its undo may fall on one millisecond. */
const SELECT = `
  SELECT event.id, booking_id AS bookingId, at, ${nowOf('actor_id')} AS actorId, actor.name AS actorName, what, reason, after_json AS after,
    other_person.name AS withName,
    (SELECT earlier.after_json FROM booking_event earlier WHERE earlier.booking_id = event.booking_id
      AND (earlier.at, earlier.rowid) < (event.at, event.rowid) ORDER BY earlier.at DESC, earlier.rowid DESC LIMIT 1) AS before,
    NOT EXISTS (SELECT 1 FROM booking_event later WHERE later.booking_id = event.booking_id
      AND (later.at, later.rowid) > (event.at, event.rowid)) AS isLast
  FROM booking_event event LEFT JOIN person actor ON actor.id = actor_id
  LEFT JOIN booking other ON other.id = other_booking_id LEFT JOIN person other_person ON other_person.id = other.person_id`

/** The statements behind the reading functions, named so that a test can ask SQLite how it runs them. */
export const historyQueries = {
  ofOne: `${SELECT} WHERE event.booking_id = :bookingId ORDER BY at DESC, event.rowid DESC LIMIT ${MOST_CHANGES}`,
  ofAll: `${SELECT} ORDER BY at DESC, event.rowid DESC LIMIT ${MOST_CHANGES}`,
}

/** Changes of one booking, or of all (null), newest first. */
export function* changesOf(bookingId: Id | null): Query<BookingChange[]> {
  const found = yield* bookingId === null
    ? rows<Row>(historyQueries.ofAll)
    : rows<Row>(historyQueries.ofOne, { bookingId })
  const changes: BookingChange[] = []
  for (const { bookingId: id, before, after, isLast, ...line } of found) {
    const booking = yield* bookingById(id)
    if (booking === null) continue
    const shapes = { before: before === null ? null : yield* shapeOf(before), after: yield* shapeOf(after) }
    changes.push({ ...line, ...shapes, booking, isLast: isLast === 1 })
  }
  return changes
}

const SEAT_NUMBER = 'SELECT number AS value FROM seat WHERE id = ?'

function* shapeOf(json: string): Query<BookingChange['after']> {
  const stored = JSON.parse(json) as Pick<KeptBooking, 'seatId' | 'startsAt' | 'endsAt' | 'companionId' | 'purpose'> &
    // Older lines say nothing of it.
    Partial<Pick<KeptBooking, 'satById'>>
  const { seatId, startsAt, endsAt, companionId, purpose, satById = null } = stored
  const seatNumber = (yield* value<number>(SEAT_NUMBER, [seatId])) ?? 0
  const companionName = yield* personName(companionId)
  const satByName = yield* personName(satById)
  return { seatId, startsAt, endsAt, companionId, purpose, seatNumber, companionName, satByName }
}
