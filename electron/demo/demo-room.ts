import { everyDayRules, FROM_THE_FIRST_DAY } from '../../shared/domain/seats/room-rules.ts'
import type { Ask } from './demo-asker.ts'
import { SEAT_COUNT } from './people-and-seats.ts'
import { TIME_ZONE } from './stage.ts'

/** The room as it has always been: open whenever the demo is started. */
export async function layRoom(ask: Ask, startsMs: number): Promise<void> {
  const [room] = await ask('rooms', 'list', {})
  if (room === undefined) throw new Error('demo: no room')
  await ask('rooms', 'saveRules', {
    ...{ roomId: room.id, seenVersion: null, validFrom: FROM_THE_FIRST_DAY, toldHits: null, cancel: null },
    rules: everyDayRules({ ...hoursAround(startsMs), slotMinutes: 30 }, SEAT_COUNT),
  })
}

/** Open by day; around the clock for a newcomer who looks in at night, or «now» would lie outside the hours. */
export function hoursAround(startMs: number): { opensAt: string; closesAt: string } {
  const [hour = 0] = new Date(startMs).toLocaleTimeString('en-GB', { timeZone: TIME_ZONE }).split(':').map(Number)
  return hour >= 8 && hour < 21 ? { opensAt: '08:00', closesAt: '22:00' } : { opensAt: '00:00', closesAt: '24:00' }
}
