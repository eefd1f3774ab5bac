import { Temporal } from 'temporal-polyfill'
import { type Instant, msOf } from '../instants.ts'
import { type OpeningHours, type Span, slotsOfDay } from '../seats/slots.ts'
import { dateOf } from '../wall-clock.ts'

const HOUR_MS = 3_600_000

/** A seat that is held for a span. */
interface Held extends Span {
  readonly seatId: string
}

/**
 * How many more people can sit for an hour until the year ends: for each seat, the whole hours between the bookings it has on a date. What the
 * room still has today counts from now on.
 */
export function placesLeft(
  year: number,
  room: OpeningHours & { readonly seats: readonly { readonly id: string }[] },
  held: readonly Held[],
  now: Instant,
): number {
  const today = dateOf(now, room.timeZone)
  const first = today < `${year}-01-01` ? `${year}-01-01` : today
  const heldOn = new Map<string, Held[]>()
  for (const each of held) {
    const key = `${each.seatId} ${dateOf(each.startsAt, room.timeZone)}`
    heldOn.set(key, [...(heldOn.get(key) ?? []), each])
  }
  let sum = 0
  for (
    let date = first;
    date.startsWith(`${year}-`);
    date = Temporal.PlainDate.from(date).add({ days: 1 }).toString()
  ) {
    const slots = slotsOfDay(date, room).filter(({ startsAt }) => startsAt >= now)
    const [opens, closes] = [slots[0]?.startsAt, slots.at(-1)?.endsAt]
    if (opens === undefined || closes === undefined) continue
    const whole = wholeHours(msOf(opens), msOf(closes), [])
    for (const { id } of room.seats) {
      const busy = heldOn.get(`${id} ${date}`)
      sum += busy === undefined ? whole : wholeHours(msOf(opens), msOf(closes), busy)
    }
  }
  return sum
}

/** Between the spans that are held, in each gap by itself. */
function wholeHours(fromMs: number, toMs: number, held: readonly Span[]): number {
  let sum = 0
  let atMs = fromMs
  for (const { startsAt, endsAt } of [...held].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
    sum += Math.max(0, Math.floor((Math.min(msOf(startsAt), toMs) - atMs) / HOUR_MS))
    atMs = Math.max(atMs, msOf(endsAt))
  }
  return sum + Math.max(0, Math.floor((toMs - atMs) / HOUR_MS))
}
