import type { Instant } from '../../shared/contract/values.ts'
import { isShownTwice, offsetName } from '../../shared/domain/zone-shifts.ts'
import type { Place } from './formats.ts'

/**
 * What is said of a call by the clock where it was heard; `clock`: which one it is, where it is another than the house's. A time that the clock there shows twice
 * says so itself.
 */
export function heardPlace(house: Place, at: Instant, heardZone: string | null | undefined) {
  const there: Place = { ...house, timeZone: heardZone ?? house.timeZone }
  const offset = offsetName(at, there.timeZone)
  const isSaid = offset === offsetName(at, house.timeZone) || isShownTwice(at, there.timeZone)
  return { there, clock: isSaid ? '' : ` (${offset})` }
}
