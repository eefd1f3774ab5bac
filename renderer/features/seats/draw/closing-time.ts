import type { Instant } from '../../../../shared/contract/values.ts'
import { instantAt } from '../../../../shared/domain/wall-clock.ts'
import { readTimeOfDay } from '../../../lib/time-typed.ts'

/** What day and clock of the room say; null: not filled in yet. */
export function closingAt(date: string | null, typed: string, timeZone: string): Instant | null {
  const time = readTimeOfDay(typed)
  return date === null || time === null ? null : instantAt(date, time, timeZone)
}
