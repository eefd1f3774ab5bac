import type { BookingChangeKind } from '../../../shared/contract/seats/booking-change-kinds.ts'
import type { BookingNews } from '../../../shared/contract/seats/booking-news.ts'
import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { OwnKind } from '../../../shared/contract/seats/own-news.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, rows, together, value, write } from '../engine/query.ts'
import { nowOf, recordsOf } from '../house/same-person.ts'
import type { By } from '../versions.ts'
import { giveOwn, tellOfOwn, unseenSince, wasNotShown } from './own-news.ts'

/** What somebody last knew of a booking. */
type Known = Pick<KeptBooking, 'id' | 'seatId' | 'startsAt' | 'endsAt' | 'state'>

/** Changed once more before they read of it, they still know what they knew, under whichever of their records; of what was not shown to them yet they knew no place. */
const TELL = `INSERT INTO booking_news (person_id, booking_id, event_id, seat_id, starts_at, ends_at, state)
  SELECT coalesce((SELECT min(news.person_id) FROM booking_news news WHERE news.booking_id = :bookingId AND news.person_id IN ${recordsOf('told.id')}), told.id),
    :bookingId, :eventId, :seatId, :startsAt, :endsAt, :state FROM (SELECT DISTINCT coalesce(named.merged_into, named.id) AS id FROM booking
      JOIN person named ON named.id IN (booking.person_id, booking.companion_id, booking.booked_by_id) WHERE booking.id = :bookingId) told
    WHERE told.id <> coalesce(:actorId, '') AND NOT ${wasNotShown('details', ':bookingId', 'told.id')}
  ON CONFLICT (person_id, booking_id) DO UPDATE SET event_id = excluded.event_id`
const KNOWN_BY_ACTOR = `DELETE FROM booking_news WHERE person_id IN ${recordsOf(':actorId')} AND booking_id = :bookingId`

/** Whose booking it is, who sits beside them and who booked it are to be told, but for whoever did it. */
export function* tellOthers(
  { id: bookingId, seatId, startsAt, endsAt, state }: Known,
  { id: eventId, actorId, at }: By & { readonly id: Id },
): Query<void> {
  yield* together(
    write(TELL, { bookingId, eventId, actorId, seatId, startsAt, endsAt, state, unseenSince: unseenSince(at) }),
    write(KNOWN_BY_ACTOR, { bookingId, actorId }),
  )
}

/** What else of a booking is told where somebody else changes it. */
const TOLD_AS: Partial<Record<BookingChangeKind, OwnKind>> = {
  edited: 'details',
  check_in_undone: 'seated',
  excused: 'missed',
  counted_again: 'missed',
}
type Details = Pick<KeptBooking, 'id' | 'personId' | 'companionId' | 'purpose' | 'state'>

/** How it was, as far as this is told of it. */
export const knownDetails = (kind: OwnKind, { companionId, purpose, state }: Omit<Details, 'id' | 'personId'>) =>
  kind === 'details' ? JSON.stringify([companionId, purpose]) : state

export function* tellOfBooking(
  before: Details,
  after: Pick<Details, 'companionId'>,
  { what, ...by }: By & { readonly what: BookingChangeKind },
): Query<void> {
  const kind = TOLD_AS[what]
  const { id: ofId, personId, companionId } = before
  const bookedBy = yield* value<Id>('SELECT booked_by_id AS value FROM booking WHERE id = ?', [ofId])
  const knew = [personId, companionId, bookedBy]
  if (what === 'checked_in') yield* giveOwn({ kind: 'seated', ofId }, knew, by)
  if (kind !== undefined) yield* tellOfOwn({ kind, ofId, known: knownDetails(kind, before) }, knew, by)
  if (after.companionId !== null && !knew.includes(after.companionId))
    yield* giveOwn({ kind: 'details', ofId }, [after.companionId], by)
}

/** Whoever was booked for by somebody else has to be shown it. Whoever is drawn is told so. */
export function* giveBooking(
  { id: ofId, personId, companionId }: Pick<Details, 'id' | 'personId' | 'companionId'>,
  bookedById: Id | null,
  { what, ...by }: By & { readonly what: BookingChangeKind },
): Query<void> {
  if (what !== 'drawn') yield* giveOwn({ kind: 'details', ofId }, [personId, companionId, bookedById], by)
}

export interface StoredNews extends Pick<BookingNews, 'eventId' | 'at' | 'byName' | 'whose' | 'reason' | 'before'> {
  readonly bookingId: Id
  readonly knownState: KeptBooking['state']
  /** What the last change was. */
  readonly lastWhat: BookingChangeKind
}

interface Row extends Omit<StoredNews, 'before'> {
  seatId: Id
  seatNumber: number
  startsAt: Instant
  endsAt: Instant
}

/** Statements, named so that a test can ask how they are run. */
export const newsQueries = {
  tell: TELL,
  /** What came back to what they knew is no news, nor what was changed before somebody sat down there. */
  ofPerson: `SELECT news.booking_id AS bookingId, news.event_id AS eventId, news.seat_id AS seatId, seat.number AS seatNumber,
      news.starts_at AS startsAt, news.ends_at AS endsAt, news.state AS knownState, event.at AS at, event.reason AS reason, event.what AS lastWhat, actor.name AS byName,
      CASE WHEN booking.person_id IN ${recordsOf(':personId')} THEN 'reader' WHEN booking.person_id IN ${recordsOf('actor.id')} THEN 'actor' ELSE 'other' END AS whose
    FROM booking_news news JOIN booking ON booking.id = news.booking_id JOIN booking_event event ON event.id = news.event_id
    JOIN seat ON seat.id = news.seat_id LEFT JOIN person actor ON actor.id = ${nowOf('event.actor_id')}
    WHERE news.person_id IN ${recordsOf(':personId')} AND event.at > :since
      AND (booking.state NOT IN ('checked_in', 'done') OR booking.state = 'checked_in' AND event.at > booking.checked_in_at)
      AND ((booking.state = 'cancelled') <> (news.state = 'cancelled') OR booking.state <> 'cancelled'
        AND (booking.seat_id <> news.seat_id OR booking.starts_at <> news.starts_at OR booking.ends_at <> news.ends_at))
    ORDER BY news.starts_at, news.booking_id LIMIT :limit`,
}

/** What somebody is to be told that happened since then, by the time of the place they knew. */
export function* newsOf(personId: Id, since: Instant, limit: number): Query<StoredNews[]> {
  const found = yield* rows<Row>(newsQueries.ofPerson, { personId, since, limit })
  // Two of their records may have been told of one booking, while these were two people's.
  const latest = new Map<Id, Row>()
  for (const one of found) if ((latest.get(one.bookingId)?.at ?? '') < one.at) latest.set(one.bookingId, one)
  const once = found.filter((one) => latest.get(one.bookingId) === one)
  return once.map(({ seatId, seatNumber, startsAt, endsAt, ...news }) => ({
    ...news,
    before: { seatId, seatNumber, startsAt, endsAt },
  }))
}

const READ = `DELETE FROM booking_news WHERE person_id IN ${recordsOf(':personId')} AND EXISTS (
  SELECT 1 FROM booking_event event JOIN booking_event known ON known.booking_id = event.booking_id
    AND (known.id = event.id OR known.at < event.at) WHERE event.id = :eventId AND known.id = booking_news.event_id)`

/** They read of these, and so of what went before; what happened to a booking since is told all the same. */
export function* keepRead(personId: Id, eventIds: readonly Id[]): Query<void> {
  for (const eventId of eventIds) yield* write(READ, { personId, eventId })
}
