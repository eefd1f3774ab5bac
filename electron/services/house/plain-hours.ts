import type { RoomRules } from '../../../shared/contract/house/room-rules.ts'
import type { Hours } from '../../storage/house/room.ts'

/** Rules said as if every day were alike, by the first day of the week that is open: as whoever knows no rules reads a room. */
export function plainHours({ week, slotMinutes }: RoomRules, otherwise: Hours): Hours {
  const hours = week.find((one) => one !== null) ?? otherwise
  return { opensAt: hours.opensAt, closesAt: hours.closesAt, slotMinutes }
}
