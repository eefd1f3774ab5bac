import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import { isToRemind } from '../../../shared/domain/seats/reminders.ts'
import { inTransaction } from '../../storage/database.ts'
import { upcomingOf } from '../../storage/seats/bookings.ts'
import { keepTold, wasTold } from '../../storage/seats/told-seats.ts'
import type { ServiceParts } from '../parts.ts'

type Parts = Pick<ServiceParts, 'db' | 'clock'>

/** The seats of the person here to tell about now. */
export function dueReminders({ db, clock }: Parts, { personId }: Asker): Booking[] {
  if (personId === null) return []
  const now = clock.now()
  return upcomingOf(db, personId, now).filter((booking) => isToRemind(booking, now) && !wasTold(db, booking))
}

/** Writes down that this booking was told, at the time it has now. False when it was already. */
export function keepReminded({ db, clock }: Parts, booking: Booking): boolean {
  return inTransaction(db, () => {
    if (wasTold(db, booking)) return false
    keepTold(db, booking, clock.now())
    return true
  })
}
