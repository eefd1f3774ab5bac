import type { BookingChangeKind } from '../../../shared/contract/seats/booking-change-kinds.ts'
import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { SwapState } from '../../../shared/contract/seats/swaps.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, row, rows, step, value, write } from '../engine/query.ts'
import { nowOf, recordsOf } from '../house/same-person.ts'
import type { By } from '../versions.ts'
import { type BookingEvent, updateBooking } from './bookings.ts'

/** As it is stored: the bookings are looked up when it is read. */
export interface StoredSwap {
  readonly id: Id
  readonly bookingId: Id
  /** Another version since, and it has lapsed. */
  readonly bookingVersion: number
  readonly otherId: Id
  readonly otherVersion: number
  readonly askedAt: Instant
  readonly askedBy: Id | null
  readonly askedByName: string | null
  readonly reason: string
  readonly state: SwapState
  readonly answeredAt: Instant | null
  readonly answeredBy: Id | null
}

/** When the person read of its end last, if they did. */
export type EndedStored = StoredSwap & { readonly readAt: Instant | null }

const COLUMNS = `booking_swap.id, booking_id AS bookingId, booking_version AS bookingVersion, other_id AS otherId, other_version AS otherVersion,
    asked_at AS askedAt, ${nowOf('asked_by')} AS askedBy, person.name AS askedByName, reason, booking_swap.state, answered_at AS answeredAt,
  ${nowOf('answered_by')} AS answeredBy`
const FROM = `FROM booking_swap LEFT JOIN person ON person.id = ${nowOf('asked_by')}`
const SELECT = `SELECT ${COLUMNS} ${FROM}`

const HOLD = { sqlite: null, postgres: 'SELECT 1 FROM booking_swap WHERE id = ? FOR NO KEY UPDATE' }

/** Of one side: theirs or booked by them, still ahead, whatever it is by now; read of under whichever of their records. */
const endedOf = (own: 'booking' | 'other', other: 'booking' | 'other', isOver: string) => `SELECT ${COLUMNS},
    (SELECT max(read_at) FROM read_swap WHERE swap_id = booking_swap.id AND read_swap.person_id IN ${recordsOf(':personId')}) AS readAt ${FROM}
    JOIN booking mine ON mine.id = ${own}_id JOIN booking theirs ON theirs.id = ${other}_id
    WHERE mine.starts_at > :now AND (mine.person_id = :personId OR mine.booked_by_id IN ${recordsOf(':personId')})
      AND (booking_swap.state = ${isOver} OR booking_swap.state = 'open' AND (mine.version <> ${own}_version
        OR theirs.version <> ${other}_version OR theirs.state <> 'booked' OR theirs.starts_at <= :now))
    ORDER BY mine.starts_at, booking_swap.id`

/** Who moved a booking by a swap is whoever asked for it with that booking, though another agreed. */
const WHOSE_ACT = `coalesce(CASE event.what WHEN 'swapped' THEN (SELECT asked_by FROM booking_swap asked
    WHERE asked.booking_id = event.booking_id AND asked.other_id = event.other_booking_id AND asked.asked_at <= event.at
      AND asked.state NOT IN ('declined', 'withdrawn') ORDER BY asked.asked_at DESC, asked.id DESC LIMIT 1) END, event.actor_id)`
const LOOK = `event.after_json ->> 'seatId' AS seatId, event.after_json ->> 'startsAt' AS startsAt, event.after_json ->> 'endsAt' AS endsAt,
    event.after_json ->> 'personId' AS personId, event.after_json ->> 'state' AS state`
const VERSION = `CAST(event.after_json ->> 'version' AS bigint)`

