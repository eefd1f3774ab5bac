import type { InRoom } from '../../../shared/contract/seats/bookings.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Query } from '../../storage/engine/query.ts'
import { houseRooms, roomOfSeat } from '../../storage/house/room.ts'

/** What is said of a place beside its seat; null: there is no such seat. */
export function* inRoomOf(seatId: Id): Query<InRoom | null> {
  const room = yield* roomOfSeat(seatId)
  if (room === null) return null
  const { timeZone, name, site } = room
  return { timeZone, roomName: (yield* houseRooms()).length > 1 ? name || site || null : '' }
}

/** Each with the clock of its room, and the name of that. */
export function* withRooms<B extends { seatId: Id }>(bookings: readonly B[]): Query<(B & InRoom)[]> {
  const rooms = new Map<Id, InRoom>()
  for (const { seatId } of bookings)
    if (!rooms.has(seatId)) {
      const room = yield* inRoomOf(seatId)
      if (room !== null) rooms.set(seatId, room)
    }
  // A copy that lacks a seat lacks its bookings.
  return bookings.flatMap((booking) => {
    const room = rooms.get(booking.seatId)
    return room === undefined ? [] : [{ ...booking, ...room }]
  })
}
