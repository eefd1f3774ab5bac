import type { Instant } from '../../../../shared/contract/values.ts'
import { msOf } from '../../../../shared/domain/instants.ts'
import { type DayBoard, isBookable, isFree, isToBeDrawn } from './board-layout.ts'

const HOUR_MS = 3_600_000

export const DAY_PARTS = ['night', 'morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof DAY_PARTS)[number]

/** How many whole hours one person can still sit, one after the other; by the part of the day in which each begins. */
export interface FreeHours extends Record<DayPart, number> {
  total: number
  /** Something of it looks free, and goes to whoever is drawn for it. */
  hasToBeDrawn: boolean
}

/**
 * Counts what a person can use: an hour on one seat without a change. Two seats free at the same time are one hour, since nobody
 * sits on both; half-hours apart are none, nor is what is to be drawn. `onlySeat`: of that seat alone.
 */
export function freeHours(
  board: DayBoard,
  earliest: Instant,
  timeOf: (at: Instant) => string,
  onlySeat?: number,
): FreeHours {
  const hours: FreeHours = { night: 0, morning: 0, afternoon: 0, evening: 0, total: 0, hasToBeDrawn: false }
  const seats = onlySeat === undefined ? board.seats.map((_, seat) => seat) : [onlySeat]
  hours.hasToBeDrawn = seats.some((seat) => isSomeToBeDrawn(board, seat, earliest))
  let slot = 0
  while (slot < board.slots.length) {
    const end = endOfHour(board, slot)
    const isFree = end !== null && seats.some((seat) => isAllFree(board, seat, slot, end, earliest))
    if (!isFree) {
      slot += 1
      continue
    }
    hours[partOf(timeOf(board.slots[slot]?.startsAt ?? earliest))] += 1
    hours.total += 1
    slot = end
  }
  return hours
}

/** The slot after the hour that begins with this one; null where the day ends before. */
function endOfHour(board: DayBoard, slot: number): number | null {
  const startsAt = board.slots[slot]?.startsAt
  if (startsAt === undefined) return null
  const beganMs = msOf(startsAt)
  for (let last = slot; last < board.slots.length; last += 1) {
    const endsAt = board.slots[last]?.endsAt ?? startsAt
    if (msOf(endsAt) - beganMs >= HOUR_MS) return last + 1
  }
  return null
}

const isSomeToBeDrawn = (board: DayBoard, seat: number, earliest: Instant): boolean =>
  board.drawn.length > 0 &&
  board.slots.some((_, slot) => isToBeDrawn(board, { seat, slot }) && isBookable(board, { seat, slot }, earliest))

function isAllFree(board: DayBoard, seat: number, from: number, end: number, earliest: Instant): boolean {
  for (let slot = from; slot < end; slot += 1) if (!isFree(board, { seat, slot }, earliest)) return false
  return true
}

function partOf(time: string): DayPart {
  if (time < '06:00') return 'night'
  if (time < '12:00') return 'morning'
  return time < '18:00' ? 'afternoon' : 'evening'
}
