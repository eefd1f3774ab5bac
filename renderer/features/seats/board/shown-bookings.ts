import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import { dateIn } from '../../../lib/formats.ts'
import { addDays } from '../../../lib/plain-dates.ts'
import { putInto } from '../../../lib/put-into.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { seatRoomNow } from '../../../lib/seat-rooms.ts'

interface Range {
  from: string
  to: string
}

const isRange = (value: unknown): value is Range =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value

/** What this window did last: of which it need not be told. */
const shownHere = new Map<Booking['id'], Pick<Booking, 'version' | 'state'>>()
const MOST_KEPT = 100

/** Whether it was this window that brought the booking to that version, or took it away. */
export function wasShownHere({ id, version }: Booking): boolean {
  const shown = shownHere.get(id)
  return shown !== undefined && (shown.version === version || shown.state === 'cancelled')
}

/**
 * Puts what main answered onto every board that shows its day at once; main's event refreshes them a moment later.
 */
export function showBooking(booking: Booking): void {
  if (shownHere.size > MOST_KEPT) shownHere.clear()
  shownHere.set(booking.id, booking)
  const { timeZone } = seatRoomNow(booking).place
  const from = dateIn(booking.startsAt, timeZone)
  const to = dateIn(booking.endsAt, timeZone)
  for (const [key, shown] of queryClient.getQueriesData<Booking[]>({ queryKey: ['bookings', 'board'] })) {
    const range = key[2]
    if (shown === undefined || !isRange(range)) continue
    const others = shown.filter((other) => other.id !== booking.id)
    // A night belongs to the day that opened: up to the next morning.
    const belongs = booking.state !== 'cancelled' && from <= addDays(range.to, 1) && to >= range.from
    putInto<Booking[]>(key, () => (belongs ? [...others, booking] : others))
  }
}
