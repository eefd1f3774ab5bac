import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { isToRemind } from '../../../shared/domain/seats/reminders.ts'
import type { Query } from '../../storage/engine/query.ts'
import { upcomingOf } from '../../storage/seats/bookings.ts'
import { wasTold } from '../../storage/seats/told-seats.ts'

/** The seats of the person here to tell about now. */
export function* dueReminders(now: Instant, { personId }: Asker): Query<KeptBooking[]> {
  const due: KeptBooking[] = []
  if (personId === null) return due
  for (const booking of yield* upcomingOf(personId, now))
    if (isToRemind(booking, now) && !(yield* wasTold(booking))) due.push(booking)
  return due
}
