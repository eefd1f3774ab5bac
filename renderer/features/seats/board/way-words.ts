import type { TFunction } from 'i18next'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { Instant } from '../../../../shared/contract/values.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { assertNever } from '../../../lib/answers.ts'
import { type Place, timeOn, timeRange } from '../../../lib/formats.ts'
import { todayIn } from '../../../lib/now.ts'
import { roomsWords } from '../booking/rooms-words.ts'
import type { DayBoard } from './board-layout.ts'
import { closedDayOf } from './cell-refusal.ts'
import { whyNot } from './day-words.ts'
import { type Way, wayOf } from './in-the-way.ts'

export interface InHand {
  booking: Booking
  earliest: Instant
  now: Instant
}

/** What a booking would run into where it is carried to, and when that seat is free again; null: nothing. */
export function wordsInTheWay(
  t: TFunction<'seats'>,
  board: DayBoard,
  span: SeatSpan,
  { booking, earliest, now }: InHand,
  place: Place,
): string | null {
  const way = wayOf(board, span, booking, earliest)
  if (way === null) return null
  const next = 'next' in way && way.next !== null ? t('comma') + t('say.nextFree', { time: time(way.next) }) : ''
  return title(way) + next

  function title(way: Way): string {
    switch (way.why) {
      case 'past':
        return whyNot(t, board, now, place) ?? t('refused.inThePast')
      case 'closed':
        return whyNot(t, board, now, place) ?? closedSeat() ?? t('refused.outsideHours')
      case 'drawn':
        return t('drawn.toCome')
      case 'taken':
        return t('say.taken', { name: way.by.personName, time: range(way.by) })
      case 'person':
        return t('refused.personTaken', { name: way.by.personName, seat: way.by.seatNumber, time: range(way.by) })
      case 'held': {
        const seat = board.seats.find(({ id }) => id === way.held.seatId)?.number ?? 0
        const until = timeOn(todayIn(place), way.held.until, place)
        return t('refused.placeHeld', { seat, time: time(way.held.startsAt), until })
      }
      default:
        return assertNever(way)
    }
  }

  function closedSeat(): string | null {
    const closed = closedDayOf(
      board,
      board.seats.findIndex(({ id }) => id === span.seatId),
    )
    return closed === null ? null : roomsWords(closed, t, place, board.date).title
  }

  function time(at: Instant): string {
    return timeOn(board.date, at, place)
  }

  function range({ startsAt, endsAt }: Booking): string {
    return timeRange(startsAt, endsAt, place)
  }
}
