import type { Instant } from '../instants.ts'
import { dateOf, daysAfter, instantAt, timeOf } from '../wall-clock.ts'

/** By the clock of the room nobody is told of a place then, and none stops being held. */
const QUIET_FROM = '21:00'
const QUIET_TO = '08:00'

export function isQuiet(at: Instant, timeZone: string): boolean {
  const time = timeOf(at, timeZone)
  return time >= QUIET_FROM || time < QUIET_TO
}

/** The morning after a moment of quiet hours. */
export const quietEnds = (at: Instant, timeZone: string): Instant =>
  instantAt(daysAfter(eveningOf(at, timeZone), 1), QUIET_TO, timeZone)

/** When the quiet hours began in which a moment lies; until then somebody may be told, that moment not included. */
export const quietBegins = (at: Instant, timeZone: string): Instant =>
  instantAt(eveningOf(at, timeZone), QUIET_FROM, timeZone)

const eveningOf = (at: Instant, timeZone: string) => {
  const date = dateOf(at, timeZone)
  return timeOf(at, timeZone) >= QUIET_FROM ? date : daysAfter(date, -1)
}
