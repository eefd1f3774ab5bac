import type { HouseRoom } from '../../../contract/house/rooms.ts'
import type { DrawPlan, OfferedSlot } from '../../../contract/seats/draws.ts'
import { addMs, type Instant, msOf } from '../../instants.ts'
import { daysAfter, instantAt } from '../../wall-clock.ts'
import { bufferMs, withBuffer } from '../booking-rules.ts'
import type { SeatSpan } from '../free-neighbours.ts'
import { rulesOn } from '../room-rules.ts'
import { overlaps, type Span } from '../slots.ts'
import { timetableIn } from '../timetable.ts'

export const MOST_DRAW_DAYS = 62
/** The whole of them goes to a screen. */
export const MOST_DRAW_SLOTS = 6_000

/** A seat that a window holds for a whole run; nothing else lies there from `heldFrom` to `heldTo`. */
export interface DrawPlace extends SeatSpan {
  readonly heldFrom: Instant
  readonly heldTo: Instant
}

export interface Offer {
  readonly slots: readonly OfferedSlot[]
  readonly places: readonly DrawPlace[]
  /** Places of these hours that somebody holds already. */
  readonly leftOut: number
}

export type PlanFault =
  | { readonly code: 'days_backwards'; readonly detail: Record<string, never> }
  | { readonly code: 'too_many_days'; readonly detail: { readonly most: number } }
  | {
      readonly code: 'length_not_on_slots'
      readonly detail: { readonly lengthMinutes: number; readonly slotMinutes: number }
    }
  | { readonly code: 'buffer_needs_one_length'; readonly detail: { readonly bufferMinutes: number } }

/** One length of several that are the same is one. */
export const lengthsOf = ({ lengthsMinutes }: Pick<DrawPlan, 'lengthsMinutes'>): number[] =>
  [...new Set(lengthsMinutes)].sort((left, right) => left - right)

export const datesOf = ({ from, to }: Pick<DrawPlan, 'from' | 'to'>): string[] => {
  const dates: string[] = []
  for (let date = from; date <= to; date = daysAfter(date, 1)) dates.push(date)
  return dates
}

/** What is wrong with a plan, by the rules of its rooms; null: nothing. */
export function faultOfPlan(plan: DrawPlan, rooms: readonly HouseRoom[]): PlanFault | null {
  if (plan.to < plan.from) return { code: 'days_backwards', detail: {} }
  if (daysAfter(plan.from, MOST_DRAW_DAYS) <= plan.to)
    return { code: 'too_many_days', detail: { most: MOST_DRAW_DAYS } }
  const lengths = lengthsOf(plan)
  for (const room of rooms)
    for (const date of datesOf(plan)) {
      const { slotMinutes, bufferMinutes } = rulesOn(room.rules, date)
      const odd = lengths.find((minutes) => minutes % slotMinutes !== 0)
      if (odd !== undefined) return { code: 'length_not_on_slots', detail: { lengthMinutes: odd, slotMinutes } }
      if (bufferMinutes > 0 && lengths.length > 1) return { code: 'buffer_needs_one_length', detail: { bufferMinutes } }
    }
  return null
}

/**
 * What a window offers of these rooms. A seat is offered only where it is free for a whole run: so whatever is drawn of one, by number
 * of seats alone, finds its seats. Of one length, runs are the places themselves; of several, the hours of a day.
 */
export function offerOf(plan: DrawPlan, rooms: readonly HouseRoom[], held: readonly SeatSpan[], now: Instant): Offer {
  const heldOf = Map.groupBy(held, ({ seatId }) => seatId)
  const offers = rooms.flatMap((room) => datesOf(plan).map((date) => offerOfDay(plan, room, date, heldOf, now)))
  return {
    slots: offers.flatMap(({ slots }) => slots),
    places: offers.flatMap(({ places }) => places),
    leftOut: offers.reduce((sum, { leftOut }) => sum + leftOut, 0),
  }
}

function offerOfDay(
  plan: DrawPlan,
  room: HouseRoom,
  date: string,
  heldOf: ReadonlyMap<string, readonly SeatSpan[]>,
  now: Instant,
): Offer {
  const ms = bufferMs(rulesOn(room.rules, date))
  const { seatIds, slots } = fullestHours(plan, room, date, now)
  const offered: OfferedSlot[] = []
  const places: DrawPlace[] = []
  let leftOut = 0
  for (const run of runsIn(slots, lengthsOf(plan), ms)) {
    const { startsAt, endsAt } = spanOf(run.slots)
    const around = withBuffer({ startsAt, endsAt }, ms)
    const free = seatIds.filter((seatId) => !(heldOf.get(seatId) ?? []).some((other) => overlaps(other, around)))
    leftOut += seatIds.length - free.length
    if (free.length === 0) continue
    for (const seatId of free)
      places.push({ seatId, startsAt, endsAt, heldFrom: around.startsAt, heldTo: around.endsAt })
    for (const slot of run.isOnePlace ? [{ startsAt, endsAt }] : run.slots)
      offered.push({
        ...{ id: `${room.id} ${slot.startsAt}`, roomId: room.id, ...slot },
        ...{ capacity: free.length, runEndsAt: endsAt },
      })
  }
  return { slots: offered, places, leftOut }
}

