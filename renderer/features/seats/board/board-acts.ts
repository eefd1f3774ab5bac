import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { reschedule } from '../seats.actions.ts'
import type { DayBoard } from './board-layout.ts'
import { leave, letGo, setCursor, setMode } from './board-store.ts'
import { type Carried, isSamePlace, isUnmoved, landingOf } from './drag-geometry.ts'

/** Puts a carried booking down and asks main. Refused, it stays where it was and the reason stands at the wished place. */
export async function drop(board: DayBoard, booking: Booking, to: Carried, act: 'move' | 'resize'): Promise<void> {
  const place = landingOf(board, booking, to, act)
  // Put down where it was taken up: nothing is asked, also when its edges lie on no slot of today.
  const placed = board.placed.find((each) => each.booking.id === booking.id)
  const isUntouched = placed !== undefined && isUnmoved(board, placed, act, to)
  if (place === null || isUntouched || isSamePlace(booking, place)) {
    letGo()
    return
  }
  await moveTo(board, booking, place)
}

export async function moveTo(board: DayBoard, booking: Booking, place: SeatSpan): Promise<void> {
  setMode({ kind: 'sending', booking, place })
  const outcome = await reschedule(booking, place)
  if (typeof outcome !== 'string') {
    setMode({ kind: 'refused', booking, place, refusal: outcome })
    return
  }
  if (outcome === 'done') pointAt(board, place)
  leave('sending')
}

/** The cursor follows what was placed, so that the next key speaks of it. */
export function pointAt(board: DayBoard, place: SeatSpan): void {
  const seat = board.seats.findIndex((each) => each.id === place.seatId)
  const slot = board.slots.findIndex((each) => each.endsAt > place.startsAt)
  if (seat !== -1 && slot !== -1) setCursor({ seat, slot })
}
