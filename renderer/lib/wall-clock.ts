import type { Instant } from '../../shared/contract/values.ts'
import { offsetMsAt } from '../../shared/domain/zone-shifts.ts'

/** What calendar and clocks of the zone show, as if it were UTC: `2026-11-21T17:00:00.000Z`. */
export function onTheWall(at: Instant, timeZone: string): string {
  const ms = Date.parse(at)
  return new Date(ms + offsetMsAt(ms, timeZone)).toISOString()
}
