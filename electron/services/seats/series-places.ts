import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import type { Misfit, PlaceWish } from '../../../shared/contract/seats/series.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { bufferMs, countedFrom } from '../../../shared/domain/seats/booking-rules.ts'
import type { SeatSpan } from '../../../shared/domain/seats/free-neighbours.ts'
import { type FitFacts, fitsBy } from '../../../shared/domain/seats/misfit.ts'
import { datesToRead } from '../../../shared/domain/seats/series.ts'
import { timetableIn } from '../../../shared/domain/seats/timetable.ts'
import { daysAfter, instantAt } from '../../../shared/domain/wall-clock.ts'
import type { Query } from '../../storage/engine/query.ts'
import { boardOf, countedOf } from '../../storage/seats/bookings.ts'
import { drawnPlacesIn } from '../../storage/seats/draw/places.ts'
import { openOffers } from '../../storage/seats/waitlist-offers.ts'
import { onTheirDays } from './placing.ts'

/** No booking has this id: none is left out. */
const NONE = ''

/** What decides about places of the room on these dates, for a person who comes perhaps with another. */
export function* fitFacts(
  room: HouseRoom,
  now: Instant,
  { seatId, personIds, dates }: { seatId: Id; personIds: readonly Id[]; dates: readonly string[] },
): Query<FitFacts> {
  const timetable = timetableIn(room)
  const known = { now, timetable, seats: room.seats, personIds }
  const taken = yield* heldOn(room, datesToRead(known, seatId, dates))
  const [listener] = personIds
  const offered = (yield* openOffers()).filter(({ personId }) => personId !== listener)
  const facts = { ...known, ...taken, offered }
  return { ...facts, counted: listener === undefined ? [] : yield* countedFor(room, facts, listener, dates[0] ?? '') }
}

/** What holds a place on these dates of the room, whichever room it is in, and what is to be drawn. */
export function* heldOn(room: HouseRoom, dates: readonly string[]): Query<Pick<FitFacts, 'held' | 'drawn'>> {
  const held = new Map<Id, FitFacts['held'][number]>()
  const drawn = new Map<string, FitFacts['drawn'][number]>()
  // What ended the evening before may lie closer to midnight than the rules leave free.
  const beforeMs = Math.max(0, ...room.rules.map(({ rules }) => bufferMs(rules)))
  for (const date of dates) {
    // What opened that day may close on the next.
    const span = {
      startsAt: addMs(instantAt(date, '00:00', room.timeZone), -beforeMs),
      endsAt: instantAt(daysAfter(date, 2), '00:00', room.timeZone),
    }
    for (const booking of yield* boardOf(span))
      if (booking.state === 'booked' || booking.state === 'checked_in') held.set(booking.id, booking)
    for (const place of yield* drawnPlacesIn(span)) drawn.set(`${place.seatId} ${place.startsAt}`, place)
  }
  return { held: [...held.values()], drawn: [...drawn.values()] }
}

/** What the person has already that may use up a limit from that day on. */
export function* countedFor(
  room: HouseRoom,
  { now, timetable }: Pick<FitFacts, 'now' | 'timetable'>,
  personId: Id,
  date: string,
) {
  if (room.rules.every(({ rules }) => rules.limits.length === 0)) return []
  const startsAt = instantAt(date, '12:00', room.timeZone)
  const from = countedFrom(
    { now, seat: timetable.seat(room.seats[0]?.number ?? 1) },
    { startsAt, endsAt: addMs(startsAt, 1) },
  )
  // Rules of a later day may look back further than those of the first; a year and a day is as far as any does.
  const earliest = [from ?? startsAt, addMs(startsAt, -YEAR_MS)].sort()[0] ?? startsAt
  return yield* onTheirDays(yield* countedOf(personId, earliest, NONE), { room, timetable })
}

const YEAR_MS = 367 * 86_400_000

/** Why the database, or a rule, would not have it, said of a place that was wanted a moment ago. */
export function* misfitNow(room: HouseRoom, now: Instant, wish: PlaceWish, date: string): Query<Misfit | null> {
  const personIds = [wish.personId, wish.companionId].filter((id) => id !== null)
  const facts = yield* fitFacts(room, now, { seatId: wish.seatId, personIds, dates: [date] })
  return fitsBy(facts).misfitOf(placeOf(wish))
}

export const placeOf = ({ seatId, startsAt, endsAt }: SeatSpan): SeatSpan => ({ seatId, startsAt, endsAt })
