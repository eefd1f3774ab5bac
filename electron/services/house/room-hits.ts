import { createHash } from 'node:crypto'
import type {
  CancelHits,
  CancelledHit,
  HitBooking,
  HitDraw,
  HitsBookings,
  HitWait,
  HouseRoom,
} from '../../../shared/contract/house/rooms.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import type { Id, Instant, PlainDate } from '../../../shared/contract/values.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { hitsOf } from '../../../shared/domain/seats/rules-hits.ts'
import { timetableIn } from '../../../shared/domain/seats/timetable.ts'
import type { Query } from '../../storage/engine/query.ts'
import { bookingsToComeIn, bookingToChange, updateBooking } from '../../storage/seats/bookings.ts'
import { windowsSince } from '../../storage/seats/draw/windows.ts'
import { waitingLine } from '../../storage/seats/waitlist.ts'
import { openOffers } from '../../storage/seats/waitlist-offers.ts'
import type { Clock } from '../parts.ts'

/** More are not read by anybody before they decide. */
const MOST_SHOWN = 500

/** Which bookings a change of the room hits, before anything is written. */
export function* hitsBetween(before: HouseRoom, after: HouseRoom, now: Instant): Query<HitBooking[]> {
  const times = { before: timetableIn(before), after: timetableIn(after), now }
  return hitsOf(times, yield* bookingsToComeIn(before.id, now))
}

/** What else waits for a room that closes on a day: who stands in line for a place in it, and draws that offer some. */
export type AlsoHit = Pick<HitsBookings, 'waits' | 'draws'>

export const NOTHING_ELSE: AlsoHit = { waits: [], draws: [] }

export function* alsoHitBy(roomId: Id, from: PlainDate, now: Instant): Query<AlsoHit> {
  const held = new Set((yield* openOffers()).map(({ waitId }) => waitId))
  const waits = (yield* waitingLine())
    .filter((wait) => wait.roomId === roomId)
    .flatMap(({ id, personName, windows }) =>
      windows
        .filter(({ date }) => date >= from)
        .map((window): HitWait => {
          const { date, from: earliest, to } = window
          return { waitId: id, personName, date, from: earliest, to, isHeld: held.has(id) }
        }),
    )
  const draws = (yield* windowsSince(now))
    .filter(({ state, roomIds, to }) => state === 'open' && roomIds.includes(roomId) && to >= from)
    .map(({ id, from: first, to, closesAt }): HitDraw => ({ windowId: id, from: first, to, closesAt }))
  return { waits: waits.slice(0, MOST_SHOWN), draws }
}

/** The refusal that tells them, unless exactly these were told; null: go on. */
export function untold(hits: readonly HitBooking[], toldHits: string | null, also: AlsoHit = NOTHING_ELSE) {
  const mark = markOf(hits, also)
  const isNothing = hits.length + also.waits.length + also.draws.length === 0
  if (isNothing || mark === toldHits) return null
  return {
    ok: false,
    code: 'hits_bookings',
    detail: { mark, count: hits.length, hits: hits.slice(0, MOST_SHOWN), ...also },
  } as const
}

/** Cancels those of them that are not to stay; which they are. Whoever sits already stays. */
export function* cancelHit(
  clock: Pick<Clock, 'now' | 'newId'>,
  cancel: CancelHits | null,
  hits: readonly HitBooking[],
  asker: Asker,
): Query<CancelledHit[]> {
  if (cancel === null) return []
  const wanted = new Set(cancel.bookingIds)
  const isWanted = ({ bookingId }: HitBooking, index: number) =>
    index < MOST_SHOWN ? wanted.has(bookingId) : cancel.withUnlisted === true || wanted.has(bookingId)
  const chosen = hits.filter((hit, index) => isWanted(hit, index) && !hit.isRunning)
  const cancelled: CancelledHit[] = []
  for (const { bookingId } of chosen) {
    const booking = yield* bookingToChange(bookingId)
    // Somebody sat down just now, or gave it up.
    if (booking?.state !== 'booked') continue
    const by = { id: clock.newId(), at: clock.now(), actorId: asker.personId }
    const reason = maskText(cancel.reason).text
    yield* updateBooking(booking, { state: 'cancelled' }, { ...by, what: 'cancelled', reason })
    cancelled.push({ id: bookingId, version: booking.version + 1 })
  }
  return cancelled
}

const markOf = (hits: readonly HitBooking[], { waits, draws }: AlsoHit): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        hits.map(({ bookingId, startsAt, endsAt, reason }) => [bookingId, startsAt, endsAt, reason]),
        waits,
        draws,
      ]),
    )
    .digest('hex')
    .slice(0, 32)
