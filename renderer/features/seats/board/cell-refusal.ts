import type { Instant } from '../../../../shared/contract/values.ts'
import { refusalOfDate } from '../../../../shared/domain/seats/booking-rules.ts'
import { closedDays } from '../../../../shared/domain/seats/room-rules.ts'
import { dateOf } from '../../../../shared/domain/wall-clock.ts'
import type { SeatsRefusal } from '../booking/refusal-words.ts'
import type { Cell, DayBoard } from './board-layout.ts'
import { slotState } from './cell-names.ts'

/** The days on which this seat is closed, as main refuses a place on it; null: it has hours that day. */
export function closedDayOf(board: DayBoard, seat: number) {
  const closed = closedDays(board.rules, board.seats[seat]?.number ?? 0, board.date)
  return closed === null ? null : { ok: false as const, code: 'closed_day' as const, detail: closed }
}

/** Why the rules of the room say no to a place that nobody has, as main would; null: they do not. */
export function refusalOfCell(board: DayBoard, cell: Cell, earliest: Instant, now: Instant): SeatsRefusal | null {
  const state = slotState(board, cell, earliest, now)
  if (state === 'past') return { ok: false, code: 'in_the_past', detail: {} }
  if (state !== 'closed') return null
  const byDate = refusalOfDate(board.rules, board.date, dateOf(now, board.timeZone))
  if (byDate !== null) return { ok: false, ...byDate }
  return closedDayOf(board, cell.seat) ?? { ok: false, code: 'outside_opening_hours', detail: {} }
}
