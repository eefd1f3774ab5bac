import type { Room } from '../../../shared/contract/house/room.ts'
import type { RulesVersion } from '../../../shared/contract/house/room-rules.ts'
import type { Service } from '../../../shared/contract/services.ts'
import { everyDayRules, mostSeatsFrom, rulesOn, withVersion } from '../../../shared/domain/seats/room-rules.ts'
import { dateOf } from '../../../shared/domain/wall-clock.ts'
import {
  type Hours,
  readRoom,
  roomToChange,
  roomVersionName,
  type StoredRoom,
  saveRoom,
} from '../../storage/house/room.ts'
import { seatNumbersToCome } from '../../storage/seats/bookings.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { plainHours } from './plain-hours.ts'

/** The first room as if every day were alike. Where it has rules of its own, what is saved here counts from today on. */
export function roomService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'room'> {
  const today = ({ timeZone }: StoredRoom) => dateOf(clock.now(), timeZone)

  function shown(room: StoredRoom): Room {
    const { timeZone, seats, version, ownRules } = room
    return {
      ...(ownRules === null ? hoursOf(room) : plainHours(rulesOn(ownRules, today(room)), room)),
      timeZone,
      seats,
      version,
    }
  }

  function changed(before: StoredRoom, wish: Hours & { seatCount: number }): RulesVersion[] | null {
    if (before.ownRules === null) return null
    const validFrom = today(before)
    const { seatCount, slotMinutes, week } = everyDayRules(wish, wish.seatCount)
    const rules = { ...rulesOn(before.ownRules, validFrom), seatCount, slotMinutes, week, seatWeeks: [] }
    return withVersion(before.ownRules, { validFrom, rules })
  }

  return {
    get: () =>
      engine.read(function* () {
        return accept(shown(yield* readRoom()))
      }),

    save: ({ seenVersion, seatCount, ...hours }, asker) =>
      engine.transact(function* () {
        if (hours.closesAt <= hours.opensAt) return refuse('closes_before_it_opens')
        const before = yield* roomToChange()
        yield* mustBeAsSeen(roomVersionName(before.id), before, seenVersion)
        const seatNumbers = yield* seatNumbersToCome(before.id, clock.now(), seatCount)
        if (seatNumbers.length > 0) return { ok: false, code: 'seats_have_bookings', detail: { seatNumbers } }
        const ownRules = changed(before, { ...hours, seatCount })
        const count = ownRules === null ? seatCount : mostSeatsFrom(ownRules, today(before))
        const change = { ...hours, ownRules, seats: { count, kept: [] } }
        yield* saveRoom(before, change, { at: clock.now(), actorId: asker.personId }, clock)
        return accept(shown(yield* readRoom()))
      }),
  }
}

const hoursOf = ({ opensAt, closesAt, slotMinutes }: StoredRoom): Hours => ({ opensAt, closesAt, slotMinutes })
