import type { FreePlace } from '../../../shared/contract/seats/bookings.ts'
import type { Wait } from '../../../shared/contract/seats/waitlist.ts'
import type { SeatSpan } from '../../../shared/domain/seats/free-neighbours.ts'
import { overlaps } from '../../../shared/domain/seats/slots.ts'
import { windowSpan } from '../../../shared/domain/seats/waitlist.ts'
import type { Query } from '../../storage/engine/query.ts'
import { bookingsOfPeople } from '../../storage/seats/bookings.ts'
import { personTaken } from './place-taken.ts'
import { refusedByLimit } from './placing.ts'
import { bookingFor, freeIn, type RelayFacts, wantedPlace } from './relay-plan.ts'

const MOST_SHOWN = 3

type Wish = Pick<Wait, 'roomId' | 'personId' | 'companionId' | 'purpose' | 'windows'>

/** What somebody would wait for and could have now: without what they hold themselves, and where a limit leaves them one more. */
export function* freeNow(facts: RelayFacts, wish: Wish): Query<FreePlace[]> {
  const { roomId, personId, companionId, windows } = wish
  const free: FreePlace[] = []
  const seats = facts.rooms.get(roomId)?.room.seats ?? []
  const limitOn = limitsOf(facts, wish)
  for (const window of windows)
    for (const place of yield* freeIn(facts, roomId, window)) {
      if (free.length === MOST_SHOWN) return free
      if ((yield* limitOn(place)) !== null) continue
      if ((yield* bookingsOfPeople({ personId, companionId }, place, '')).length > 0) continue
      free.push({ ...place, seatNumber: seats.find(({ id }) => id === place.seatId)?.number ?? 0 })
    }
  return free
}

/**
 * Why nothing can ever come of waiting: no such place in a window, their own bookings across all there are, or, where these leave some, as many bookings as the room allows
 * them; null: something can.
 */
export function* inVain(facts: RelayFacts, wish: Wish) {
  const timeZone = facts.rooms.get(wish.roomId)?.room.timeZone
  if (timeZone === undefined) return { ok: false, code: 'not_found', detail: {} } as const
  const limitOn = limitsOf(facts, wish)
  let canCome = false
  let across = null
  let overLimit = null
  for (const window of wish.windows) {
    const places = yield* freeIn(facts, wish.roomId, window, 'whoever_has_it')
    if (places.length === 0) return { ok: false, code: 'no_such_place', detail: {} } as const
    const own = yield* bookingsOfPeople(wish, windowSpan(window, timeZone), '')
    for (const place of places) {
      if (canCome || own.some((booking) => overlaps(booking, place))) continue
      const limit = yield* limitOn(place)
      if (limit === null) canCome = true
      else overLimit ??= limit
    }
    across ??= places[0] ?? null
  }
  if (canCome || across === null) return null
  return overLimit ?? (yield* personTaken(bookingFor(wish, across, '')))
}

type Limit = ReturnType<typeof refusedByLimit> extends Query<infer Result> ? Result : never

/** Asked once for each day of the room: its places are alike in that. */
function limitsOf(facts: RelayFacts, wish: Wish): (place: SeatSpan) => Query<Limit> {
  const known = new Map<string, Limit>()
  return function* (place) {
    const wanted = wantedPlace(facts, wish.roomId, place)
    const day = wanted.facts.seat.dayOf(place.startsAt)
    const limit = known.get(day) ?? (yield* refusedByLimit(wanted, bookingFor(wish, place, '')))
    known.set(day, limit)
    return limit
  }
}
