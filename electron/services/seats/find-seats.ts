import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import type { FindWish } from '../../../shared/contract/seats/find-seats.ts'
import type { Service } from '../../../shared/contract/services.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { isWorkday, type WorkCalendar } from '../../../shared/domain/house/work-calendar.ts'
import { datesFrom, type Found, findSeats, foundTogether } from '../../../shared/domain/seats/find/find-seats.ts'
import { fitsBy } from '../../../shared/domain/seats/misfit.ts'
import { dateOf, daysAfter } from '../../../shared/domain/wall-clock.ts'
import type { Query } from '../../storage/engine/query.ts'
import { readCalendar } from '../../storage/house/calendar.ts'
import { houseRooms } from '../../storage/house/room.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { countedFor, fitFacts } from './series-places.ts'

const MOST_DAYS = 31
/** Days beside those that are meant, which nearly fit. */
const BESIDE = [-1, 1, 2] as const

export function findSeatsService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'findSeats'> {
  return {
    search: (wish) =>
      engine.read(function* () {
        const rooms = yield* houseRooms()
        const wanted = new Set(wish.roomIds ?? rooms.map(({ id }) => id))
        const named = rooms.filter(({ id }) => wanted.has(id))
        if (named.length < wanted.size) return refuse('not_found')
        const [now, calendar] = [clock.now(), yield* readCalendar()]
        if (named.some((room) => datesOf(room, wish, { now, calendar }).length > MOST_DAYS))
          return refuse('range_too_long')
        const found: { found: Found; isElsewhere: boolean }[] = []
        for (const room of named)
          found.push({ found: yield* foundIn(room, wish, { now, calendar }), isElsewhere: false })
        const all = foundTogether(found)
        // Who named a room does without another as long as there is something to be had in it.
        if (all.fits.length > 0) return accept(all)
        for (const room of rooms)
          if (!named.includes(room))
            found.push({ found: yield* foundIn(room, wish, { now, calendar }), isElsewhere: true })
        return accept(foundTogether(found))
      }),
  }
}

interface Known {
  readonly now: Instant
  readonly calendar: WorkCalendar
}

/** The days that are meant, from the room's today on. One more than are looked at says that there are too many. */
function datesOf(room: HouseRoom, wish: FindWish, { now, calendar }: Known): string[] {
  const today = dateOf(now, room.timeZone)
  const from = wish.from < today ? today : wish.from
  return datesFrom({ ...wish, from }, (date) => isWorkday(calendar, date), MOST_DAYS + 1)
}

function* foundIn(room: HouseRoom, wish: FindWish, known: Known): Query<Found> {
  const { now } = known
  const dates = datesOf(room, wish, known)
  const [first, last] = [dates[0], dates.at(-1)]
  const [seat] = room.seats
  if (first === undefined || last === undefined || seat === undefined) return { fits: [], near: [] }
  const today = dateOf(now, room.timeZone)
  const beside = datesFrom({ from: first, to: last }, () => true).filter((date) => !dates.includes(date))
  const nearDates = [
    ...BESIDE.map((days) => (days < 0 ? daysAfter(first, days) : daysAfter(last, days))),
    ...beside,
  ].filter((date) => date >= today)
  const personIds = [wish.personId, wish.companionId].filter((id) => id !== null)
  const facts = yield* fitFacts(room, now, { seatId: seat.id, personIds, dates: [...dates, ...nearDates].sort() })
  const countedBeside =
    wish.people === 2 && wish.companionId !== null ? yield* countedFor(room, facts, wish.companionId, first) : []
  return findSeats(fitsBy({ ...facts, countedBeside }), wish, { dates, nearDates, timeZone: room.timeZone })
}
