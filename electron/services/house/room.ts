import type { Service } from '../../../shared/contract/services.ts'
import { ROOM, readRoom, roomToChange, saveRoom } from '../../storage/house/room.ts'
import { seatNumbersToCome } from '../../storage/seats/bookings.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'

export function roomService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'room'> {
  return {
    get: () =>
      engine.read(function* () {
        return accept(yield* readRoom())
      }),

    save: ({ seenVersion, ...wish }, asker) =>
      engine.transact(function* () {
        if (wish.closesAt <= wish.opensAt) return refuse('closes_before_it_opens')
        const before = yield* roomToChange()
        yield* mustBeAsSeen(ROOM, before, seenVersion)
        const seatNumbers = yield* seatNumbersToCome(clock.now(), wish.seatCount)
        if (seatNumbers.length > 0) return { ok: false, code: 'seats_have_bookings', detail: { seatNumbers } }
        yield* saveRoom(before, wish, { at: clock.now(), actorId: asker.personId }, clock)
        return accept(yield* readRoom())
      }),
  }
}
