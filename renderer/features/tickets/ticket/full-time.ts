import type { Instant } from '../../../../shared/contract/values.ts'
import { dateIn, dateName, dayName, type Place, timeOfDay } from '../../../lib/formats.ts'

/** `11月21日 周六 10:30`, `Sat 21 Nov 10:30`; in another year than this one the year instead of the weekday. */
export function fullTime(at: Instant, place: Place, now: Instant): string {
  const date = dateIn(at, place.timeZone)
  const isThisYear = date.slice(0, 4) === dateIn(now, place.timeZone).slice(0, 4)
  const day = isThisYear ? dayName(date, place.language) : dateName(date, place.language, true)
  return `${day} ${timeOfDay(at, place)}`
}
