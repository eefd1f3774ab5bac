import type { InRoom } from '../../../shared/contract/seats/bookings.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Query } from '../../storage/engine/query.ts'
import { houseRooms, roomOfSeat } from '../../storage/house/room.ts'

/** What is said of a place beside its seat; null: there is no such seat. */
export function* inRoomOf(seatId: Id): Query<InRoom | null> {
  const room = yield* roomOfSeat(seatId)
  if (room === null) return null
  const { timeZone, name, site } = room
  return { timeZone, roomName: (yield* houseRooms()).length > 1 ? name || site : '' }
}
