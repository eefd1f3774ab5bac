import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { HeldPlace } from '../../../../shared/contract/seats/waitlist.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import type { DayBoard } from './board-layout.ts'

/** What a printed day says of a seat, the earliest first: who sits there, and what is held for those who wait. */
export function linesOf({ placed, heldPlaces }: DayBoard, seatId: Id): (Booking | HeldPlace)[] {
  const lines = [...placed.map(({ booking }) => booking), ...heldPlaces].filter((line) => line.seatId === seatId)
  return lines.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))
}

export const isHeld = (line: Booking | HeldPlace): line is HeldPlace => 'until' in line
