import type { ReminderKind } from '../../contract/house/reminder-kinds.ts'
import type { KeptBooking } from '../../contract/seats/bookings.ts'
import type { Id } from '../../contract/values.ts'
import { addMs, type Instant, instantFromMs, msOf } from '../instants.ts'
import { dateOf, daysAfter, instantAt, timeOf } from '../wall-clock.ts'
import { CHECK_IN_BEFORE_MS } from './check-in.ts'
import { isQuiet, quietBegins, quietEnds } from './quiet-hours.ts'

/** So long before quiet hours what would come in them is told. */
const BEFORE_QUIET_MS = 15 * 60_000
const HALF_HOUR_MS = 30 * 60_000

/** In which they come. */
const ORDER: Readonly<Record<ReminderKind, number>> = { day: 0, half_hour: 1, quarter: 2 }

/** No reminder of a seat comes earlier than this before it; nobody needs to be asked about what is later. */
export const LONGEST_REMINDER_MS = 49 * 3_600_000

/** From when on a reminder is told: never in quiet hours. */
export function tellFrom(kind: ReminderKind, startsAt: Instant, timeZone: string): Instant {
  if (kind === 'day') {
    const dayBefore = daysAfter(dateOf(startsAt, timeZone), -1)
    const moment = instantAt(dayBefore, timeOf(startsAt, timeZone), timeZone)
    const morning = isQuiet(moment, timeZone) ? quietEnds(moment, timeZone) : moment
    return dateOf(morning, timeZone) === dayBefore ? morning : beforeQuiet(moment, timeZone)
  }
  const moment = addMs(startsAt, -(kind === 'half_hour' ? HALF_HOUR_MS : CHECK_IN_BEFORE_MS))
  return isQuiet(moment, timeZone) ? beforeQuiet(moment, timeZone) : moment
}

const beforeQuiet = (moment: Instant, timeZone: string) => addMs(quietBegins(moment, timeZone), -BEFORE_QUIET_MS)

export interface ReminderFacts {
  readonly now: Instant
  /** The room's. */
  readonly timeZone: string
  /** Those that are switched on. */
  readonly kinds: readonly ReminderKind[]
  readonly personId: Id
}

/** What to tell of a booking now, whatever was told before: the latest reminder whose time has come. Null: nothing. */
export function reminderOf(
  booking: Pick<KeptBooking, 'id' | 'state' | 'startsAt' | 'bookedById'>,
  { now, timeZone, kinds, personId }: ReminderFacts,
): ReminderKind | null {
  if (booking.state !== 'booked' || booking.startsAt <= now || isQuiet(now, timeZone)) return null
  const due = kinds.filter((one) => tellFrom(one, booking.startsAt, timeZone) <= now)
  const kind = due.sort((a, b) => ORDER[a] - ORDER[b]).at(-1)
  if (kind === undefined || kind === 'quarter') return kind ?? null
  const isOwn = booking.bookedById === personId
  return isOwn && madeAt(booking.id) > tellFrom(kind, booking.startsAt, timeZone) ? null : kind
}

/** Whether a reminder, or one that comes after it, was told: then the earlier one is none any more. */
export const wasTold = (kind: ReminderKind, told: readonly ReminderKind[]): boolean =>
  told.some((one) => ORDER[one] >= ORDER[kind])

/** The moment that a UUIDv7 begins with. */
const madeAt = (id: Id): Instant => instantFromMs(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16))

/** As a reminder says it: a begun minute is a whole one. */
export const minutesUntil = (startsAt: Instant, now: Instant): number =>
  Math.ceil((msOf(startsAt) - msOf(now)) / 60_000)
