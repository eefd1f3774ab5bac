import type { Instant } from '../../../../shared/contract/values.ts'
import { addMs, msOf } from '../../../../shared/domain/instants.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { LONGEST_BOOKING_MS } from '../../../../shared/domain/seats/longest-booking.ts'
import { type DayBoard, edgesAt, isFree } from '../board/board-layout.ts'

/** Every start that is still free on a seat. */
export const startsOf = (board: DayBoard, seat: number, earliest: Instant): Instant[] =>
  board.slots.flatMap((_, slot) =>
    isFree(board, { seat, slot }, earliest) ? [edgesAt(board, { seat, slot })?.startsAt ?? earliest] : [],
  )

/** The ends that a start can have before something is in the way, soonest first. `after`: the day after, where the seat is open on into it. */
export function endsFrom(
  board: DayBoard,
  seat: number,
  startsAt: Instant,
  earliest: Instant,
  after: DayBoard | null = null,
): Instant[] {
  const first = board.slots.findIndex((_, slot) => edgesAt(board, { seat, slot })?.startsAt === startsAt)
  const ends: Instant[] = []
  for (const index of board.slots.keys()) {
    if (index < first || first === -1) continue
    if (!isFree(board, { seat, slot: index }, earliest)) break
    ends.push(edgesAt(board, { seat, slot: index })?.endsAt ?? startsAt)
  }
  const last = ends.at(-1)
  const seatAfter = after?.seats.findIndex(({ id }) => id === board.seats[seat]?.id) ?? -1
  if (after === null || seatAfter === -1 || last === undefined || last !== board.slots.at(-1)?.endsAt) return ends
  const latest = addMs(startsAt, LONGEST_BOOKING_MS)
  return [...ends, ...endsFrom(after, seatAfter, last, earliest).filter((end) => end <= latest)]
}

/** The same length from another start, cut where something is in the way. */
export function movedStart(
  board: DayBoard,
  seat: number,
  place: SeatSpan,
  startsAt: Instant,
  earliest: Instant,
  after: DayBoard | null = null,
): SeatSpan {
  const wished = addMs(startsAt, msOf(place.endsAt) - msOf(place.startsAt))
  const ends = endsFrom(board, seat, startsAt, earliest, after)
  const endsAt = ends.findLast((end) => end <= wished) ?? wished
  return { ...place, startsAt, endsAt }
}
