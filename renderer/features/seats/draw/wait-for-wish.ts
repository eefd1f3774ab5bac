import type { DrawWish } from '../../../../shared/contract/seats/draws.ts'
import type { Instant } from '../../../../shared/contract/values.ts'
import { addMs } from '../../../../shared/domain/instants.ts'
import { dateIn, wallTime } from '../../../lib/formats.ts'
import { boardPath, type useSeatRooms } from '../../../lib/seat-rooms.ts'
import type { AskedWait } from '../waitlist/asked-wait.ts'

/** Where on the board somebody waits who was drawn out, and what the form begins with. */
export interface WaitAfterDraw {
  readonly asked: AskedWait
  readonly path: string
}

/** For the dearest of their wishes that is still to come, on any seat; null: all of them began. */
export function waitForWish(
  { personId, purpose, wishes, lengthMinutes }: Pick<DrawWish, 'personId' | 'purpose' | 'wishes' | 'lengthMinutes'>,
  roomOf: ReturnType<typeof useSeatRooms>,
  now: Instant,
): WaitAfterDraw | null {
  for (const wish of wishes) {
    // A slot's name: its room, and when it begins.
    const [roomId, startsAt] = wish.split(' ')
    if (roomId === undefined || startsAt === undefined || startsAt <= now) continue
    const { place } = roomOf({ roomId, startsAt })
    const date = dateIn(startsAt, place.timeZone)
    const to = wallTime(addMs(startsAt, lengthMinutes * 60_000), place)
    const times = { from: wallTime(startsAt, place), to: to === '00:00' ? '24:00' : to, minutes: lengthMinutes }
    return {
      asked: { date, ...times, seatId: null, personId, companionId: null, purpose },
      path: boardPath(date, roomId),
    }
  }
  return null
}
