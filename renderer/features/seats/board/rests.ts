import type { Seat } from '../../../../shared/contract/house/rooms.ts'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { HeldPlace } from '../../../../shared/contract/seats/waitlist.ts'
import { withBuffer } from '../../../../shared/domain/seats/booking-rules.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { isMissed } from '../../../../shared/domain/seats/no-shows.ts'
import { overlaps, type Span } from '../../../../shared/domain/seats/slots.ts'

/** What is booked, and held for those who wait. */
export interface Taken {
  readonly bookings: readonly Booking[]
  readonly held: readonly HeldPlace[]
}

export const NOTHING_TAKEN: Taken = { bookings: [], held: [] }

/** What nobody else may come too close to; who did not come holds nothing. */
export const keptOf = ({ bookings, held }: Taken): Taken => ({
  bookings: bookings.filter((booking) => !isMissed(booking)),
  held: held.filter(({ isMine }) => !isMine),
})

/** Of each seat the slots that are left free beside a place, also beside one of another day: a room that never closes goes on over midnight. */
export function restsOf(
  seats: readonly Seat[],
  slots: readonly Span[],
  { bookings, held }: Taken,
  bufferMs: number,
): Set<number>[] {
  const rests = seats.map(() => new Set<number>())
  const [first, last] = [slots[0], slots.at(-1)]
  if (bufferMs === 0 || first === undefined || last === undefined) return rests
  const reach = withBuffer({ startsAt: first.startsAt, endsAt: last.endsAt }, bufferMs)
  for (const place of [...bookings, ...held] satisfies SeatSpan[]) {
    if (!overlaps(place, reach)) continue
    const seat = seats.findIndex(({ id }) => id === place.seatId)
    const kept = withBuffer(place, bufferMs)
    for (const [row, slot] of slots.entries()) if (overlaps(slot, kept)) rests[seat]?.add(row)
  }
  return rests
}
