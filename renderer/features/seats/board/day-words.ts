import type { TFunction } from 'i18next'
import type { RoomDays } from '../../../../shared/contract/house/room-rules.ts'
import type { Instant } from '../../../../shared/contract/values.ts'
import { msOf } from '../../../../shared/domain/instants.ts'
import { refusalOfDate } from '../../../../shared/domain/seats/booking-rules.ts'
import { FOR_GOOD } from '../../../../shared/domain/seats/closed-rooms.ts'
import { closedDays } from '../../../../shared/domain/seats/room-rules.ts'
import { dateOf, instantAt } from '../../../../shared/domain/wall-clock.ts'
import { dayName, type Place } from '../../../lib/formats.ts'
import type { DayBoard } from './board-layout.ts'

/** What the room calls these days, in the reader's language where it has that. */
export const nameOfDays = ({ name }: Pick<RoomDays, 'name'>, { language }: Pick<Place, 'language'>): string =>
  name[language] || name.zh || name.en

/** Why nothing can be booked on that day, whoever has booked already; null: something could. */
export function whyNot(t: TFunction<'seats'>, board: DayBoard, now: Instant, place: Place): string | null {
  const refusal = refusalOfDate(board.rules, board.date, dateOf(now, board.timeZone))
  if (refusal?.code === 'too_soon') return t('day.tooSoon', { date: dayName(refusal.detail.firstDate, place) })
  if (refusal?.code === 'too_far_ahead') return t('day.tooFar', { date: dayName(refusal.detail.lastDate, place) })
  if (board.offers.some((rows) => rows.some((offer) => offer !== undefined))) return null
  const closed = board.seats
    .map(({ number }) => closedDays(board.rules, number, board.date))
    .find((days) => days !== null)
  if (closed === undefined || closed === null) return t('day.closed')
  if (closed.to === FOR_GOOD) return t('refused.roomClosed', { date: dayName(closed.from, place) })
  const name = nameOfDays(closed, place)
  return name === '' ? t('day.closed') : t('day.closedFor', { name })
}

/** Why a seat is closed all that day; null: it is open, or closed with no name. */
export function whySeatIsClosed(t: TFunction<'seats'>, board: DayBoard, seat: number, place: Place): string | null {
  if (board.offers[seat]?.some((offer) => offer !== undefined) === true) return null
  const closed = closedDays(board.rules, board.seats[seat]?.number ?? 0, board.date)
  const name = closed === null ? '' : nameOfDays(closed, place)
  return name === '' ? t('day.seatClosed') : name
}

/** What is unusual about the day: more seats, a clock that is set. */
export function notesOf(t: TFunction<'seats'>, board: DayBoard, place: Place): string[] {
  const { rules, date, timeZone } = board
  const peak = rules.days.find(({ kind, from, to }) => kind === 'peak' && from <= date && date <= to)
  const notes: string[] = []
  if (peak?.kind === 'peak') {
    const values = { name: nameOfDays(peak, place), seats: peak.seatCount, more: peak.seatCount - rules.seatCount }
    const words = values.more > 0 ? t('day.peak', values) : t('day.fewer', values)
    notes.push(values.name === '' ? words : t('day.named', { name: values.name, words }))
  }
  const hours = (msOf(instantAt(date, '24:00', timeZone)) - msOf(instantAt(date, '00:00', timeZone))) / 3_600_000
  if (hours !== 24) notes.push(hours > 24 ? t('day.longer', { hours }) : t('day.shorter', { hours }))
  return notes
}
