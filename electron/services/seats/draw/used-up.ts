import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { DrawRequest, UsedUp } from '../../../../shared/contract/seats/draw-file.ts'
import type { OfferedSlot } from '../../../../shared/contract/seats/draws.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { type Counted, countedFrom, decideLimits } from '../../../../shared/domain/seats/booking-rules.ts'
import type { PlacingFacts } from '../../../../shared/domain/seats/bookings.ts'
import type { Span } from '../../../../shared/domain/seats/slots.ts'
import { timetableIn } from '../../../../shared/domain/seats/timetable.ts'
import type { Query } from '../../../storage/engine/query.ts'
import { countedAmong } from '../../../storage/seats/draw/outcome.ts'
import type { HeldPlace } from '../../../storage/seats/draw/places.ts'
import { onTheirDays } from '../placing.ts'

export interface Offered {
  readonly rooms: readonly HouseRoom[]
  readonly slots: readonly OfferedSlot[]
  readonly places: readonly HeldPlace[]
}

/** The slots of one day of a room, and the rules that count on it. */
interface DrawnDay extends Span {
  readonly room: HouseRoom
  readonly facts: PlacingFacts
}

/** By person, the limits that leave them nothing on days that are wished for, for themselves or together with them. */
export function* usedUpBy(
  requests: readonly Pick<DrawRequest, 'personId' | 'togetherWith' | 'wishes'>[],
  offered: Offered,
  now: Instant,
): Query<Map<Id, UsedUp[]>> {
  const days = daysOf(offered, now)
  const [from] = [...days.values()].flatMap((day) => countedFrom(day.facts, day) ?? []).sort()
  const usedUp = new Map<Id, UsedUp[]>()
  if (from === undefined) return usedUp
  const people = requests.flatMap(({ personId, togetherWith }) => [personId, ...togetherWith])
  const counted = yield* countedAmong(people, from)
  const countedIn = new Map<HouseRoom, Map<Id, (Counted & { personId: Id })[]>>()
  for (const { room } of days.values()) {
    if (countedIn.has(room)) continue
    const onDays = yield* onTheirDays(counted, { room, timetable: timetableIn(room) })
    countedIn.set(
      room,
      Map.groupBy(onDays, ({ personId }) => personId),
    )
  }
  for (const { personId, togetherWith, wishes } of requests) {
    const wished = new Set(wishes.flatMap((slotId) => days.get(slotId) ?? []))
    for (const id of [personId, ...togetherWith])
      for (const { room, facts, startsAt, endsAt } of wished) {
        const limit = decideLimits(facts, { startsAt, endsAt }, countedIn.get(room)?.get(id) ?? [])
        if (limit === null) continue
        const { count, per } = limit.detail
        usedUp.set(id, [...(usedUp.get(id) ?? []), { roomId: room.id, startsAt, endsAt, count, per }])
      }
  }
  return usedUp
}

/** The day of each slot, one and the same for all of a day. */
function daysOf({ rooms, slots, places }: Offered, now: Instant): Map<string, DrawnDay> {
  const runs = new Map(places.map((place) => [`${place.roomId} ${place.endsAt}`, place]))
  const dated = slots.flatMap((slot) => {
    const room = rooms.find(({ id }) => id === slot.roomId)
    const place = runs.get(`${slot.roomId} ${slot.runEndsAt}`)
    if (room === undefined || place === undefined) return []
    const seat = timetableIn(room).seat(place.seatNumber)
    return [{ slot, room, facts: { now, seat }, key: `${room.id} ${seat.dayOf(slot.startsAt)}` }]
  })
  const days = new Map<string, DrawnDay>()
  for (const ofDay of Map.groupBy(dated, ({ key }) => key).values()) {
    const [first] = ofDay
    if (first === undefined) continue
    const { room, facts } = first
    const [startsAt] = ofDay.map(({ slot }) => slot.startsAt).sort()
    const endsAt = ofDay
      .map(({ slot }) => slot.endsAt)
      .sort()
      .at(-1)
    if (startsAt === undefined || endsAt === undefined) continue
    const day: DrawnDay = { room, facts, startsAt, endsAt }
    for (const { slot } of ofDay) days.set(slot.id, day)
  }
  return days
}
