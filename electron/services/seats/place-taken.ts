import type { FreePlace } from '../../../shared/contract/seats/bookings.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { earliestStart } from '../../../shared/domain/seats/bookings.ts'
import { freeNeighbours } from '../../../shared/domain/seats/free-neighbours.ts'
import { slotsOfDay } from '../../../shared/domain/seats/slots.ts'
import { dateOf, instantAt } from '../../../shared/domain/wall-clock.ts'
import { GoneMeanwhile } from '../../storage/engine/engine.ts'
import type { Query } from '../../storage/engine/query.ts'
import { readRoom } from '../../storage/house/room.ts'
import { bookingsOfPeople, heldPlaces, holderOfSeat, type StoredBooking } from '../../storage/seats/bookings.ts'

/** Who holds the seat, and what is free nearby for these people, for a booking the database refused. */
export function* seatTaken(now: Instant, wish: StoredBooking) {
  const holder = yield* holderOfSeat(wish, wish.id)
  if (holder === null) throw new GoneMeanwhile('a seat was refused that nobody holds')
  return {
    ok: false,
    code: 'seat_taken',
    detail: {
      seatNumber: holder.seatNumber,
      startsAt: holder.startsAt,
      personName: holder.personName,
      free: yield* freePlaces(now, wish),
    },
  } as const
}

/** Which other booking takes the person, or else the companion, then. */
export function* personTaken(wish: StoredBooking) {
  const others = yield* bookingsOfPeople(wish, wish, wish.id)
  const ofPerson = others.find((other) => other.personId === wish.personId || other.companionId === wish.personId)
  const other = ofPerson ?? others[0]
  if (other === undefined) throw new GoneMeanwhile('a person was refused who is free')
  const isAbout = ofPerson === undefined ? wish.companionId : wish.personId
  return {
    ok: false,
    code: 'person_taken',
    detail: {
      personName: other.personId === isAbout ? other.personName : (other.companionName ?? other.personName),
      seatNumber: other.seatNumber,
      startsAt: other.startsAt,
      endsAt: other.endsAt,
    },
  } as const
}

function* freePlaces(now: Instant, wish: StoredBooking): Query<FreePlace[]> {
  const room = yield* readRoom()
  const date = dateOf(wish.startsAt, room.timeZone)
  const endOfDay = instantAt(date, '24:00', room.timeZone)
  const day = {
    startsAt: instantAt(date, '00:00', room.timeZone),
    endsAt: wish.endsAt > endOfDay ? wish.endsAt : endOfDay,
  }
  const places = freeNeighbours({
    seatId: wish.seatId,
    startsAt: wish.startsAt,
    endsAt: wish.endsAt,
    seatIds: room.seats.map((seat) => seat.id),
    // The place a moved booking comes from counts as held: offering it would offer nothing new.
    bookings: yield* heldPlaces(day),
    slots: slotsOfDay(date, room),
    alsoBusy: yield* bookingsOfPeople(wish, day, wish.id),
    notBefore: earliestStart({ now, room }),
  })
  return places.map((place) => ({
    ...place,
    seatNumber: room.seats.find((seat) => seat.id === place.seatId)?.number ?? 0,
  }))
}
