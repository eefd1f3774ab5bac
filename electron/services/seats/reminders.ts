import type { Reminder } from '../../../shared/contract/seats/reminders.ts'
import type { Service } from '../../../shared/contract/services.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { LONGEST_REMINDER_MS, reminderOf, wasTold } from '../../../shared/domain/seats/reminders.ts'
import { everyRecordOf } from '../../storage/house/same-person.ts'
import { bookingById, upcomingOf } from '../../storage/seats/bookings.ts'
import { keepTold, toldOf } from '../../storage/seats/told-seats.ts'
import type { ServiceParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { oneWithCheckIn } from './check-in-window.ts'
import { inRoomOf } from './in-room.ts'

/** What the person here is to be told of their seats, and what they were told: of this desk, so that it goes on without its hub. */
export function remindersService({
  engine,
  clock,
  settings,
}: Pick<ServiceParts, 'engine' | 'clock' | 'settings'>): Service<'reminders'> {
  return {
    due: (_, { personId }) =>
      engine.read(function* () {
        const due: Reminder[] = []
        const now = clock.now()
        if (personId === null) return accept(due)
        const facts = { now, personId, kinds: settings.read().reminders }
        const records = yield* everyRecordOf(personId)
        for (const booking of yield* upcomingOf(personId, now)) {
          if (booking.startsAt > addMs(now, LONGEST_REMINDER_MS)) break
          const room = yield* inRoomOf(booking.seatId)
          const kind = room === null ? null : reminderOf(booking, { ...facts, ...room })
          if (room === null || kind === null || wasTold(kind, yield* toldOf(booking, records))) continue
          due.push({ ...(yield* oneWithCheckIn(booking)), kind, ...room })
        }
        return accept(due)
      }),

    told: ({ bookingId, kind }, { personId }) =>
      engine.transact(function* () {
        const booking = yield* bookingById(bookingId)
        if (booking === null || personId === null) return refuse('not_found')
        return accept({ isFirst: yield* keepTold(booking, personId, kind, clock.now()) })
      }),
  }
}
