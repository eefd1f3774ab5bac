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
import type { Offer, Wait, WaitWindow } from '../../../shared/contract/seats/waitlist.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import type { Instant, PlainDate } from '../../../shared/contract/values.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { seatsOn } from '../../../shared/domain/seats/room-rules.ts'
import { hitsOf, isLost } from '../../../shared/domain/seats/rules-hits.ts'
import { timetableIn } from '../../../shared/domain/seats/timetable.ts'
import { fittingPlaces, isPlaceOf, windowSpan } from '../../../shared/domain/seats/waitlist.ts'
import { dateOf, timeOf } from '../../../shared/domain/wall-clock.ts'
import type { Query } from '../../storage/engine/query.ts'
import { bookingsToComeIn, bookingToChange, updateBooking } from '../../storage/seats/bookings.ts'
import { placesOfWindow } from '../../storage/seats/draw/places.ts'
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

export function* alsoHitBy(
  { id: roomId, timeZone }: Pick<HouseRoom, 'id' | 'timeZone'>,
  from: PlainDate,
  now: Instant,
): Query<AlsoHit> {
  const held = yield* openOffers()
  const waits = (yield* waitingLine())
    .filter((wait) => wait.roomId === roomId)
    .flatMap((wait) =>
      wait.windows
        .filter((window) => window.date >= from && windowSpan(window, timeZone).endsAt > now)
        .map((window) => hitWaitOf(wait, window, heldIn(held, wait, window, timeZone) !== undefined)),
    )
  const draws = (yield* windowsSince(now))
    .filter(({ state, roomIds, to }) => state === 'open' && roomIds.includes(roomId) && to >= from)
    .map(({ id, from: first, to, closesAt }): HitDraw => ({ windowId: id, from: first, to, closesAt }))
  return { waits: waits.slice(0, MOST_SHOWN), draws }
}

/**
 * What waits for places that a change of the rules takes away: who stands in line for hours in which none is left, or is held one that goes, and draws
 * that offer some.
 */
export function* alsoHitBetween(before: HouseRoom, after: HouseRoom, now: Instant): Query<AlsoHit> {
  const isFitting = (room: HouseRoom, window: WaitWindow) => {
    const times = timetableIn(room)
    const seats = room.seats.map(({ id, number }) => ({ id, times: times.seat(number), held: [], drawn: [] }))
    return fittingPlaces(window, room.timeZone, seats).some((place) => {
      const number = room.seats.find(({ id }) => id === place.seatId)?.number ?? 0
      return place.startsAt > now && number <= seatsOn(times.seat(number).rulesOn(window.date), window.date)
    })
  }
  const times = { before: timetableIn(before), after: timetableIn(after) }
  const lost = (yield* openOffers()).filter((offer) => isLost(times, offer))
  const hitIn = (wait: Wait, window: WaitWindow): HitWait[] => {
    const offer = heldIn(lost, wait, window, before.timeZone)
    if (isFitting(before, window) && !isFitting(after, window)) return [hitWaitOf(wait, window, offer !== undefined)]
    if (offer === undefined) return []
    const timeThere = (at: Instant) => timeOf(at, before.timeZone)
    const place = {
      date: dateOf(offer.startsAt, before.timeZone),
      from: timeThere(offer.startsAt),
      to: timeThere(offer.endsAt),
    }
    return [hitWaitOf(wait, place, true)]
  }
  const waits = (yield* waitingLine())
    .filter(({ roomId }) => roomId === before.id)
    .flatMap((wait) => wait.windows.flatMap((window) => hitIn(wait, window)))
  const draws: HitDraw[] = []
  for (const { id, state, roomIds, from, to, closesAt } of yield* windowsSince(now)) {
    if (state !== 'open' || !roomIds.includes(before.id)) continue
    const places = (yield* placesOfWindow(id)).filter(({ roomId }) => roomId === before.id)
    if (places.some((place) => isLost(times, place))) draws.push({ windowId: id, from, to, closesAt })
  }
  return { waits: waits.slice(0, MOST_SHOWN), draws }
}

const heldIn = (held: readonly Offer[], { id }: Wait, window: WaitWindow, timeZone: string): Offer | undefined =>
  held.find((offer) => offer.waitId === id && isPlaceOf(window, offer, timeZone))

const hitWaitOf = (
  { id, personName }: Wait,
  { date, from, to }: Pick<WaitWindow, 'date' | 'from' | 'to'>,
  isHeld: boolean,
): HitWait => ({ waitId: id, personName, date, from, to, isHeld })

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
