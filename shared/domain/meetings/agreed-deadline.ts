import type { PlainDate } from '../../contract/values.ts'
import type { WorkCalendar } from '../house/work-calendar.ts'
import type { Instant } from '../instants.ts'
import { instantAt } from '../wall-clock.ts'

/**
 * When what was agreed for a day is due: at the end of its working hours, whether or not it is worked; of a day whose hours are over, at its end. A
 * day that is over altogether stays what was agreed.
 */
export function agreedDeadline(date: PlainDate, now: Instant, { shifts, timeZone }: WorkCalendar): Instant {
  const ends = shifts.map(({ to }) => to).sort()
  const atClose = instantAt(date, ends.at(-1) ?? '24:00', timeZone)
  return atClose > now ? atClose : instantAt(date, '24:00', timeZone)
}
