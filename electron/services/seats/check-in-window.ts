import type { RoomRules } from '../../../shared/contract/house/room-rules.ts'
import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import type { Booking, KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { checkInTimes } from '../../../shared/domain/seats/bookings.ts'
import { EVERY_DAY_CHECK_IN } from '../../../shared/domain/seats/room-rules.ts'
import { timetableIn } from '../../../shared/domain/seats/timetable.ts'
import type { Query } from '../../storage/engine/query.ts'
import { roomOfSeat } from '../../storage/house/room.ts'

type CheckIn = RoomRules['checkIn']
type CheckInOf = (booking: KeptBooking) => CheckIn

/** Each booking with when its check-in opens and closes, by the rules of its room that day. */
export function* withCheckIn(bookings: readonly KeptBooking[]): Query<Booking[]> {
  const bySeat = new Map<Id, CheckInOf>()
  const told: Booking[] = []
  for (const booking of bookings) {
    if (!bySeat.has(booking.seatId)) {
      const room = yield* roomOfSeat(booking.seatId)
      const checkInOf = room === null ? () => EVERY_DAY_CHECK_IN : checkInIn(room)
      for (const id of [booking.seatId, ...(room?.seats ?? []).map((seat) => seat.id)]) bySeat.set(id, checkInOf)
    }
    told.push({ ...booking, ...checkInTimes(booking, bySeat.get(booking.seatId)?.(booking) ?? EVERY_DAY_CHECK_IN) })
  }
  return told
}

/** The same of one. */
export function* oneWithCheckIn(booking: KeptBooking): Query<Booking> {
  const room = yield* roomOfSeat(booking.seatId)
  return { ...booking, ...checkInTimes(booking, room === null ? EVERY_DAY_CHECK_IN : checkInIn(room)(booking)) }
}

/** Which day a booking belongs to is asked only where it makes a difference: a board has hundreds of them. */
function checkInIn(room: HouseRoom): CheckInOf {
  const [first, ...others] = room.rules.map((version) => version.rules.checkIn)
  if (first !== undefined && others.every((other) => JSON.stringify(other) === JSON.stringify(first)))
    return () => first
  const timetable = timetableIn(room)
  return ({ seatNumber, startsAt }) => {
    const seat = timetable.seat(seatNumber)
    return seat.rulesOn(seat.dayOf(startsAt)).checkIn
  }
}
