import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { LONGEST_BOOKING_MS } from '../../../shared/domain/seats/longest-booking.ts'
import { type Query, rows, write } from '../engine/query.ts'
import { recordsOf } from '../house/same-person.ts'
import type { By } from '../versions.ts'
import { BOOKING_SELECT } from './bookings.ts'
import { giveOwn } from './own-news.ts'

/** The statements behind the reading functions, named so that a test can ask SQLite how it runs them. */
export const delegationQueries = {
  bookersOf: `SELECT booker_id AS id FROM delegation JOIN person ON person.id = booker_id
    WHERE person_id = ? AND removed_at IS NULL ORDER BY given_at, booker_id`,
  bookedForBy: `SELECT person_id AS id FROM delegation JOIN person ON person.id = person_id
    WHERE booker_id = ? AND removed_at IS NULL ORDER BY given_at, person_id`,
  madeBy: `${BOOKING_SELECT} WHERE booked_by_id IN ${recordsOf(':bookerId')} AND starts_at > :lookBackTo AND ends_at > :now
    AND person_id <> :bookerId AND (companion_id IS NULL OR companion_id <> :bookerId)
    AND state IN ('booked', 'checked_in', 'done', 'no_show', 'excused') ORDER BY starts_at, seat.number`,
}

const idsOf = (found: readonly { id: Id }[]): Id[] => found.map(({ id }) => id)

/** Who books for the person, in the order in which they were named. */
export function* bookersOf(personId: Id): Query<Id[]> {
  return idsOf(yield* rows<{ id: Id }>(delegationQueries.bookersOf, [personId]))
}

/** For whom somebody books, in the order in which they were named. */
export function* bookedForBy(bookerId: Id): Query<Id[]> {
  return idsOf(yield* rows<{ id: Id }>(delegationQueries.bookedForBy, [bookerId]))
}

/** What somebody made for others and is not over, soonest first; where they sit beside it is theirs. */
export const madeBy = (bookerId: Id, now: Instant): Query<KeptBooking[]> =>
  rows<KeptBooking>(delegationQueries.madeBy, { bookerId, now, lookBackTo: addMs(now, -LONGEST_BOOKING_MS) })

interface Pair {
  readonly personId: Id
  readonly bookerId: Id
}

const GIVE = `INSERT INTO delegation (person_id, booker_id, given_at, given_by) VALUES (:personId, :bookerId, :at, :actorId)
  ON CONFLICT (person_id, booker_id) DO NOTHING`

/** Carried over from another record of the same person. False: given already. */
export function* carryDelegation(pair: Pair, by: By): Query<boolean> {
  return (yield* write(GIVE, { ...pair, ...by })) > 0
}

/** Given already: nothing changes. Call inside a transaction. */
export function* giveDelegation(pair: Pair, by: By): Query<void> {
  if (!(yield* carryDelegation(pair, by))) return
  const { personId, bookerId } = pair
  yield* giveOwn({ kind: 'books_for', ofId: personId }, [bookerId], by)
  yield* giveOwn({ kind: 'booker', ofId: bookerId }, [personId], by)
}

/** Not given: nothing changes, and 0. Call inside a transaction. */
export const takeBackDelegation = (personId: Id, bookerId: Id): Query<number> =>
  write('DELETE FROM delegation WHERE person_id = ? AND booker_id = ?', [personId, bookerId])
