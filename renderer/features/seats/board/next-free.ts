import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { DrawnSeats } from '../../../../shared/contract/seats/draws.ts'
import type { HeldPlace } from '../../../../shared/contract/seats/waitlist.ts'
import type { Id, Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { refusalOfDate } from '../../../../shared/domain/seats/booking-rules.ts'
import { dateOf } from '../../../../shared/domain/wall-clock.ts'
import { addDays } from '../../../lib/plain-dates.ts'
import { type DayBoard, layDay } from './board-layout.ts'
import { cellFor } from './proposed-cell.ts'
import type { Taken } from './rests.ts'

export interface FreeCell {
  date: PlainDate
  seatId: Id
  seatNumber: number
  startsAt: Instant
}

/** How far it looks. */
export const DAYS_LOOKED_AT = 21

/** The days after this one, the soonest first; of a day that cannot be booked yet the last ones that can, the nearest to it first. */
export function daysToLookAt({ date, rules, timeZone }: DayBoard, now: Instant): PlainDate[] {
  const refusal = refusalOfDate(rules, date, dateOf(now, timeZone))
  const isTooFar = refusal?.code === 'too_far_ahead'
  return Array.from({ length: DAYS_LOOKED_AT }, (_, index) =>
    isTooFar ? addDays(refusal.detail.lastDate, -index) : addDays(date, index + 1),
  )
}

/** The first free slot in these dates, in their order, at an hour when the person has no place; null when every one is taken, or to be drawn. */
export function nextFree(
  dates: readonly PlainDate[],
  room: HouseRoom,
  bookings: readonly Booking[],
  now: Instant,
  personId: Id | null,
  held: readonly HeldPlace[] = [],
  drawnOn: (day: PlainDate) => readonly DrawnSeats[] = () => [],
  beside?: Taken,
): FreeCell | null {
  for (const date of dates) {
    const board = { ...layDay(date, room, bookings, held, beside), drawn: drawnOn(date) }
    const cell = cellFor(personId, board, now)
    const seat = cell === null ? undefined : board.seats[cell.seat]
    const startsAt = cell === null ? undefined : board.slots[cell.slot]?.startsAt
    if (seat !== undefined && startsAt !== undefined)
      return { date, seatId: seat.id, seatNumber: seat.number, startsAt }
  }
  return null
}
