import type { BookingChange } from '../../../../shared/contract/seats/bookings.ts'
import type { Instant } from '../../../../shared/contract/values.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { settingsQuery } from '../../../lib/settings.ts'
import { needed } from '../../../ui/ask.ts'
import { edit, reschedule, restore, tellRefusal, undoCheckIn } from '../seats.actions.ts'

/** The last thing done to a booking whose time is not over, while what was before is known. */
export function canTakeBack({ what, before, booking, isLast }: BookingChange, now: Instant): boolean {
  if (!isLast || booking.endsAt <= now) return false
  if (what === 'cancelled') return true
  if (what === 'checked_in') return booking.state === 'checked_in' && booking.walkUpOf === null
  return before !== null && (what === 'rescheduled' || what === 'edited')
}

/**
 * Undo from the history, long after its notice went. Refused like the act itself when the place was taken meanwhile. What one did
 * oneself is taken back without a question; of what somebody else did it is a change like any other.
 */
export async function takeBack({ what, before, booking, actorId }: BookingChange): Promise<void> {
  const settings = await needed(queryClient.ensureQueryData(settingsQuery))
  if (settings === null) return
  const turn = actorId === settings.me ? 'back' : 'first'
  if (what === 'cancelled') return restore(booking, turn)
  if (what === 'checked_in') return undoCheckIn(booking)
  if (before === null) return
  if (what === 'edited') return void (await edit(booking, before, turn))
  const outcome = await reschedule(booking, before, turn)
  if (typeof outcome !== 'string') tellRefusal(outcome, before)
}