/** What a window draws of a day: slots, each on all of these seats. */
interface DrawnHours {
  readonly seatIds: readonly string[]
  readonly slots: readonly Span[]
}

/** The hours of the day that most seats share: whoever is open otherwise is left to be booked. */
function fullestHours({ hours }: Pick<DrawPlan, 'hours'>, room: HouseRoom, date: string, now: Instant): DrawnHours {
  const { timeZone } = room
  const timetable = timetableIn(room)
  const from = hours === null ? null : instantAt(date, hours.from, timeZone)
  const toDate = hours !== null && hours.to <= hours.from ? daysAfter(date, 1) : date
  const to = hours === null ? null : instantAt(toDate, hours.to, timeZone)
  const alike = new Map<string, { seatIds: string[]; slots: Span[] }>()
  for (const { id, number } of room.seats) {
    // A room that never closes opens on the next day anew: hours over midnight go on in it.
    const dates = toDate === date ? [date] : [date, toDate]
    const open = dates.flatMap((each) => timetable.seat(number).openingOn(each)?.slots ?? [])
    const slots = open.filter(
      ({ startsAt, endsAt }) => startsAt > now && (from === null || startsAt >= from) && (to === null || endsAt <= to),
    )
    if (slots.length === 0) continue
    const key = slots.map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`).join()
    const group = alike.get(key)
    if (group === undefined) alike.set(key, { seatIds: [id], slots })
    else group.seatIds.push(id)
  }
  const [fullest] = [...alike.values()].sort(
    (left, right) => right.seatIds.length * right.slots.length - left.seatIds.length * left.slots.length,
  )
  return fullest ?? { seatIds: [], slots: [] }
}

interface Run {
  readonly slots: readonly Span[]
  readonly isOnePlace: boolean
}

function runsIn(slots: readonly Span[], [first = 0, ...others]: readonly number[], ms: number): Run[] {
  const stretches = unbroken(slots)
  if (others.length > 0)
    return stretches
      .filter((stretch) => lengthMsOf(stretch) >= first * 60_000)
      .map((stretch) => ({ slots: stretch, isOnePlace: false }))
  return stretches.flatMap((stretch) => placesIn(stretch, first * 60_000, ms))
}

/** Places of one length, one after the other, with what is left free between them. */
function placesIn(stretch: readonly Span[], lengthMs: number, ms: number): Run[] {
  const runs: Run[] = []
  let taken: Span[] = []
  let freeFromMs = 0
  for (const slot of stretch) {
    if (taken.length === 0 && msOf(slot.startsAt) < freeFromMs) continue
    taken.push(slot)
    if (lengthMsOf(taken) < lengthMs) continue
    if (lengthMsOf(taken) === lengthMs) runs.push({ slots: taken, isOnePlace: true })
    freeFromMs = msOf(slot.endsAt) + ms
    taken = []
  }
  return runs
}

function unbroken(slots: readonly Span[]): Span[][] {
  const stretches: Span[][] = []
  for (const slot of slots) {
    const last = stretches.at(-1)
    if (last?.at(-1)?.endsAt === slot.startsAt) last.push(slot)
    else stretches.push([slot])
  }
  return stretches
}

const spanOf = (slots: readonly Span[]): Span => ({
  startsAt: slots[0]?.startsAt ?? '',
  endsAt: slots.at(-1)?.endsAt ?? '',
})

const lengthMsOf = (slots: readonly Span[]): number => {
  const { startsAt, endsAt } = spanOf(slots)
  return slots.length === 0 ? 0 : msOf(endsAt) - msOf(startsAt)
}

/** Whether a place of that length can begin at a slot. */
export function isStartIn(slots: readonly OfferedSlot[], lengthMinutes: number): (slotId: string) => boolean {
  const byId = new Map(slots.map((slot) => [slot.id, slot]))
  const ends = new Set(slots.map(({ roomId, endsAt }) => `${roomId} ${endsAt}`))
  return (id) => {
    const slot = byId.get(id)
    if (slot === undefined) return false
    const endsAt = addMs(slot.startsAt, lengthMinutes * 60_000)
    return endsAt <= slot.runEndsAt && ends.has(`${slot.roomId} ${endsAt}`)
  }
}

/** The first wish of these at which no place of that length begins, or null. */
export function wishNotOffered(
  slots: readonly OfferedSlot[],
  wishes: readonly string[],
  lengthMinutes: number,
): string | null {
  const isOffered = isStartIn(slots, lengthMinutes)
  return wishes.find((id) => !isOffered(id)) ?? null
}
