import type { BookingChange } from '../../../../shared/contract/seats/bookings.ts'
import type { Instant } from '../../../../shared/contract/values.ts'
import { edit, reschedule, restore, tellRefusal } from '../seats.actions.ts'

/** The last thing done to a booking whose time is not over, while what was before is known. */
export function canTakeBack({ what, before, booking, isLast }: BookingChange, now: Instant): boolean {
  if (!isLast || booking.endsAt <= now) return false
  if (what === 'cancelled') return true
  return before !== null && (what === 'rescheduled' || what === 'edited')
}

/** Undo from the history, long after its notice went. Refused like the act itself when the place was taken meanwhile. */
export async function takeBack({ what, before, booking }: BookingChange): Promise<void> {
  if (what === 'cancelled') return restore(booking)
  if (before === null) return
  if (what === 'edited') return void (await edit(booking, before))
  const outcome = await reschedule(booking, before)
  if (typeof outcome !== 'string') tellRefusal(outcome)
}
