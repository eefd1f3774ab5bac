import type { TFunction } from 'i18next'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { isMissed } from '../../../../shared/domain/seats/no-shows.ts'
import { type Place, timeRange } from '../../../lib/formats.ts'
import { type Cell, type DayBoard, heldAt, isBookable } from './board-layout.ts'

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

/** `rest`: left free beside a booking. `held`: for somebody who waits; `held_for_me`: free for me alone. */
export type SlotState = 'free' | 'past' | 'closed' | 'rest' | 'unread' | 'held' | 'held_for_me'

/** Of a place that nobody has. */
export function slotState(board: DayBoard, cell: Cell, earliest: Instant, now: Instant): SlotState {
  if (!board.isRead) return 'unread'
  const held = heldAt(board, cell)
  if (isBookable(board, cell, earliest)) return held === undefined ? 'free' : 'held_for_me'
  const offer = board.offers[cell.seat]?.[cell.slot]
  const startsAt = offer?.startsAt ?? board.slots[cell.slot]?.startsAt ?? now
  if (startsAt <= now && startsAt < earliest) return 'past'
  if (offer === undefined || startsAt < earliest) return 'closed'
  return held?.isMine === false ? 'held' : 'rest'
}

/** «3号席 10:00 空闲» */
export function slotName(
  t: TFunction<'seats'>,
  seatNumber: number,
  state: SlotState,
  time: string,
  { language }: Place,
): string {
  const key = `${language} ${state}`
  const pattern = slotPatterns.get(key) ?? t(`cell.${state}`, { seat: SEAT, time: TIME })
  slotPatterns.set(key, pattern)
  return pattern.replace(SEAT, String(seatNumber)).replace(TIME, time)
}

/** Hundreds of names at once: looked up once for each state, and filled in by hand. */
const slotPatterns = new Map<string, string>()
const [SEAT, TIME] = ['\u0001', '\u0002'] as const

/** Who booked it for somebody else; null where one did it oneself, or nobody knows. */
export const bookerOf = ({ bookedById, bookedByName, personId }: Booking): string | null =>
  bookedById === personId ? null : bookedByName

/** «3号席 10:00–11:00 王敏，听线，同行 李强，已签到» */
export function bookingName(t: TFunction<'seats'>, booking: Booking, me: Id | null, place: Place): string {
  const where = t('place', { seat: booking.seatNumber, time: timeRange(booking.startsAt, booking.endsAt, place) })
  const booker = bookerOf(booking)
  const facts = [
    isMine(booking, me) ? t('cell.mine', { name: booking.personName }) : booking.personName,
    t(`purpose.${booking.purpose}`),
    ...(booking.companionName === null ? [] : [t('with', { name: booking.companionName })]),
    ...(booking.seriesId === null ? [] : [t('series.one')]),
    ...(booker === null ? [] : [t('forOthers.by', { name: booker })]),
    ...(isDrawn(booking) ? [t('drawn.one')] : []),
    t(`state.${booking.state}`),
    ...(booking.satByName === null ? [] : [t('standIn.satBy', { name: booking.satByName })]),
    ...(booking.walkUpOf === null ? [] : [t('missed.walkUp')]),
  ]
  return `${where} ${facts.join(t('comma'))}`
}
