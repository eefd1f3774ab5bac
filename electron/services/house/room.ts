import type { Service } from '../../../shared/contract/services.ts'
import { inTransaction } from '../../storage/database.ts'
import { readRoom, saveHours, saveSeatCount } from '../../storage/house/room.ts'
import { seatNumbersToCome } from '../../storage/seats/bookings.ts'
import type { ServiceParts } from '../parts.ts'
import { refuse } from '../refuse.ts'

export function roomService({ db, clock }: ServiceParts): Service<'room'> {
  return {
    get: () => ({ ok: true, value: readRoom(db) }),

    save: ({ seatCount, ...hours }) => {
      if (hours.closesAt <= hours.opensAt) return refuse('closes_before_it_opens')
      const seatNumbers = seatNumbersToCome(db, clock.now(), seatCount)
      if (seatNumbers.length > 0) return { ok: false, code: 'seats_have_bookings', detail: { seatNumbers } }
      inTransaction(db, () => {
        saveHours(db, hours)
        saveSeatCount(db, seatCount, clock)
      })
      return { ok: true, value: readRoom(db) }
    },
  }
}
