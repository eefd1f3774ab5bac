import type { Booking } from '../../contract/seats/bookings.ts'
import { addMs, type Instant, msOf } from '../instants.ts'
import type { Span } from './slots.ts'

const MINUTE_MS = 60_000

/** A seat that is left for less is not worth sitting down on. */
export const SHORTEST_WALK_UP_MS = 5 * MINUTE_MS

/**
 * Whether nobody came in time. `heldSince`: when the booking got this place, which may be in the running slot; its grace begins then, so that nobody is late at
 * once.
 */
export function isNoShow(
  now: Instant,
  { startsAt, state, checkInClosesAt }: Pick<Booking, 'startsAt' | 'state' | 'checkInClosesAt'>,
  heldSince: Instant,
): boolean {
  const laterMs = Math.max(0, msOf(heldSince) - msOf(startsAt))
  return state === 'booked' && now >= addMs(checkInClosesAt, laterMs)
}

/** Whether the booking was missed, excused or not: its place is others' now. */
export const isMissed = ({ state }: Pick<Booking, 'state'>): boolean => state === 'no_show' || state === 'excused'

/**
 * What is left of a missed booking from this minute on, before whatever begins next on the seat; null: too little, or somebody is there. `held`: what holds
 * the seat within its time.
 */
export function walkUpSpan(now: Instant, missed: Span & Pick<Booking, 'state'>, held: readonly Span[]): Span | null {
  if (!isMissed(missed) || now < missed.startsAt) return null
  const thisMinute = addMs(now, -(msOf(now) % MINUTE_MS))
  const startsAt = thisMinute < missed.startsAt ? missed.startsAt : thisMinute
  if (held.some((other) => other.startsAt <= startsAt && other.endsAt > startsAt)) return null
  const next = held.filter((other) => other.startsAt > startsAt).map((other) => other.startsAt)
  const endsAt = [missed.endsAt, ...next].sort()[0] ?? missed.endsAt
  return msOf(endsAt) - msOf(now) < SHORTEST_WALK_UP_MS ? null : { startsAt, endsAt }
}

/** Who sits in the place of whoever booked: nobody, where it is they, or who was to sit beside. */
export const standInOf = (
  { personId, companionId }: Pick<Booking, 'personId' | 'companionId'>,
  sitterId: string | null,
): string | null => (sitterId === personId || sitterId === companionId ? null : sitterId)
