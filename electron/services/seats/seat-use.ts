import type { Service } from '../../../shared/contract/services.ts'
import { hourlyUse } from '../../../shared/domain/seats/seat-use.ts'
import { daysAfter, instantAt } from '../../../shared/domain/wall-clock.ts'
import { houseRooms } from '../../storage/house/room.ts'
import { usedSpansOf } from '../../storage/seats/seat-use.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'

const MOST_DAYS = 92

export function seatUseService({ clock, engine }: Pick<HouseParts, 'clock' | 'engine'>): Service<'seatUse'> {
  return {
    byHour: ({ roomId, from, to }) =>
      engine.read(function* () {
        const room = (yield* houseRooms()).find(({ id }) => id === roomId)
        if (room === undefined) return refuse('not_found')
        if (to < from) return accept([])
        if (daysAfter(from, MOST_DAYS) <= to) return refuse('range_too_long')
        const span = {
          startsAt: instantAt(from, '00:00', room.timeZone),
          endsAt: instantAt(to, '24:00', room.timeZone),
        }
        const now = clock.now()
        return accept(hourlyUse(room, from, to, yield* usedSpansOf(roomId, span, now)))
      }),
  }
}
