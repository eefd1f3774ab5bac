import type { Instant } from '../../../../shared/contract/values.ts'
import { dateIn, dateTime, dayTime, type Place } from '../../../lib/formats.ts'

/** `11月21日 周六 10:30`, `Sat 21 Nov 10:30`; in another year than this one the year instead of the weekday. */
export function fullTime(at: Instant, place: Place, now: Instant): string {
  const isThisYear = dateIn(at, place.timeZone).slice(0, 4) === dateIn(now, place.timeZone).slice(0, 4)
  return isThisYear ? dayTime(at, place, now) : dateTime(at, place, now)
}
