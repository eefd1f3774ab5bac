import type { FreePlace } from '../../../shared/contract/seats/bookings.ts'
import type { Wait } from '../../../shared/contract/seats/waitlist.ts'
import { overlaps } from '../../../shared/domain/seats/slots.ts'
import { windowSpan } from '../../../shared/domain/seats/waitlist.ts'
import type { Query } from '../../storage/engine/query.ts'
import { bookingsOfPeople } from '../../storage/seats/bookings.ts'
import { personTaken } from './place-taken.ts'
import { bookingFor, freeIn, type RelayFacts } from './relay-plan.ts'

const MOST_SHOWN = 3

type Wish = Pick<Wait, 'roomId' | 'personId' | 'companionId' | 'purpose' | 'windows'>

/** What somebody would wait for and could have now. Without what they hold themselves. */
export function* freeNow(facts: RelayFacts, { roomId, personId, companionId, windows }: Wish): Query<FreePlace[]> {
  const free: FreePlace[] = []
  const seats = facts.rooms.get(roomId)?.room.seats ?? []
  for (const window of windows)
    for (const place of yield* freeIn(facts, roomId, window)) {
      if (free.length === MOST_SHOWN) return free
      if ((yield* bookingsOfPeople({ personId, companionId }, place, '')).length > 0) continue
      free.push({ ...place, seatNumber: seats.find(({ id }) => id === place.seatId)?.number ?? 0 })
    }
  return free
}

/** Why nothing can ever come of waiting: no such place in a window, or their own bookings across all there are; null: something can. */
export function* inVain(facts: RelayFacts, wish: Wish) {
  const timeZone = facts.rooms.get(wish.roomId)?.room.timeZone
  if (timeZone === undefined) return { ok: false, code: 'not_found', detail: {} } as const
  let canCome = false
  let across = null
  for (const window of wish.windows) {
    const places = yield* freeIn(facts, wish.roomId, window, 'whoever_has_it')
    if (places.length === 0) return { ok: false, code: 'no_such_place', detail: {} } as const
    const own = yield* bookingsOfPeople(wish, windowSpan(window, timeZone), '')
    if (places.some((place) => !own.some((booking) => overlaps(booking, place)))) canCome = true
    across ??= places[0] ?? null
  }
  return canCome || across === null ? null : yield* personTaken(bookingFor(wish, across, ''))
}
