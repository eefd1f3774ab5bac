import type { TFunction } from 'i18next'
import type { Id, Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { weekOf } from '../../../../shared/domain/wall-clock.ts'
import { dayOfMonth, fullDateName, type Place, timeOfDay } from '../../../lib/formats.ts'
import { type Cell, type DayBoard, earliestFor, holderAt } from '../board/board-layout.ts'
import { bookingName, slotName, slotState } from '../board/cell-names.ts'

/** «2026年11月23日 至 11月29日»: the year stands once, where the language puts it, before the first date or after the last one. */
export function weekWords(t: TFunction<'seats'>, day: PlainDate, { language }: Pick<Place, 'language'>): string {
  const days = weekOf(day)
  const [first, last] = [days[0] ?? day, days[6] ?? day]
  const isZh = language === 'zh'
  const isOneYear = first.slice(0, 4) === last.slice(0, 4)
  return t('page.weekSub', {
    from: isZh || !isOneYear ? fullDateName(first, language) : dayOfMonth(first, language),
    to: isZh && isOneYear ? dayOfMonth(last, language) : fullDateName(last, language),
  })
}

/** Seat, time and who has it, or whether it may be had. */
export function nameOfPlace(
  t: TFunction<'seats'>,
  board: DayBoard,
  cell: Cell,
  { me, now, place }: { me: Id | null; now: Instant; place: Place },
): string {
  const placed = holderAt(board, cell)
  if (placed !== undefined) return bookingName(t, placed.booking, me, place)
  const time = timeOfDay(board.slots[cell.slot]?.startsAt ?? now, place)
  return slotName(t, board, cell, slotState(board, cell, earliestFor(now, board), now), time, place)
}
