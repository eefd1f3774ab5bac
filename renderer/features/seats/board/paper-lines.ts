import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { HeldPlace } from '../../../../shared/contract/seats/waitlist.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { isMissed } from '../../../../shared/domain/seats/no-shows.ts'
import type { DayBoard } from './board-layout.ts'

/** What paper says of a seat, the earliest first: who sits there, and what is held for those who wait. A place that nobody came to is free for others, and left out. */
export function linesOf({ placed, heldPlaces }: DayBoard, seatId: Id): (Booking | HeldPlace)[] {
  const bookings = placed.map(({ booking }) => booking).filter((booking) => !isMissed(booking))
  const lines = [...bookings, ...heldPlaces].filter((line) => line.seatId === seatId)
  return lines.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))
}

export const isHeld = (line: Booking | HeldPlace): line is HeldPlace => 'until' in line
