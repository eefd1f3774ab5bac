import type { TFunction } from 'i18next'
import type { Id } from '../../../../shared/contract/values.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { type Place, timeOn } from '../../../lib/formats.ts'
import { todayIn } from '../../../lib/now.ts'
import { type DayBoard, heldInTheWay, inTheWay } from './board-layout.ts'

/** What a booking would run into where it is carried to; null: nothing. */
export function wordsInTheWay(
  t: TFunction<'seats'>,
  board: DayBoard,
  span: SeatSpan,
  bookingId: Id,
  place: Place,
): string | null {
  const other = inTheWay(board, span, bookingId)
  if (other !== undefined) {
    const time = timeOn(board.date, other.startsAt, place)
    return t('refused.seatTaken', { seat: other.seatNumber, time, name: other.personName })
  }
  const held = heldInTheWay(board, span)
  if (held === undefined) return null
  const seat = board.seats.find(({ id }) => id === held.seatId)?.number ?? 0
  const time = timeOn(board.date, held.startsAt, place)
  return t('refused.placeHeld', { seat, time, until: timeOn(todayIn(place), held.until, place) })
}
