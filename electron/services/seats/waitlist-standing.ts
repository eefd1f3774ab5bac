import type { Standing, StandingWait, Wait, WaitWindow } from '../../../shared/contract/seats/waitlist.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { chanceOf, type PastWeek, standingBefore, weeksBefore } from '../../../shared/domain/seats/waitlist.ts'
import type { Query } from '../../storage/engine/query.ts'
import { houseRooms } from '../../storage/house/room.ts'
import { pastWeekOf, waitingLine } from '../../storage/seats/waitlist.ts'
import { openOffers } from '../../storage/seats/waitlist-offers.ts'

/** Where these stand in line, what their chances are, and what is held for them; those first for whom something is. */
export function* withStandings(
  now: Instant,
  isAsked: (wait: Wait, timeZone: string) => boolean,
): Query<StandingWait[]> {
  const rooms = yield* houseRooms()
  const line = yield* waitingLine()
  const offers = yield* openOffers()
  const past = new Map<string, PastWeek[]>()
  const found: StandingWait[] = []
  for (const wait of line) {
    const timeZone = rooms.find(({ id }) => id === wait.roomId)?.timeZone
    if (timeZone === undefined || !isAsked(wait, timeZone)) continue
    const standings: Standing[] = []
    for (const window of wait.windows) {
      const before = standingBefore(window, wait.id, line, timeZone)
      const weeks = yield* pastWeeks(past, wait.roomId, window, timeZone, now)
      standings.push({ position: before + 1, chance: chanceOf(weeks, before) })
    }
    found.push({ ...wait, standings, offer: offers.find(({ waitId }) => waitId === wait.id) ?? null })
  }
  return found.sort((a, b) => Number(a.offer === null) - Number(b.offer === null))
}

/** Read once for all who wait for the same hours. */
function* pastWeeks(
  known: Map<string, PastWeek[]>,
  roomId: Id,
  window: WaitWindow,
  timeZone: string,
  now: Instant,
): Query<PastWeek[]> {
  const key = [roomId, window.date, window.from, window.to, window.seatId].join(' ')
  const before = known.get(key)
  if (before !== undefined) return before
  const weeks: PastWeek[] = []
  for (const span of weeksBefore(window, timeZone, now)) weeks.push(yield* pastWeekOf(roomId, window.seatId, span))
  known.set(key, weeks)
  return weeks
}