/** The statements behind the reading functions, named so that a test can ask SQLite how it runs them. */
export const swapQueries = {
  byId: `${SELECT} WHERE booking_swap.id = ?`,
  between: `${SELECT} WHERE booking_id = ? AND other_id = ? AND booking_swap.state = 'open' ORDER BY asked_at DESC`,
  open: `${SELECT} JOIN booking mine ON mine.id = booking_id JOIN booking other ON other.id = other_id
    WHERE booking_swap.state = 'open' AND mine.starts_at > :now AND other.starts_at > :now AND mine.state = 'booked' AND other.state = 'booked'
    ORDER BY other.starts_at, booking_swap.id`,
  endedOfAsking: endedOf('booking', 'other', `'declined'`),
  endedOfAsked: endedOf('other', 'booking', `'withdrawn'`),
  askedAnew: `SELECT 1 AS value FROM booking_swap newer WHERE newer.booking_id = :bookingId AND newer.other_id = :otherId
    AND newer.state NOT IN ('for_both', 'undone') AND (newer.asked_at > :askedAt OR newer.asked_at = :askedAt AND newer.id > :id) LIMIT 1`,
  looks: `SELECT event.booking_id AS id, ${LOOK} FROM booking_event event
    WHERE event.booking_id = :bookingId AND ${VERSION} = :bookingVersion OR event.booking_id = :otherId AND ${VERSION} = :otherVersion`,
  byOthers: `SELECT 1 AS value FROM booking_event event WHERE (event.booking_id = :bookingId AND ${VERSION} > :bookingVersion
      OR event.booking_id = :otherId AND ${VERSION} > :otherVersion)
    AND coalesce(${nowOf('event.actor_id')}, '') <> coalesce(CAST(:personId AS TEXT), '') LIMIT 1`,
  actsOn: `SELECT event.booking_id AS bookingId, event.at, event.what, event.other_booking_id AS otherId, ${LOOK}, ${VERSION} AS version, actor.id AS actorId, actor.name AS actorName
    FROM booking_event event LEFT JOIN person actor ON actor.id = ${nowOf(WHOSE_ACT)}
    WHERE event.booking_id = :bookingId AND ${VERSION} >= :bookingVersion OR event.booking_id = :otherId AND ${VERSION} >= :otherVersion
    ORDER BY event.at, event.rowid`,
}

export const swapById = (id: Id): Query<StoredSwap | null> => row<StoredSwap>(swapQueries.byId, [id])

/** The swap, which nobody else answers before the transaction that asked is over. */
export function* swapToChange(id: Id): Query<StoredSwap | null> {
  yield* rows(HOLD, [id])
  return yield* swapById(id)
}

/** What somebody asked of just these two and nobody answered, the last first; it may have lapsed. */
export const openSwapsOf = (bookingId: Id, otherId: Id): Query<StoredSwap[]> =>
  rows<StoredSwap>(swapQueries.between, [bookingId, otherId])

/** All whose bookings are both ahead; they may have lapsed. */
export const openSwaps = (now: Instant): Query<StoredSwap[]> => rows<StoredSwap>(swapQueries.open, { now })

/** What of a booking a swap is about: whatever else of it changes, and what changes and comes back, takes nothing from it. */
export type SwappedLook = Pick<KeptBooking, 'seatId' | 'startsAt' | 'endsAt' | 'personId' | 'state'>

export const isSameLook = (one: SwappedLook, other: SwappedLook): boolean =>
  one.seatId === other.seatId &&
  one.startsAt === other.startsAt &&
  one.endsAt === other.endsAt &&
  one.personId === other.personId &&
  one.state === other.state

const versionsOf = ({ bookingId, bookingVersion, otherId, otherVersion }: StoredSwap) => ({
  ...{ bookingId, bookingVersion, otherId, otherVersion },
})

/** Both bookings as they were asked for, or as the answer left them. */
export const looksOfSwapped = (swap: StoredSwap): Query<(SwappedLook & { id: Id })[]> =>
  rows(swapQueries.looks, versionsOf(swap))

/** Whether the same was asked again since: then that is what counts, whatever came of it. */
export function* wasAskedAnew({ id, bookingId, otherId, askedAt }: StoredSwap): Query<boolean> {
  return (yield* value<number>(swapQueries.askedAnew, { id, bookingId, otherId, askedAt })) !== null
}

/** Whether anybody but this person changed either of them since. */
export function* wasChangedByOthers(swap: StoredSwap, personId: Id | null): Query<boolean> {
  return (yield* value<number>(swapQueries.byOthers, { ...versionsOf(swap), personId })) !== null
}

