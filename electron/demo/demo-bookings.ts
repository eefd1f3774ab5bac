import type { Booking } from '../../shared/contract/seats/bookings.ts'
import { demoBlocks } from './people-and-seats.ts'
import { DAY_MS, instantOf, MINUTE_MS, momentOf, type Stage } from './stage.ts'

const SLOT_MS = 30 * MINUTE_MS
const FIRST_DAY = -3
const LAST_DAY = 8

/**
 * When the newcomer's own booking starts: the slot edge nearest to now, so that check-in (15 minutes before, until the end)
 * is open whenever the demo is started.
 */
export function myNextStart(nowMs: number): number {
  const ahead = Math.ceil(nowMs / SLOT_MS) * SLOT_MS
  return ahead - nowMs <= 14 * MINUTE_MS ? ahead : ahead - SLOT_MS
}

interface Taken {
  readonly seatId: string
  readonly personId: string
  readonly startsMs: number
  readonly endsMs: number
}

/** Places that are somebody's, and the way to take more. */
export interface Week {
  readonly seats: readonly { readonly id: string }[]
  readonly taken: Taken[]
  /** `booker`: who makes it; themselves unless told. */
  take(place: Taken, more?: Partial<Pick<Booking, 'companionId' | 'purpose'>>, booker?: string): Promise<Booking>
}

/** The newcomer's own bookings around now, and those of everybody else, as `fill` makes them. */
export function layBookings(stage: Stage, mineStartsMs: number, fill: (week: Week) => Promise<void>): void {
  const { ask, people, me, nowMs, later, sit } = stage
  later(nowMs - 10 * DAY_MS, async () => {
    const seats = (await ask('rooms', 'list', {}))[0]?.seats ?? []
    const reserve: Week['take'] = async ({ seatId, personId, startsMs, endsMs }, more = {}, booker = personId) => {
      const before = sit(booker)
      const booking = await ask('bookings', 'reserve', {
        ...{ seatId, personId, companionId: more.companionId ?? null, purpose: more.purpose ?? 'listen' },
        ...{ startsAt: instantOf(startsMs), endsAt: instantOf(endsMs) },
      })
      sit(before)
      return booking
    }
    const taken: Taken[] = []
    const take: Week['take'] = async (place, more, booker) => {
      const booking = await reserve(place, more, booker)
      for (const personId of [place.personId, more?.companionId ?? null])
        if (personId !== null) taken.push({ ...place, personId })
      return booking
    }
    const mine = (seat: number, startsMs: number, endsMs: number): Taken => ({
      ...{ seatId: seats[seat]?.id ?? '', personId: me.id, startsMs, endsMs },
    })

    // Taken a moment ago: one that was taken long before might be a no-show by now.
    const next = mine(2, mineStartsMs, mineStartsMs + 2 * SLOT_MS)
    taken.push(next)
    later(nowMs - MINUTE_MS, async () => void (await reserve(next)))
    await take(mine(1, momentOf(nowMs, 2, '10:30'), momentOf(nowMs, 2, '12:00')), { purpose: 'answer' })
    const beside = { companionId: people[1]?.id ?? null }
    await take(mine(4, momentOf(nowMs, 5, '14:00'), momentOf(nowMs, 5, '16:00')), beside, people[10]?.id)
    await fill({ seats, taken, take })
  })
}

/** Who books for others as well, by their place among the people. */
const BOOKERS = [10, 1, 12, 13]

/** A well-booked week of one room: people of many departments, most of the past ones kept. */
export const fillTeam =
  ({ ask, people, nowMs, later }: Stage) =>
  async ({ seats, taken, take }: Week): Promise<void> => {
    const isFree = ({ seatId, personId, startsMs, endsMs }: Taken) =>
      !taken.some(
        (other) =>
          other.startsMs < endsMs &&
          other.endsMs > startsMs &&
          (other.seatId === seatId || other.personId === personId),
      )
    for (let day = FIRST_DAY; day <= LAST_DAY; day += 1)
      for (const [block, [from, to]] of demoBlocks.entries())
        for (const [seat, { id: seatId }] of seats.entries()) {
          const mixed = (day + 10) * 31 + block * 17 + seat * 7
          const person = people[1 + (mixed % (people.length - 1))]
          const [startsMs, endsMs] = [momentOf(nowMs, day, from), momentOf(nowMs, day, to)]
          // Full now, thinner the further ahead; never the same three gaps every day.
          if (person === undefined || mixed % 11 < 3 + Math.max(0, day)) continue
          const place = { seatId, personId: person.id, startsMs, endsMs }
          if (!isFree(place)) continue
          const booker = mixed % 3 === 0 ? people[BOOKERS[(mixed + block) % BOOKERS.length] ?? 0]?.id : undefined
          const booking = await take(place, { purpose: mixed % 5 === 0 ? 'answer' : 'listen' }, booker)
          const isKept = mixed % 13 !== 0
          if (isKept && startsMs + 2 * MINUTE_MS < nowMs)
            later(startsMs + 2 * MINUTE_MS, async () => {
              await ask('bookings', 'checkIn', { bookingId: booking.id })
            })
        }
  }
