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

/** A well-booked week around now: people of many departments, two more of the newcomer's own, most of the past ones kept. */
export function layBookings(stage: Stage, mineStartsMs: number): void {
  const { ask, people, me, nowMs, later } = stage
  later(nowMs - 10 * DAY_MS, async () => {
    const seats = (await ask('rooms', 'list', {}))[0]?.seats ?? []
    const companion = people[1]?.id ?? null
    const reserve = (seat: number, personId: string, startsMs: number, endsMs: number, more: Partial<Booking> = {}) =>
      ask('bookings', 'reserve', {
        seatId: seats[seat]?.id ?? '',
        personId,
        companionId: more.companionId ?? null,
        purpose: more.purpose ?? 'listen',
        startsAt: instantOf(startsMs),
        endsAt: instantOf(endsMs),
      })

    const taken: { seat: number; personId: string; startsMs: number; endsMs: number }[] = []
    const isFree = (seat: number, personId: string, startsMs: number, endsMs: number) =>
      !taken.some(
        (other) =>
          other.startsMs < endsMs && other.endsMs > startsMs && (other.seat === seat || other.personId === personId),
      )
    const take = async (seat: number, personId: string, startsMs: number, endsMs: number, more?: Partial<Booking>) => {
      const booking = await reserve(seat, personId, startsMs, endsMs, more)
      for (const person of [personId, ...(more?.companionId ? [more.companionId] : [])])
        taken.push({ seat, personId: person, startsMs, endsMs })
      return booking
    }

    // Taken a moment ago: one that was taken long before might be a no-show by now.
    taken.push({ seat: 2, personId: me.id, startsMs: mineStartsMs, endsMs: mineStartsMs + 2 * SLOT_MS })
    later(nowMs - MINUTE_MS, async () => {
      await reserve(2, me.id, mineStartsMs, mineStartsMs + 2 * SLOT_MS)
    })
    await take(1, me.id, momentOf(nowMs, 2, '10:30'), momentOf(nowMs, 2, '12:00'), { purpose: 'answer' })
    await take(4, me.id, momentOf(nowMs, 5, '14:00'), momentOf(nowMs, 5, '16:00'), { companionId: companion })

    for (let day = FIRST_DAY; day <= LAST_DAY; day += 1)
      for (const [block, [from, to]] of demoBlocks.entries())
        for (let seat = 0; seat < seats.length; seat += 1) {
          const mixed = (day + 10) * 31 + block * 17 + seat * 7
          const person = people[1 + (mixed % (people.length - 1))]
          const [startsMs, endsMs] = [momentOf(nowMs, day, from), momentOf(nowMs, day, to)]
          // Full now, thinner the further ahead; never the same three gaps every day.
          if (person === undefined || mixed % 11 < 3 + Math.max(0, day)) continue
          if (!isFree(seat, person.id, startsMs, endsMs)) continue
          const booking = await take(seat, person.id, startsMs, endsMs, {
            purpose: mixed % 5 === 0 ? 'answer' : 'listen',
          })
          const isKept = mixed % 13 !== 0
          if (isKept && startsMs + 2 * MINUTE_MS < nowMs)
            later(startsMs + 2 * MINUTE_MS, async () => {
              await ask('bookings', 'checkIn', { bookingId: booking.id })
            })
        }
  })
}
