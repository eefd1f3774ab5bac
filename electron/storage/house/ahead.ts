import type { Ahead } from '../../../shared/contract/house/leaving.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { LONGEST_BOOKING_MS } from '../../../shared/domain/seats/longest-booking.ts'
import { type Query, rows } from '../engine/query.ts'

const OF_ALL = 'CAST(:personId AS TEXT) IS NULL'

/** The statements behind the reading function, named so that a test can ask SQLite how it runs them. */
export const aheadQueries = {
  bookings: `SELECT booking.id, room_id AS roomId, seat.number AS seatNumber, starts_at AS startsAt, ends_at AS endsAt, state,
      person_id AS personId, companion_id AS companionId, person.name AS personName
    FROM booking JOIN seat ON seat.id = seat_id JOIN person ON person.id = person_id
    WHERE starts_at > :lookBackTo AND ends_at > :now AND state IN ('booked', 'checked_in')
      AND (${OF_ALL} OR person_id = :personId OR companion_id = :personId) ORDER BY starts_at, seat.number`,
  waits: `SELECT id, room_id AS roomId, starts_at AS startsAt, ends_at AS endsAt, person_id AS personId, companion_id AS companionId
    FROM waitlist_entry WHERE state = 'waiting' AND (${OF_ALL} OR person_id = :personId OR companion_id = :personId)
    ORDER BY starts_at, id`,
  offers: `SELECT waitlist_offer.id, room_id AS roomId, seat.number AS seatNumber, starts_at AS startsAt, ends_at AS endsAt, person_id AS personId
    FROM waitlist_offer JOIN seat ON seat.id = seat_id WHERE waitlist_offer.state = 'open' AND (${OF_ALL} OR person_id = :personId)
    ORDER BY starts_at, seat.number`,
  draws: `SELECT request_id AS id, closes_at AS closesAt, person_id AS personId
    FROM draw_asker JOIN draw_window ON draw_window.id = window_id WHERE state = 'open' AND (${OF_ALL} OR person_id = :personId)
    ORDER BY closes_at, request_id`,
  rooms: `SELECT id, name, coordinator_id AS personId FROM room WHERE coordinator_id IS NOT NULL
    AND (${OF_ALL} OR coordinator_id = :personId) ORDER BY id`,
}

type Of<Thing> = Thing & { readonly personId: Id }
type Booked = Of<Omit<Ahead['bookings'][number], 'besideName' | 'isSitting'>> & {
  readonly companionId: Id | null
  readonly personName: string
  readonly state: string
}

/** What each has before them; `personId` null: of everybody, in five queries whoever asks about thousands. */
export function* aheadOf(personId: Id | null, now: Instant): Query<(id: Id) => Ahead> {
  const asked = { personId, now, lookBackTo: addMs(now, -LONGEST_BOOKING_MS) }
  const bookings = grouped(yield* rows<Booked>(aheadQueries.bookings, asked), both)
  const waits = grouped(
    yield* rows<Of<Ahead['waits'][number]> & { companionId: Id | null }>(aheadQueries.waits, asked),
    both,
  )
  const offers = grouped(yield* rows<Of<Ahead['offers'][number]>>(aheadQueries.offers, asked), own)
  const draws = grouped(yield* rows<Of<Ahead['draws'][number]>>(aheadQueries.draws, asked), own)
  const rooms = grouped(yield* rows<Of<Ahead['rooms'][number]>>(aheadQueries.rooms, asked), own)
  return (id) => ({
    bookings: (bookings.get(id) ?? []).map(({ personName, companionId: _, personId: whose, state, ...booking }) => ({
      ...booking,
      besideName: whose === id ? null : personName,
      isSitting: state === 'checked_in',
    })),
    waits: (waits.get(id) ?? []).map(({ personId: _, companionId: __, ...wait }) => wait),
    offers: (offers.get(id) ?? []).map(({ personId: _, ...offer }) => offer),
    draws: (draws.get(id) ?? []).map(({ personId: _, ...draw }) => draw),
    rooms: (rooms.get(id) ?? []).map(({ personId: _, ...room }) => room),
  })
}

const own = ({ personId }: { personId: Id }): Id[] => [personId]
const both = ({ personId, companionId }: { personId: Id; companionId: Id | null }): Id[] =>
  companionId === null ? [personId] : [personId, companionId]

function grouped<Found>(found: readonly Found[], whose: (one: Found) => readonly Id[]): Map<Id, Found[]> {
  const groups = new Map<Id, Found[]>()
  for (const one of found)
    for (const id of whose(one)) {
      const group = groups.get(id)
      if (group === undefined) groups.set(id, [one])
      else group.push(one)
    }
  return groups
}
