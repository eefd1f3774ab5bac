import type { Booking } from '../../contract/seats/bookings.ts'
import { type Instant, msOf } from '../instants.ts'
import { CHECK_IN_BEFORE_MS } from './check-in.ts'

/** Whether to remind of a booking now: nobody sits yet, it has not begun, and whoever goes now may check in on arrival. */
export function isToRemind({ state, startsAt }: Pick<Booking, 'state' | 'startsAt'>, now: Instant): boolean {
  const aheadMs = msOf(startsAt) - msOf(now)
  return state === 'booked' && aheadMs > 0 && aheadMs <= CHECK_IN_BEFORE_MS
}

/** As a reminder says it: a begun minute is a whole one. */
export const minutesUntil = (startsAt: Instant, now: Instant): number =>
  Math.ceil((msOf(startsAt) - msOf(now)) / 60_000)
