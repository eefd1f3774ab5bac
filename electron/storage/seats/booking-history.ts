import {
  type BookingChangeGroup,
  BookingChangeKind,
  GROUP_OF_CHANGE,
} from '../../../shared/contract/seats/booking-change-kinds.ts'
import type { BookingChange, KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows } from '../engine/query.ts'
import { nowOf } from '../house/same-person.ts'
import { bookingsWithIds } from './bookings.ts'

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

/** Which changes are asked for. */
export interface ChangesWish {
  bookingId: Id | null
  group?: BookingChangeGroup | undefined
  /** Whose bookings. */
  personId?: Id | undefined
  most?: number | undefined
}

const NEWEST_FIRST = 'ORDER BY at DESC, event.rowid DESC LIMIT :most'
const kindsOf = (group: BookingChangeGroup): string =>
  BookingChangeKind.options.flatMap((kind) => (GROUP_OF_CHANGE[kind] === group ? [`'${kind}'`] : [])).join(', ')

/** Told by one statement each, so that every one goes by the index that fits it. */
function changesQuery({ bookingId, group, personId }: ChangesWish): string {
  const conditions = [
    ...(bookingId === null ? [] : ['event.booking_id = :bookingId']),
    ...(personId === undefined ? [] : ['event.booking_id IN (SELECT id FROM booking WHERE person_id = :personId)']),
    ...(group === undefined ? [] : [`what IN (${kindsOf(group)})`]),
  ]
  return `${SELECT} ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`} ${NEWEST_FIRST}`
}

/** The statements behind the reading functions, named so that a test can ask SQLite how it runs them. */
export const historyQueries = {
  ofOne: changesQuery({ bookingId: '' }),
  ofAll: changesQuery({ bookingId: null }),
  ofGroup: changesQuery({ bookingId: null, group: 'cancelled' }),
  ofPerson: changesQuery({ bookingId: null, group: 'cancelled', personId: '' }),
}

/** Changes of one booking, or of all (null), newest first. What they name is asked for all of them at once: a hub is asked over a wire. */
export function* changesOf(wish: ChangesWish): Query<BookingChange[]> {
  const { bookingId, personId, most = MOST_CHANGES } = wish
  const found = yield* rows<Row>(changesQuery(wish), {
    most,
    ...(bookingId === null ? {} : { bookingId }),
    ...(personId === undefined ? {} : { personId }),
  })
  const lines = found.map(({ before, after, ...line }) => ({
    ...line,
    before: before === null ? null : storedIn(before),
    after: storedIn(after),
  }))
  const bookings = new Map((yield* bookingsWithIds([...new Set(lines.map((one) => one.bookingId))])).map(withId))
  const shapes = lines.flatMap(({ before, after }) => (before === null ? [after] : [before, after]))
  const numbers = yield* knownAs<number>(
    SEAT_NUMBERS,
    shapes.map(({ seatId }) => seatId),
  )
  const names = yield* knownAs<string>(
    PERSON_NAMES,
    shapes.flatMap(({ companionId, satById }) => [companionId, satById]),
  )
  const nameOf = (id: Id | null): string | null => (id === null ? null : (names.get(id) ?? null))
  const shapeOf = ({ satById, ...shape }: Stored): BookingChange['after'] => ({
    ...shape,
    seatNumber: numbers.get(shape.seatId) ?? 0,
    companionName: nameOf(shape.companionId),
    satByName: nameOf(satById),
  })
  return lines.flatMap(({ bookingId: id, before, after, isLast, ...line }) => {
    const booking = bookings.get(id)
    if (booking === undefined) return []
    const both = { before: before === null ? null : shapeOf(before), after: shapeOf(after) }
    return [{ ...line, ...both, booking, isLast: isLast === 1 }]
  })
}

const withId = (booking: KeptBooking): [Id, KeptBooking] => [booking.id, booking]

const SEAT_NUMBERS = inEach((say) => `SELECT id, number AS value FROM seat WHERE ${say(among('id'))}`)
const PERSON_NAMES = inEach((say) => `SELECT id, name AS value FROM person WHERE ${say(among('id'))}`)

/** What each of these is called. */
function* knownAs<Value>(statement: typeof SEAT_NUMBERS, ids: readonly (Id | null)[]): Query<Map<Id, Value>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  return new Map(
    (yield* rows<{ id: Id; value: Value }>(statement, [JSON.stringify(wanted)])).map((one) => [one.id, one.value]),
  )
}

type Stored = Pick<KeptBooking, 'seatId' | 'startsAt' | 'endsAt' | 'companionId' | 'purpose' | 'satById'>

/** Older lines say nothing of who sat there. */
function storedIn(json: string): Stored {
  const { seatId, startsAt, endsAt, companionId, purpose, satById } = JSON.parse(json) as Stored
  return { seatId, startsAt, endsAt, companionId, purpose, satById: satById ?? null }
}
