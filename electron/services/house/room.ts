import type { Service } from '../../../shared/contract/services.ts'
import { inTransaction } from '../../storage/database.ts'
import { ROOM, readRoom, saveRoom } from '../../storage/house/room.ts'
import { seatNumbersToCome } from '../../storage/seats/bookings.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { ServiceParts } from '../parts.ts'
import { refuse } from '../refuse.ts'

export function roomService({ db, clock }: ServiceParts): Service<'room'> {
  return {
    get: () => ({ ok: true, value: readRoom(db) }),

    save: ({ seenVersion, ...wish }, asker) =>
      inTransaction(db, () => {
        if (wish.closesAt <= wish.opensAt) return refuse('closes_before_it_opens')
        const before = readRoom(db)
        mustBeAsSeen(db, ROOM, before, seenVersion)
        const seatNumbers = seatNumbersToCome(db, clock.now(), wish.seatCount)
        if (seatNumbers.length > 0) return { ok: false, code: 'seats_have_bookings', detail: { seatNumbers } }
        saveRoom(db, before, wish, { at: clock.now(), actorId: asker.personId }, clock)
        return { ok: true, value: readRoom(db) }
      }),
  }
}
