import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import type { ArrivingBooking, BookingArrival } from '../../../shared/contract/team/arrivals.ts'
import { decideReservation } from '../../../shared/domain/seats/bookings.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personToHold } from '../../storage/house/people.ts'
import { houseRooms } from '../../storage/house/room.ts'
import {
  bookingById,
  bookingsOfPeople,
  holderOfSeat,
  insertBooking,
  PlaceTaken,
  type StoredBooking,
} from '../../storage/seats/bookings.ts'
import type { HouseParts } from '../parts.ts'
import { besideIt, placeToHold, refusedByLimit, refusedDay } from '../seats/placing.ts'

/**
 * Gives a booking of a desk its place here, by the rules of whoever books here and now, on the seat of the same number in the room of that name. What was done to it at the desk stays
 * there; whoever brings it has booked it.
 */
export function* layBooking(
  { clock }: Pick<HouseParts, 'clock'>,
  { seatNumber, roomName = '', isFirstRoom = true, ...arriving }: ArrivingBooking,
  asker: Asker,
): Query<BookingArrival> {
  const { id, personId, companionId } = arriving
  if ((yield* bookingById(id)) !== null) return { id, how: 'there' }
  const room = roomMeant(yield* houseRooms(), roomName, isFirstRoom)
  const seat = room?.seats.find(({ number }) => number === seatNumber)
  const place = seat === undefined ? null : yield* placeToHold(clock.now(), seat.id)
  if (seat === undefined || place === null) return { id, how: 'no_seat' }
  // In one order for all, so that no two wait for each other.
  for (const one of [personId, companionId].filter((each) => each !== null).sort())
    if ((yield* personToHold(one)) === null) return { id, how: 'person_waits' }
  const wish = { ...arriving, seatId: seat.id }
  const refusal = decideReservation(place.facts, wish)
  if (refusal !== null) return { id, how: refusal }
  const booking: StoredBooking = {
    ...{ ...wish, companionId: companionId === personId ? null : companionId },
    ...{ state: 'booked', checkedInAt: null, satById: null, walkUpOf: null, version: 0 },
  }
  if (
    (refusedDay(place, wish) ?? (yield* refusedByLimit(place, booking)) ?? (yield* besideIt(place, booking))) !== null
  )
    return { id, how: 'against_rules' }
  const at = clock.now()
  try {
    yield* insertBooking(booking, { id: clock.newId(), at, actorId: asker.personId, what: 'reserved' })
    return { id, how: 'laid' }
  } catch (error) {
    if (!(error instanceof PlaceTaken)) throw error
    if (error.by === 'to_be_drawn') return { id, how: 'against_rules' }
    // What is held for somebody who waits is taken too; by whom is not told.
    const how = error.by === 'place_held' ? 'seat_taken' : error.by
    return { id, how, taken: yield* inTheWay(booking, how) }
  }
}

/** A first room is often called something else, or nothing; of any other the name has to say which one it is. */
function roomMeant(rooms: readonly HouseRoom[], name: string, isFirst: boolean): HouseRoom | undefined {
  const [named, ...more] = name === '' ? [] : rooms.filter((room) => room.name === name)
  return more.length === 0 && named !== undefined ? named : isFirst ? rooms[0] : undefined
}

function* inTheWay(
  booking: StoredBooking,
  by: 'seat_taken' | 'person_taken',
): Query<Extract<BookingArrival, { taken: unknown }>['taken']> {
  const other =
    by === 'seat_taken'
      ? yield* holderOfSeat(booking, booking.id)
      : (yield* bookingsOfPeople(booking, booking, booking.id))[0]
  if (other == null) return null
  const { personName, seatNumber, startsAt } = other
  return { personName, seatNumber, startsAt, isTheirs: other.personId === booking.personId }
}
