import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { freePlacesIn } from '../booking/refusal-words.ts'
import { reschedule, takeLabel, tellRefusal } from '../seats.actions.ts'

/** Asks main to move a booking that was dropped on the week. Refused, it stays, and the nearest free place is one press away. */
export async function moveInWeek(booking: Booking, place: SeatSpan): Promise<void> {
  const outcome = await reschedule(booking, place)
  if (typeof outcome === 'string') return
  const instead = freePlacesIn(outcome)[0]
  if (instead === undefined) return tellRefusal(outcome, place)
  tellRefusal(outcome, place, { label: takeLabel(instead), run: () => void moveInWeek(booking, instead) })
}
