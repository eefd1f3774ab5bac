import { createHash } from 'node:crypto'
import type { RulesVersion } from '../../../shared/contract/house/room-rules.ts'
import type { HitBooking } from '../../../shared/contract/house/rooms.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { mostSeatsFrom, rulesOn, withVersion } from '../../../shared/domain/seats/room-rules.ts'
import { faultOfRules } from '../../../shared/domain/seats/rules-faults.ts'
import { hitsOf } from '../../../shared/domain/seats/rules-hits.ts'
import { timetableOf } from '../../../shared/domain/seats/timetable.ts'
import { dateOf } from '../../../shared/domain/wall-clock.ts'
import type { Query } from '../../storage/engine/query.ts'
import {
  anyRoomToChange,
  houseRoomOf,
  houseRooms,
  roomVersionName,
  type StoredRoom,
  saveRoom,
} from '../../storage/house/room.ts'
import { bookingsToComeIn, bookingToChange, seatNumbersToCome, updateBooking } from '../../storage/seats/bookings.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { plainHours } from './plain-hours.ts'

/** More are not read by anybody before they decide. */
const MOST_SHOWN = 500

type Wish = Parameters<Service<'rooms'>['saveRules']>[0]

export function roomsService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'rooms'> {
  /** Which bookings the rules hit, before anything is written. */
  function* hits(room: StoredRoom, rules: RulesVersion[]): Query<HitBooking[]> {
    const { timeZone, rules: versions } = houseRoomOf(room)
    const [before, after] = [timetableOf({ timeZone, versions }), timetableOf({ timeZone, versions: rules })]
    return hitsOf({ before, after, now: clock.now() }, yield* bookingsToComeIn(room.id, clock.now()))
  }

  function* cancelled({ cancel }: Wish, hit: readonly HitBooking[], asker: Asker): Query<number> {
    if (cancel === null) return 0
    const wanted = new Set(cancel.bookingIds)
    const chosen = hit.filter(({ bookingId, isRunning }) => wanted.has(bookingId) && !isRunning)
    let count = 0
    for (const { bookingId } of chosen) {
      const booking = yield* bookingToChange(bookingId)
      // Somebody sat down just now, or gave it up.
      if (booking?.state !== 'booked') continue
      const by = { id: clock.newId(), at: clock.now(), actorId: asker.personId }
      yield* updateBooking(
        booking,
        { state: 'cancelled' },
        { ...by, what: 'cancelled', reason: maskText(cancel.reason).text },
      )
      count += 1
    }
    return count
  }

  return {
    list: () =>
      engine.read(function* () {
        return accept(yield* houseRooms())
      }),

    saveRules: (wish, asker) =>
      engine.transact(function* () {
        const { roomId, validFrom, rules, toldHits } = wish
        const before = yield* anyRoomToChange(roomId)
        if (before === null) return refuse('not_found')
        yield* mustBeAsSeen(roomVersionName(roomId), before, wish.seenVersion)
        const today = dateOf(clock.now(), before.timeZone)
        if (validFrom < today) return { ok: false, code: 'from_the_past', detail: { today } } as const
        const fault = rules === null ? null : faultOfRules(rules)
        if (fault !== null) return { ok: false, code: 'unfit_rules', detail: fault } as const
        const known = houseRoomOf(before).rules
        const isKnown = known.some((one) => one.validFrom === validFrom)
        if (rules === null && !isKnown) return refuse('not_found')
        const after =
          rules === null ? known.filter((one) => one.validFrom !== validFrom) : withVersion(known, { validFrom, rules })
        const hit = yield* hits(before, after)
        if (hit.length > 0 && markOf(hit) !== toldHits)
          return { ok: false, code: 'hits_bookings', detail: told(hit) } as const
        const cancelledCount = yield* cancelled(wish, hit, asker)
        const count = mostSeatsFrom(after, today)
        // A seat that somebody still has a booking for is there until then.
        const seats = { count, kept: yield* seatNumbersToCome(roomId, clock.now(), count) }
        const change = { ...plainHours(rulesOn(after, today), before), ownRules: after, seats }
        yield* saveRoom(before, change, { at: clock.now(), actorId: asker.personId }, clock)
        const room = yield* anyRoomToChange(roomId)
        if (room === null) throw new Error('a room just saved is not there')
        return accept({ room: houseRoomOf(room), cancelledCount })
      }),
  }
}

const markOf = (hits: readonly HitBooking[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(hits.map(({ bookingId, startsAt, endsAt, reason }) => [bookingId, startsAt, endsAt, reason])),
    )
    .digest('hex')
    .slice(0, 32)

const told = (hits: readonly HitBooking[]) => ({
  mark: markOf(hits),
  count: hits.length,
  hits: hits.slice(0, MOST_SHOWN),
})
