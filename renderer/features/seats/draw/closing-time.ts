import type { Instant } from '../../../../shared/contract/values.ts'
import { instantAt } from '../../../../shared/domain/wall-clock.ts'

const TIME = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/

/** «9:05» as «09:05»; null: no time of day. */
export function readTime(typed: string): string | null {
  const [, hours, minutes] = TIME.exec(typed.trim()) ?? []
  return hours === undefined || minutes === undefined ? null : `${hours.padStart(2, '0')}:${minutes}`
}

/** What day and clock of the room say; null: not filled in yet. */
export function closingAt(date: string | null, typed: string, timeZone: string): Instant | null {
  const time = readTime(typed)
  return date === null || time === null ? null : instantAt(date, time, timeZone)
}
