import type { Service } from '../../../shared/contract/services.ts'
import { findSeats } from '../../../shared/domain/seats/find/find-seats.ts'
import { fitsBy } from '../../../shared/domain/seats/misfit.ts'
import { dateOf, daysAfter } from '../../../shared/domain/wall-clock.ts'
import { houseRooms } from '../../storage/house/room.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { fitFacts } from './series-places.ts'

const MOST_DAYS = 31
/** Days beside those that are meant, which nearly fit. */
const BESIDE = [-1, 1, 2] as const

export function findSeatsService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'findSeats'> {
  return {
    search: (wish) =>
      engine.read(function* () {
        const room = (yield* houseRooms()).find(({ id }) => id === wish.roomId)
        const [seat] = room?.seats ?? []
        if (room === undefined || seat === undefined) return refuse('not_found')
        const now = clock.now()
        const today = dateOf(now, room.timeZone)
        const dates: string[] = []
        for (let date = wish.from < today ? today : wish.from; date <= wish.to; date = daysAfter(date, 1)) {
          if (dates.length === MOST_DAYS) return refuse('range_too_long')
          dates.push(date)
        }
        const [first, last] = [dates[0], dates.at(-1)]
        if (first === undefined || last === undefined) return accept({ fits: [], near: [] })
        const nearDates = BESIDE.map((days) => (days < 0 ? daysAfter(first, days) : daysAfter(last, days))).filter(
          (date) => date >= today,
        )
        const personIds = [wish.personId, wish.companionId].filter((id) => id !== null)
        const facts = yield* fitFacts(room, now, {
          ...{ seatId: seat.id, personIds },
          dates: [...dates, ...nearDates].sort(),
        })
        return accept(findSeats(fitsBy(facts), wish, { dates, nearDates, timeZone: room.timeZone }))
      }),
  }
}
