import type { Booking, FreePlace } from '../../contract/seats/bookings.ts'
import type { Misfit } from '../../contract/seats/series.ts'
import type { Id } from '../../contract/values.ts'
import { type Instant, msOf } from '../instants.ts'
import { bufferMs, type Counted, decideLimits, decidePlace, inTheWay } from './booking-rules.ts'
import type { SeatSpan } from './free-neighbours.ts'
import { overlaps, type Span } from './slots.ts'
import { type SeatTimes, slotsFrom, type Timetable } from './timetable.ts'

export type Held = Pick<
  Booking,
  'seatId' | 'seatNumber' | 'startsAt' | 'endsAt' | 'personId' | 'personName' | 'companionId' | 'companionName'
>

/** What no booking may touch, because an open window draws it. */
export interface DrawnPlace extends SeatSpan {
  readonly windowId: Id
  readonly drawnAt: Instant
}

/** What is free and yet held for somebody who waits. */
export interface OfferedPlace extends SeatSpan {
  readonly expiresAt: Instant
}

/** What decides whether places of one room fit, read once for many of them. */
export interface FitFacts {
  readonly now: Instant
  readonly timetable: Timetable
  /** In the order of the room. */
  readonly seats: readonly { readonly id: Id; readonly number: number }[]
  /** What holds a place around the days that are asked about, of all rooms. */
  readonly held: readonly Held[]
  /** What is drawn around those days. */
  readonly drawn: readonly DrawnPlace[]
  /** What is held for others than the listener. */
  readonly offered: readonly OfferedPlace[]
  /** Who has to be free then, the listener first; nobody yet: only seats are asked about. */
  readonly personIds: readonly Id[]
  /** What the listener has already, for limits. */
  readonly counted: readonly Counted[]
  /** The same of who comes with them, where that is for a seat of their own. */
  readonly countedBeside?: readonly Counted[]
}

/** The same facts, with what is asked over and over looked up. */
export interface Fits {
  /** Why a booking there would be refused; null: it would be made. In the order in which `reserve` asks. */
  misfitOf(place: SeatSpan): Misfit | null
  /** The same for what is cheap to ask: whether seat and people are free. */
  isFree(place: SeatSpan): boolean
  /** Whether who comes with the listener may have one more there as well. */
  isForBoth(place: SeatSpan): boolean
  named(place: SeatSpan): FreePlace
  readonly facts: FitFacts
}

export function fitsBy(facts: FitFacts): Fits {
  const numbers = new Map(facts.seats.map(({ id, number }) => [id, number]))
  const inOrder = [...facts.held].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const ofSeat = Map.groupBy(inOrder, ({ seatId }) => seatId)
  const drawnOf = Map.groupBy(facts.drawn, ({ seatId }) => seatId)
  const offeredOf = Map.groupBy(facts.offered, ({ seatId }) => seatId)
  const busy = facts.personIds.flatMap((personId) =>
    facts.held
      .filter((held) => held.personId === personId || held.companionId === personId)
      .map((held) => ({ personId, held })),
  )
  const seatOf = (seatId: Id): SeatTimes => facts.timetable.seat(numbers.get(seatId) ?? 0)

  function drawnMisfit(place: SeatSpan): Misfit | null {
    // What is left free around it belongs to it.
    const found = inTheWay(drawnOf.get(place.seatId) ?? [], place, 0)
    if (found === null) return null
    const { windowId, drawnAt } = found
    return { code: 'to_be_drawn', detail: { windowId, drawnAt, seatNumber: numbers.get(place.seatId) ?? 0 } }
  }
  function seatMisfit(place: SeatSpan, ms: number): Misfit | null {
    const found = inTheWay(ofSeat.get(place.seatId) ?? [], place, ms)
    if (found === null) return null
    const { personName, startsAt, endsAt } = found
    const bufferMinutes = overlaps(found, place) ? 0 : ms / 60_000
    return { code: 'seat_taken', detail: { personName, startsAt, endsAt, bufferMinutes } }
  }
  function offeredMisfit(place: SeatSpan, ms: number): Misfit | null {
    const found = inTheWay(offeredOf.get(place.seatId) ?? [], place, ms)
    return found === null ? null : { code: 'place_held', detail: { startsAt: found.startsAt, until: found.expiresAt } }
  }
  function personMisfit(place: Span): Misfit | null {
    const found = busy.find(({ held }) => overlaps(held, place))
    if (found === undefined) return null
    const { personId, held } = found
    const personName = held.personId === personId ? held.personName : (held.companionName ?? held.personName)
    const { seatNumber, startsAt, endsAt } = held
    const isElsewhere = !numbers.has(held.seatId)
    return { code: 'person_taken', detail: { personName, seatNumber, isElsewhere, startsAt, endsAt } }
  }
  function ruleMisfit(place: SeatSpan): Misfit | null {
    const asked = { now: facts.now, seat: seatOf(place.seatId) }
    const refusal = decidePlace(asked, place)
    if (refusal !== null) return refusal
    const limit = facts.personIds.length === 0 ? null : decideLimits(asked, place, facts.counted)
    if (limit === null) return null
    return { code: 'over_limit', detail: { count: limit.detail.count, per: limit.detail.per } }
  }
  const bufferAt = (place: SeatSpan): number => {
    const seat = seatOf(place.seatId)
    return bufferMs(seat.rulesOn(seat.dayOf(place.startsAt)))
  }
  return {
    facts,
    misfitOf: (place) =>
      ruleMisfit(place) ??
      seatMisfit(place, bufferAt(place)) ??
      drawnMisfit(place) ??
      personMisfit(place) ??
      offeredMisfit(place, bufferAt(place)),
    isFree: (place) =>
      seatMisfit(place, 0) === null &&
      drawnMisfit(place) === null &&
      personMisfit(place) === null &&
      offeredMisfit(place, 0) === null,
    isForBoth: (place) => {
      const asked = { now: facts.now, seat: seatOf(place.seatId) }
      return decideLimits(asked, place, facts.countedBeside ?? []) === null
    },
    named: (place) => ({ ...place, seatNumber: numbers.get(place.seatId) ?? 0 }),
  }
}

/**
 * Where else it fits on that day: the same time on another seat, the nearest first; else the nearest time, and of two the same seat or the
 * nearest to it. Null: nowhere.
 */
export function nearestFit({ facts, isFree, misfitOf, named }: Fits, place: SeatSpan, date: string): FreePlace | null {
  const home = facts.seats.findIndex(({ id }) => id === place.seatId)
  const lengthMs = msOf(place.endsAt) - msOf(place.startsAt)
  const candidates = facts.seats.flatMap(({ id: seatId, number }, index) => {
    const seat = facts.timetable.seat(number)
    const slots = seat.openingOn(date)?.slots ?? []
    const ends = new Map(slotsFrom(seat, date).map(({ endsAt }) => [msOf(endsAt), endsAt]))
    return slots.flatMap(({ startsAt }) => {
      const endsAt = ends.get(msOf(startsAt) + lengthMs)
      const awayMs = Math.abs(msOf(startsAt) - msOf(place.startsAt))
      return endsAt === undefined ? [] : [{ seatId, startsAt, endsAt, awayMs, steps: Math.abs(index - home) }]
    })
  })
  candidates.sort((a, b) => a.awayMs - b.awayMs || a.steps - b.steps || (a.startsAt < b.startsAt ? 1 : -1))
  for (const { seatId, startsAt, endsAt } of candidates) {
    const found = { seatId, startsAt, endsAt }
    if (isFree(found) && misfitOf(found) === null) return named(found)
  }
  return null
}
