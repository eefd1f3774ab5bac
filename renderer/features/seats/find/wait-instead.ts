import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { Purpose } from '../../../../shared/contract/seats/bookings.ts'
import type { FindWish } from '../../../../shared/contract/seats/find-seats.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { minutesOf } from '../../../../shared/domain/seats/slots.ts'
import { timeOf } from '../../../../shared/domain/wall-clock.ts'
import { dateIn } from '../../../lib/formats.ts'
import type { AskedWait } from '../waitlist/asked-wait.ts'
import { clock } from './find-words.ts'

const DAY_MINUTES = 24 * 60

/** Whether all of what was looked for is over, by the clock of each room it may be in. */
export function isOver(
  { to, times, roomIds }: Pick<FindWish, 'to' | 'times' | 'roomIds'>,
  rooms: readonly HouseRoom[],
  now: Instant,
): boolean {
  const among = rooms.filter(({ id }) => roomIds?.includes(id) ?? true)
  return among.every(({ timeZone }) => {
    const today = dateIn(now, timeZone)
    if (to !== today || times === null) return to < today
    return (times.isExact ? times.from : times.to) <= minutesOf(timeOf(now, timeZone))
  })
}

/** What was looked for as something to wait for, and in which room (null: the one that was looked at last); null: nobody waits for several days, seats or rooms at once. */
export function waitInstead(
  { from: date, to, times, lengthMinutes, people, seatNumber, roomIds, personId, companionId }: FindWish,
  rooms: readonly HouseRoom[],
  purpose: Purpose,
): { asked: AskedWait; roomId: Id | null } | null {
  if (to !== date || people > 1 || (roomIds ?? []).length > 1) return null
  const ends = times?.isExact ? times.from + lengthMinutes : (times?.to ?? DAY_MINUTES)
  if (ends > DAY_MINUTES) return null
  const among = rooms.filter(({ id }) => roomIds?.includes(id) ?? rooms.length === 1)
  const seat = among.flatMap(({ seats }) => seats).find(({ number }) => number === seatNumber)
  const hours = times === null ? { from: null, to: null } : { from: clock(times.from), to: clock(ends) }
  const asked = { date, ...hours, minutes: lengthMinutes, seatId: seat?.id ?? null, personId, companionId }
  return { asked: { ...asked, purpose }, roomId: roomIds?.[0] ?? null }
}
