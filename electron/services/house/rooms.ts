import { MOST_ROOM_DAYS } from '../../../shared/contract/limits.ts'
import type { Service } from '../../../shared/contract/services.ts'
import {
  asTheyStood,
  FROM_THE_FIRST_DAY,
  mostSeatsFrom,
  rulesOn,
  withoutVersion,
  withVersion,
} from '../../../shared/domain/seats/room-rules.ts'
import { faultOfLater, faultOfRules } from '../../../shared/domain/seats/rules-faults.ts'
import { dateOf } from '../../../shared/domain/wall-clock.ts'
import {
  anyRoomToChange,
  houseRoomOf,
  houseRooms,
  roomJustSaved,
  roomVersionName,
  saveRoom,
} from '../../storage/house/room.ts'
import { seatNumbersToCome, wasBookedIn } from '../../storage/seats/bookings.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { plainHours } from './plain-hours.ts'
import { alsoHitBetween, cancelHit, hitsBetween, untold } from './room-hits.ts'

export function roomsService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'rooms'> {
  return {
    list: () =>
      engine.read(function* () {
        return accept(yield* houseRooms())
      }),

    saveRules: (wish, asker) =>
      engine.transact(function* () {
        const { roomId, validFrom, rules, later, toldHits } = wish
        const before = yield* anyRoomToChange(roomId)
        if (before === null) return refuse('not_found')
        yield* mustBeAsSeen(roomVersionName(roomId), before, wish.seenVersion)
        const today = dateOf(clock.now(), before.timeZone)
        const isInPlaceOfTheFirst = validFrom === FROM_THE_FIRST_DAY && rules !== null && !(yield* wasBookedIn(roomId))
        if (validFrom < today && !isInPlaceOfTheFirst)
          return { ok: false, code: 'from_the_past', detail: { today } } as const
        const fault = rules === null ? null : faultOfRules(rules)
        if (fault !== null) return { ok: false, code: 'unfit_rules', detail: fault } as const
        const known = houseRoomOf(before).rules
        const isKnown = known.some((one) => one.validFrom === validFrom)
        if (rules === null && !isKnown) return refuse('not_found')
        const after =
          later !== undefined
            ? asTheyStood(known, { validFrom, rules }, later)
            : rules === null
              ? withoutVersion(known, validFrom)
              : withVersion(known, { validFrom, rules })
        const changed = after.filter((one) => one.validFrom > validFrom && !known.includes(one))
        const unfit = faultOfLater(changed, MOST_ROOM_DAYS)
        if (unfit !== null) return { ok: false, code: 'unfit_rules', detail: unfit } as const
        const room = houseRoomOf(before)
        const then = { ...room, rules: after }
        const hit = yield* hitsBetween(room, then, clock.now())
        const unknown = untold(hit, toldHits, yield* alsoHitBetween(room, then, clock.now()))
        if (unknown !== null) return unknown
        const cancelled = yield* cancelHit(clock, wish.cancel, hit, asker)
        const count = mostSeatsFrom(after, today)
        // A seat that somebody still has a booking for is there until then.
        const seats = { count, kept: yield* seatNumbersToCome(roomId, clock.now(), count) }
        const change = { ...plainHours(rulesOn(after, today), before), ownRules: after, seats }
        yield* saveRoom(before, change, { at: clock.now(), actorId: asker.personId }, clock)
        const stood = known.filter((one) => one.validFrom >= validFrom)
        return accept({ room: yield* roomJustSaved(roomId), before: stood, cancelled })
      }),
  }
}
