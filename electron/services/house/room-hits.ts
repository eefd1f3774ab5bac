import { createHash } from 'node:crypto'
import type { CancelHits, HitBooking, HouseRoom } from '../../../shared/contract/house/rooms.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { hitsOf } from '../../../shared/domain/seats/rules-hits.ts'
import { timetableIn } from '../../../shared/domain/seats/timetable.ts'
import type { Query } from '../../storage/engine/query.ts'
import { bookingsToComeIn, bookingToChange, updateBooking } from '../../storage/seats/bookings.ts'
import type { Clock } from '../parts.ts'

/** More are not read by anybody before they decide. */
const MOST_SHOWN = 500

/** Which bookings a change of the room hits, before anything is written. */
export function* hitsBetween(before: HouseRoom, after: HouseRoom, now: Instant): Query<HitBooking[]> {
  const times = { before: timetableIn(before), after: timetableIn(after), now }
  return hitsOf(times, yield* bookingsToComeIn(before.id, now))
}

/** The refusal that tells them, unless exactly these were told; null: go on. */
export function untold(hits: readonly HitBooking[], toldHits: string | null) {
  const mark = markOf(hits)
  if (hits.length === 0 || mark === toldHits) return null
  return {
    ok: false,
    code: 'hits_bookings',
    detail: { mark, count: hits.length, hits: hits.slice(0, MOST_SHOWN) },
  } as const
}

/** Cancels those of them that are not to stay; how many. Whoever sits already stays. */
export function* cancelHit(
  clock: Pick<Clock, 'now' | 'newId'>,
  cancel: CancelHits | null,
  hits: readonly HitBooking[],
  asker: Asker,
): Query<number> {
  if (cancel === null) return 0
  const wanted = new Set(cancel.bookingIds)
  const chosen = hits.filter(({ bookingId, isRunning }) => wanted.has(bookingId) && !isRunning)
  let count = 0
  for (const { bookingId } of chosen) {
    const booking = yield* bookingToChange(bookingId)
    // Somebody sat down just now, or gave it up.
    if (booking?.state !== 'booked') continue
    const by = { id: clock.newId(), at: clock.now(), actorId: asker.personId }
    const reason = maskText(cancel.reason).text
    yield* updateBooking(booking, { state: 'cancelled' }, { ...by, what: 'cancelled', reason })
    count += 1
  }
  return count
}

const markOf = (hits: readonly HitBooking[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(hits.map(({ bookingId, startsAt, endsAt, reason }) => [bookingId, startsAt, endsAt, reason])),
    )
    .digest('hex')
    .slice(0, 32)
