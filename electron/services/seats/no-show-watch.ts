import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { isNoShow } from '../../../shared/domain/seats/no-shows.ts'
import type { Query } from '../../storage/engine/query.ts'
import { bookingToChange, updateBooking } from '../../storage/seats/bookings.ts'
import { awaitedBookings, heldSince, knownSince, missedAhead, watchedSince } from '../../storage/seats/no-shows.ts'
import type { HouseParts } from '../parts.ts'
import { refuse } from '../refuse.ts'
import { oneWithCheckIn } from './check-in-window.ts'
import { areKnown, placeToHold } from './placing.ts'
import { takingPlaces } from './taking-places.ts'

/** More than a room has seats: whatever is over is looked at in several lots. */
const LOT = 200

/** Sees who did not come. Whoever reads what depends on it lets it look first. */
export interface NoShowWatch {
  /**
   * Marks whoever is late by now; tells how many. Done twice, or at two hubs at once, it comes to the same. Whom a clock marked that ran ahead and was set back
   * has the place again, where nobody else has it by now.
   */
  look(): Promise<number>
}

interface WatchParts extends Pick<HouseParts, 'engine' | 'clock'> {
  /** Somebody was marked. */
  marked(): void
  /** Not now: somebody who was away is telling what they did. */
  isHeldOff?(): boolean
  /** Since when the one console is open at which people check in; left out where they do at many. */
  readonly openSince?: Instant
}

/** Of what began before the console was opened, so much is looked at: check-in may still have been open. */
const LOOKED_BACK_MS = 60 * 60_000

export function noShowWatch({ engine, clock, marked, isHeldOff = () => false, openSince }: WatchParts): NoShowWatch {
  function* isLate(kept: KeptBooking, now: Instant): Query<boolean> {
    const booking = yield* oneWithCheckIn(kept)
    // While the console was closed nobody could check in.
    if (openSince !== undefined && booking.checkInClosesAt <= openSince) return false
    return isNoShow(now, booking, yield* heldSince(booking))
  }

  /** Looked at again once nobody else changes it: somebody may have sat down in this moment. */
  function* mark({ id }: KeptBooking): Query<boolean> {
    const booking = yield* bookingToChange(id)
    const now = clock.now()
    if (booking?.state !== 'booked' || !(yield* isLate(booking, now))) return false
    yield* updateBooking(booking, { state: 'no_show' }, { id: clock.newId(), at: now, actorId: null, what: 'no_show' })
    return true
  }

  const { placing, placed } = takingPlaces({ engine, clock })
  const awaitAgain = ({ id, seatId, personId, companionId }: KeptBooking) =>
    placing(function* () {
      const now = clock.now()
      const place = yield* placeToHold(now, seatId)
      if (place === null || !(yield* areKnown(personId, companionId))) return refuse('not_found')
      const booking = yield* bookingToChange(id)
      if (booking?.state !== 'no_show' || booking.startsAt <= now) return refuse('not_found')
      const change = { state: 'booked' } as const
      const event = { id: clock.newId(), at: now, actorId: null, what: 'restored' as const }
      return yield* placed(place, { ...booking, ...change }, updateBooking(booking, change, event), booking)
    })
  const awaitThoseAhead = async (): Promise<number> => {
    const missed = await engine.read(() => missedAhead(clock.now()))
    let count = 0
    for (const booking of missed) if ((await awaitAgain(booking)).ok) count += 1
    return count
  }

  function* lateOnes(since: Instant): Query<KeptBooking[]> {
    const now = clock.now()
    const late: KeptBooking[] = []
    for (const booking of yield* awaitedBookings(since, now, LOT)) if (yield* isLate(booking, now)) late.push(booking)
    return late
  }

  /** Read, and only the first time written. */
  const firstLook = async (): Promise<Instant> =>
    (await engine.read(knownSince)) ?? (await engine.transact(() => watchedSince(clock.now())))

  const sinceWhen = async (): Promise<Instant> => {
    const first = await firstLook()
    if (openSince === undefined) return first
    const opened = addMs(openSince, -LOOKED_BACK_MS)
    return opened > first ? opened : first
  }

  return {
    look: async () => {
      if (isHeldOff()) return 0
      const since = await sinceWhen()
      let count = 0
      for (;;) {
        if (isHeldOff()) break
        const late = await engine.read(() => lateOnes(since))
        let isAnyMarked = false
        for (const booking of late)
          if (await engine.transact(() => mark(booking))) {
            count += 1
            isAnyMarked = true
          }
        if (!isAnyMarked || late.length < LOT) break
      }
      if (count + (await awaitThoseAhead()) > 0) marked()
      return count
    },
  }
}

const EVERY_MS = 30_000

/** Looks now, and from time to time until the answer is called. `isTimed` false: a clock that is handed in runs by hand. */
export function startWatching(watch: NoShowWatch, failed: (error: unknown) => void, isTimed = true): () => void {
  let isOver = false
  const look = async () => {
    try {
      await watch.look()
    } catch (error) {
      if (!isOver) failed(error)
    }
  }
  void look()
  const timer = isTimed ? setInterval(() => void look(), EVERY_MS).unref() : undefined
  return () => {
    isOver = true
    clearInterval(timer)
  }
}
