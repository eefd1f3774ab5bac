import type { Booking } from '../../contract/seats/bookings.ts'
import type { Instant } from '../instants.ts'
import { decideChange } from './bookings.ts'

type Swapped = Pick<Booking, 'personId' | 'seatId' | 'startsAt' | 'endsAt' | 'state'>

/** Whether two bookings could change places now; null: yes. Whether their people are free then, the database decides. */
export function decideSwap(
  now: Instant,
  one: Swapped,
  other: Swapped,
): 'not_found' | 'already_over' | 'already_started' | 'same_person' | null {
  for (const booking of [one, other]) {
    const refusal = decideChange(now, booking)
    if (refusal !== null) return refusal
    if (booking.state !== 'booked' || booking.startsAt <= now) return 'already_started'
  }
  return one.personId === other.personId ? 'same_person' : null
}

/** Whether somebody may answer for a booking: it is theirs, or they made it. Whoever sits beside does not. */
export const speaksFor = (
  { personId, bookedById }: Pick<Booking, 'personId' | 'bookedById'>,
  asker: string | null,
): boolean => asker === bookedById || asker === personId
