import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { bookersForAll } from '../../../shared/contract/who.ts'
import { mayBookFor } from '../../../shared/domain/seats/booking-for.ts'
import { isSomebodyElses } from '../../../shared/domain/seats/bookings.ts'
import { speaksFor } from '../../../shared/domain/seats/swaps.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personName, personToHold } from '../../storage/house/people.ts'
import { bookedForBy, bookersOf, giveDelegation, madeBy, takeBackDelegation } from '../../storage/seats/delegations.ts'
import { tellOfOwn } from '../../storage/seats/own-news.ts'
import type { By } from '../../storage/versions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { withCheckIn } from './check-in-window.ts'

/** Whoever may not book for the person; null: they may. */
export function* refusedFor(personId: Id, asker: Asker) {
  if (mayBookFor(asker, bookersForAll, personId, yield* bookersOf(personId))) return null
  return { ok: false, code: 'not_for_them', detail: { personName: (yield* personName(personId)) ?? '' } } as const
}

/** Whether somebody answers for a booking: it is theirs, or they made it and may still book for whom it is. Whoever sits beside does not. */
export function* answersFor(booking: Booked, asker: Asker): Query<boolean> {
  if (!speaksFor(booking, asker.personId)) return false
  return asker.personId === booking.personId || (yield* refusedFor(booking.personId, asker)) === null
}

type Booked = Pick<KeptBooking, 'personId' | 'bookedById'>

interface ReasonNeeded {
  readonly ok: false
  readonly code: 'reason_needed'
  readonly detail: { readonly personName: string }
}

/** Whoever changes somebody else's booking says why; null when that is said, or not needed. */
export function* reasonNeeded(
  bookings: readonly (Booked & Pick<KeptBooking, 'companionId' | 'personName'>)[],
  asker: Asker,
  reason = '',
): Query<ReasonNeeded | null> {
  if (reason !== '') return null
  for (const booking of bookings)
    if (isSomebodyElses(booking, asker.personId) && !(yield* answersFor(booking, asker)))
      return { ok: false, code: 'reason_needed', detail: { personName: booking.personName } }
  return null
}

/** Thrown out of a transaction, which is taken back with what it wrote. */
class Unreasoned extends Error {
  readonly answer: ReasonNeeded
  constructor(answer: Unreasoned['answer']) {
    super('a change of somebody else’s booking waits for its reason')
    this.answer = answer
  }
}

/**
 * To be asked last, when all else has been written and nothing was refused: nobody thinks up a reason for what cannot be. Within
 * `unlessReasonNeeded`.
 */
export function* mustHaveReason(...[bookings, asker, reason]: Parameters<typeof reasonNeeded>): Query<void> {
  const needed = yield* reasonNeeded(bookings, asker, reason)
  if (needed !== null) throw new Unreasoned(needed)
}

/** What the transaction comes to; nothing of it stays where a reason is needed and was not given. */
export async function unlessReasonNeeded<T>(transact: () => T | Promise<T>): Promise<T | Unreasoned['answer']> {
  try {
    return await transact()
  } catch (error) {
    if (error instanceof Unreasoned) return error.answer
    throw error
  }
}

/** Both read of it, but for whoever did it. */
function* takenBack({ personId, bookerId }: { personId: Id; bookerId: Id }, by: By): Query<void> {
  if ((yield* takeBackDelegation(personId, bookerId)) === 0) return
  yield* tellOfOwn({ kind: 'books_for', ofId: personId, known: 'given' }, [bookerId], by)
  yield* tellOfOwn({ kind: 'booker', ofId: bookerId, known: 'given' }, [personId], by)
}

export function bookingForService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'bookingFor'> {
  function* of(personId: Id) {
    return { bookerIds: yield* bookersOf(personId), bookedForIds: yield* bookedForBy(personId) }
  }
  /** Who books for somebody is for them to say; whom they named may not name others. */
  function* change({ personId, bookerId }: { personId: Id; bookerId: Id }, asker: Asker, writing: Query<unknown>) {
    const person = yield* personToHold(personId)
    if (person === null) return refuse('not_found')
    if (!mayBookFor(asker, bookersForAll, personId, []))
      return { ok: false, code: 'not_yours', detail: { personName: person.name } } as const
    if (personId !== bookerId) yield* writing
    return accept(yield* of(personId))
  }

  return {
    of: ({ personId }) =>
      engine.read(function* () {
        return accept(yield* of(personId))
      }),

    made: ({ personId }) =>
      engine.read(function* () {
        return accept(yield* withCheckIn(yield* madeBy(personId, clock.now())))
      }),

    allow: (pair, asker) =>
      engine.transact(function* () {
        // In one order, as whoever places both.
        const [first, second] = [pair.personId, pair.bookerId].sort()
        for (const id of [first, second])
          if (id !== undefined && (yield* personToHold(id)) === null) return refuse('not_found')
        return yield* change(pair, asker, giveDelegation(pair, { at: clock.now(), actorId: asker.personId }))
      }),

    takeBack: (pair, asker) =>
      engine.transact(() => change(pair, asker, takenBack(pair, { at: clock.now(), actorId: asker.personId }))),
  }
}
