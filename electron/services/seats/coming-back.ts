import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personById, personToHold } from '../../storage/house/people.ts'
import { roomOfSeat } from '../../storage/house/room.ts'
import { nowIdOf } from '../../storage/house/same-person.ts'
import { type BookingEvent, PlaceTaken, updateBooking } from '../../storage/seats/bookings.ts'
import { besideIt, placeIn } from './placing.ts'

interface Named {
  readonly personId: Id
  readonly companionId: Id | null
}

/**
 * Who comes to what was given up and is there again: whoever was entered twice by the record that was kept, and without a companion who is off the list by
 * now. In one order, as for all who place somebody. Null: whoever it is for is on the list no more. `look`: held, so that nobody else gives them a place meanwhile.
 */
export function* whoComesBack(gone: Named, look = personToHold): Query<Named | null> {
  const personId = yield* nowIdOf(gone.personId)
  const companionId = gone.companionId === null ? null : yield* nowIdOf(gone.companionId)
  const here = new Set<Id>()
  for (const id of [...new Set([personId, companionId])].filter((one) => one !== null).sort())
    if ((yield* look(id)) !== null) here.add(id)
  if (!here.has(personId)) return null
  const isBeside = companionId !== null && companionId !== personId && here.has(companionId)
  return { personId, companionId: isBeside ? companionId : null }
}

/** A booking that was given up with something else, and that nobody changed since, is there again with it: where its place is to be had, and nothing lies too close. */
export function* givenBack(booking: KeptBooking, event: BookingEvent): Query<boolean> {
  const people = yield* whoComesBack(booking, personById)
  const room = yield* roomOfSeat(booking.seatId)
  const place = room === null ? null : placeIn(room, booking.seatId, event.at)
  if (people === null || place === null) return false
  const after = { ...booking, ...people, state: 'booked' as const }
  return (yield* besideIt(place, after)) === null && (yield* isWritten(updateBooking(booking, after, event)))
}

/** Whether the database lets it be. */
export function* isWritten(writing: Query<void>): Query<boolean> {
  try {
    yield* writing
    return true
  } catch (error) {
    if (error instanceof PlaceTaken) return false
    throw error
  }
}
