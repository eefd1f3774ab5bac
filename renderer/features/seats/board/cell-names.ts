import type { TFunction } from 'i18next'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { isMissed } from '../../../../shared/domain/seats/no-shows.ts'
import { type Place, timeRange } from '../../../lib/formats.ts'
import { type Cell, type DayBoard, heldAt, isBookable, isToBeDrawn } from './board-layout.ts'
import { cellTexts, filled, type SlotState } from './cell-texts.ts'

/** The person's own, also as companion. */
export const isMine = (booking: Booking, me: Id | null): boolean =>
  me !== null && (booking.personId === me || booking.companionId === me)

/** A draw gave it to them, and nobody sits there yet. */
export const isDrawn = ({ drawnAt, state }: Booking): boolean => drawnAt !== null && state === 'booked'

/** Whether somebody of the department that is looked for sits there; with none it is everybody. */
export const isBright = ({ personId, companionId }: Booking, bright: ReadonlySet<Id> | null): boolean =>
  bright === null || bright.has(personId) || (companionId !== null && bright.has(companionId))

export const isOver = (booking: Booking, now: Instant): boolean =>
  booking.state === 'done' || isMissed(booking) || booking.endsAt <= now

/** Who sits already, or should, keeps seat and start: only the end may still be drawn. */
export const hasStarted = (booking: Booking, now: Instant): boolean =>
  booking.startsAt <= now || booking.state === 'checked_in'

/** Of a place that nobody has. */
export function slotState(board: DayBoard, cell: Cell, earliest: Instant, now: Instant): SlotState {
  if (!board.isRead) return 'unread'
  const held = heldAt(board, cell)
  if (isBookable(board, cell, earliest)) {
    if (held !== undefined) return 'held_for_me'
    return isToBeDrawn(board, cell) ? 'to_be_drawn' : 'free'
  }
  const offer = board.offers[cell.seat]?.[cell.slot]
  const startsAt = offer?.startsAt ?? board.slots[cell.slot]?.startsAt ?? now
  if (startsAt <= now && startsAt < earliest) return 'past'
  if (offer === undefined || startsAt < earliest) return 'closed'
  return held?.isMine === false ? 'held' : 'rest'
}

/** «3号席 10:00 空闲», «3号席 10:00 留给 林岚» where it is told for whom */
export function slotName(
  t: TFunction<'seats'>,
  board: DayBoard,
  cell: Cell,
  state: SlotState,
  time: string,
  place: Place,
): string {
  const seat = board.seats[cell.seat]?.number ?? 0
  const name = state === 'held' ? (heldAt(board, cell)?.personName ?? null) : null
  if (name !== null) return t('cell.held_for', { seat, time, name })
  return filled(cellTexts(t, place).slot[state], String(seat), time)
}

/** Who booked it for somebody else; null where one did it oneself, or nobody knows. */
export const bookerOf = ({ bookedById, bookedByName, personId }: Booking): string | null =>
  bookedById === personId ? null : bookedByName

/** «3号席 10:00–11:00 王敏，听线，同行 李强，已签到» */
export function bookingName(t: TFunction<'seats'>, booking: Booking, me: Id | null, place: Place): string {
  const texts = cellTexts(t, place)
  const where = filled(texts.place, String(booking.seatNumber), timeRange(booking.startsAt, booking.endsAt, place))
  const booker = bookerOf(booking)
  const facts = [
    isMine(booking, me) ? filled(texts.mine, booking.personName) : booking.personName,
    texts.purpose[booking.purpose],
    ...(booking.companionName === null ? [] : [filled(texts.companion, booking.companionName)]),
    ...(booking.seriesId === null ? [] : [texts.series]),
    ...(booker === null ? [] : [filled(texts.booker, booker)]),
    ...(isDrawn(booking) ? [texts.drawn] : []),
    texts.state[booking.state],
    ...(booking.satByName === null ? [] : [filled(texts.standIn, booking.satByName)]),
    ...(booking.walkUpOf === null ? [] : [texts.walkUp]),
  ]
  return `${where} ${facts.join(texts.comma)}`
}
