import type { Instant } from '../../../../shared/contract/values.ts'
import { addMs, msOf } from '../../../../shared/domain/instants.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { type DayBoard, edgesAt, isFree } from '../board/board-layout.ts'

/** Every start that is still free on a seat. */
export const startsOf = (board: DayBoard, seat: number, earliest: Instant): Instant[] =>
  board.slots.flatMap((_, slot) =>
    isFree(board, { seat, slot }, earliest) ? [edgesAt(board, { seat, slot })?.startsAt ?? earliest] : [],
  )

/** The ends that a start can have before something is in the way, soonest first. */
export function endsFrom(board: DayBoard, seat: number, startsAt: Instant, earliest: Instant): Instant[] {
  const first = board.slots.findIndex((_, slot) => edgesAt(board, { seat, slot })?.startsAt === startsAt)
  const ends: Instant[] = []
  for (const index of board.slots.keys()) {
    if (index < first || first === -1) continue
    if (!isFree(board, { seat, slot: index }, earliest)) break
    ends.push(edgesAt(board, { seat, slot: index })?.endsAt ?? startsAt)
  }
  return ends
}

/** The same length from another start, cut where something is in the way. */
export function movedStart(
  board: DayBoard,
  seat: number,
  place: SeatSpan,
  startsAt: Instant,
  earliest: Instant,
): SeatSpan {
  const wished = addMs(startsAt, msOf(place.endsAt) - msOf(place.startsAt))
  const ends = endsFrom(board, seat, startsAt, earliest)
  const endsAt = ends.findLast((end) => end <= wished) ?? wished
  return { ...place, startsAt, endsAt }
}