/** One line of the history of either booking of a swap: the one that left it as it was asked, and what came since. */
export interface ActOnSwapped extends SwappedLook {
  readonly bookingId: Id
  readonly at: Instant
  readonly what: BookingChangeKind
  /** Of a swap: the booking it was exchanged with. */
  readonly otherId: Id | null
  readonly version: number
  readonly actorId: Id | null
  readonly actorName: string | null
}

/** In the order they were done. */
export const actsOnSwapped = (swap: StoredSwap): Query<ActOnSwapped[]> =>
  rows<ActOnSwapped>(swapQueries.actsOn, versionsOf(swap))

/** What this person asked, or was asked, for whichever booking they speak for, and can be answered no more. */
export const endedSwaps = (side: 'asking' | 'asked', personId: Id, now: Instant): Query<EndedStored[]> =>
  rows<EndedStored>(side === 'asking' ? swapQueries.endedOfAsking : swapQueries.endedOfAsked, { personId, now })

const READ =
  'INSERT INTO read_swap (swap_id, person_id, read_at) VALUES (?, ?, ?) ON CONFLICT (swap_id, person_id) DO UPDATE SET read_at = excluded.read_at'

/** They read that it came to nothing. */
export function* keepReadSwap(swapId: Id, personId: Id, at: Instant): Query<void> {
  yield* write(READ, [swapId, personId, at])
}

const INSERT = `INSERT INTO booking_swap (id, booking_id, booking_version, other_id, other_version, asked_at, asked_by, reason, state, answered_at,
    answered_by)
  VALUES (:id, :bookingId, :bookingVersion, :otherId, :otherVersion, :askedAt, :askedBy, :reason, :state, :answeredAt, :answeredBy)`

export function* insertSwap(swap: Omit<StoredSwap, 'askedByName' | 'answeredAt'>): Query<void> {
  yield* write(INSERT, { ...swap, answeredAt: swap.answeredBy === null ? null : swap.askedAt })
}

const ANSWER = `UPDATE booking_swap SET state = :state, booking_version = :bookingVersion, other_version = :otherVersion,
  answered_at = :answeredAt, answered_by = :answeredBy WHERE id = :id AND state = :before`

/** `by` null: it is open again, and what comes of it is told anew. */
export function* answerSwap(
  { id, state: before }: Pick<StoredSwap, 'id' | 'state'>,
  state: SwapState,
  by: By | null,
  { booking, other }: { readonly booking: { version: number }; readonly other: { version: number } },
): Query<void> {
  const versions = { bookingVersion: booking.version, otherVersion: other.version }
  const answered = { answeredAt: by?.at ?? null, answeredBy: by?.actorId ?? null }
  if ((yield* write(ANSWER, { id, before, state, ...versions, ...answered })) === 0)
    throw new Error('a swap that is held was answered by somebody else')
  if (by === null) yield* write('DELETE FROM read_swap WHERE swap_id = ?', [id])
}

/** For the length of two statements of one transaction it holds no place, so that the other can take it: nobody sees it so. */
const STEP_ASIDE = `UPDATE booking SET state = :aside WHERE id = :id AND state = :state`

/**
 * Each gets the other's seat and time, and keeps its people. Inside a transaction that holds both. Throws `PlaceTaken`, and then nothing
 * was changed.
 */
export const exchangePlaces = (
  [one, other]: readonly [KeptBooking, KeptBooking],
  [eventOfOne, eventOfOther]: readonly [BookingEvent, BookingEvent],
): Query<void> => step(exchange(one, other, eventOfOne, eventOfOther))

function* exchange(
  one: KeptBooking,
  other: KeptBooking,
  eventOfOne: BookingEvent,
  eventOfOther: BookingEvent,
): Query<void> {
  yield* write(STEP_ASIDE, { id: one.id, state: one.state, aside: 'cancelled' })
  yield* updateBooking(other, placeOf(one), eventOfOther)
  yield* updateBooking(one, placeOf(other), eventOfOne)
}

const placeOf = ({ seatId, startsAt, endsAt }: KeptBooking) => ({ seatId, startsAt, endsAt })
