import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import { isToRemind } from '../../../shared/domain/seats/reminders.ts'
import { inTransaction } from '../../storage/database.ts'
import { upcomingOf } from '../../storage/seats/bookings.ts'
import { keepTold, wasTold } from '../../storage/seats/told-seats.ts'
import type { ServiceParts } from '../parts.ts'

/** The seats of the person here to tell about now; from now on they are told. Where there is none, nothing is written. */
export function takeReminders({ db, clock }: Pick<ServiceParts, 'db' | 'clock'>, { personId }: Asker): Booking[] {
  if (personId === null) return []
  const now = clock.now()
  const due = upcomingOf(db, personId, now).filter((booking) => isToRemind(booking, now) && !wasTold(db, booking))
  if (due.length === 0) return []
  return inTransaction(db, () => {
    for (const booking of due) keepTold(db, booking, now)
    return due
  })
}
