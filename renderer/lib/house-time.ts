import type { Instant } from '../../shared/contract/values.ts'
import { offsetName } from '../../shared/domain/zone-shifts.ts'
import type { Place } from './formats.ts'
import { usePlace, useRoomZone } from './place-store.ts'

/**
 * When somebody did something at a desk, by the clock of the house also on the page of a room: there it says which clock it is, where
 * the room has another one.
 */
export function useHouseTime(): (at: Instant, say: (house: Place) => string) => string {
  const here = usePlace()
  const timeZone = useRoomZone((state) => state.timeZone)
  return (at, say) => {
    const words = say({ ...here, timeZone })
    const offset = offsetName(at, timeZone)
    return offset === offsetName(at, here.timeZone) || words.includes('(UTC') ? words : `${words} (${offset})`
  }
}
