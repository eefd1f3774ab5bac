import { randomBytes } from 'node:crypto'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { DrawnSeats, DrawPlan, DrawWindow } from '../../../../shared/contract/seats/draws.ts'
import type { Asker, Service } from '../../../../shared/contract/services.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { addMs } from '../../../../shared/domain/instants.ts'
import { maskText } from '../../../../shared/domain/listening/masking/mask-text.ts'
import {
  faultOfPlan,
  lengthsOf,
  MOST_DRAW_SLOTS,
  type Offer,
  offerOf,
} from '../../../../shared/domain/seats/draw/offer.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { daysAfter, instantAt } from '../../../../shared/domain/wall-clock.ts'
import { anyRoomToChange, houseRoomOf, houseRooms } from '../../../storage/house/room.ts'
import { heldPlaces } from '../../../storage/seats/bookings.ts'
import { insertDrawEvent } from '../../../storage/seats/draw/history.ts'
import { drawnPlacesIn } from '../../../storage/seats/draw/places.ts'
import {
  insertWindow,
  type StoredWindow,
  slotsOfWindow,
  type ToldWindow,
  toldWindow,
  updateWindow,
  windowsSince,
  windowToChange,
} from '../../../storage/seats/draw/windows.ts'
import { mustBeAsSeen } from '../../../storage/versions.ts'
import { owingASeat } from '../../duty/duty-lines.ts'
import { readYear } from '../../duty/read-year.ts'
import type { HouseParts } from '../../parts.ts'
import { accept, refuse } from '../../refuse.ts'
import { daysOfRooms } from '../days-of-rooms.ts'
import { yearOf } from './draw-pass.ts'
import { digest } from './hold-window.ts'

/** So long a window that is over is still told of. */
export const DRAWS_TOLD_MS = 90 * 86_400_000

type Windows = Pick<Service<'draws'>, 'list' | 'slots' | 'held' | 'preview' | 'open' | 'extend' | 'cancel'>

/** Windows of drawn seats: what they offer, and how long they take requests. */
export function drawWindows({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Windows {
  const by = (asker: Asker) => ({ at: clock.now(), actorId: asker.personId })
  const eventOf = (windowId: Id, asker: Asker) => ({ id: clock.newId(), windowId, requestId: null, ...by(asker) })

  function* told(id: Id) {
    return accept(named(yield* toldWindow(id), yield* houseRooms()))
  }

  return {
    list: () =>
      engine.read(function* () {
        const now = clock.now()
        const rooms = yield* houseRooms()
        const windows = yield* windowsSince(addMs(now, -DRAWS_TOLD_MS))
        return accept({ now, windows: windows.map((window) => named(window, rooms)) })
      }),

    slots: ({ windowId }) =>
      engine.read(function* () {
        const slots = yield* slotsOfWindow(windowId)
        return slots === null ? refuse('not_found') : accept(slots)
      }),

    held: (days) =>
      engine.read(function* () {
        if (days.to < days.from) return accept([])
        return accept(atOneTime(yield* drawnPlacesIn(daysOfRooms(yield* houseRooms(), days))))
      }),

    preview: async (plan) => {
      const offered = await engine.read(function* () {
        const rooms = (yield* houseRooms()).filter(({ id }) => plan.roomIds.includes(id))
        return yield* offerOrNot(plan, rooms, clock.now())
      })
      if (!offered.ok) return offered
      const { slots, leftOut } = offered.value
      const year = yearOf(plan.from)
      const sessions = await readYear(engine, year)
      const owing = await engine.read(() => owingASeat(year, sessions))
      return accept({
        ...{ slotCount: slots.length, placeCount: seatsOf(offered.value), leftOut },
        ...{ owingCount: owing.size, firstStartsAt: firstOf(offered.value) },
      })
    },

    open: ({ closesAt, ...wanted }, asker) =>
      engine.transact(function* () {
        const plan = { ...wanted, roomIds: [...new Set(wanted.roomIds)].sort(), lengthsMinutes: lengthsOf(wanted) }
        const rooms: HouseRoom[] = []
        // Whoever books holds the room as it is: nobody takes one of these places meanwhile.
        for (const id of plan.roomIds) {
          const room = yield* anyRoomToChange(id)
          if (room !== null) rooms.push(houseRoomOf(room))
        }
        const now = clock.now()
        const offered = yield* offerOrNot(plan, rooms, now)
        if (!offered.ok) return offered
        if (closesAt <= now) return refuse('closes_in_the_past')
        const firstStartsAt = firstOf(offered.value)
        if (closesAt > firstStartsAt) return { ok: false, code: 'closes_too_late', detail: { firstStartsAt } } as const
        const seed = randomBytes(32).toString('hex')
        const window: StoredWindow = {
          ...{ id: clock.newId(), plan, openedAt: now, closesAt, seed, commitment: digest(seed) },
          ...{ state: 'open', reason: null, version: 0 },
        }
        const { slots, places } = offered.value
        yield* insertWindow(window, slots, places, asker.personId)
        const after = { closesAt, commitment: window.commitment, plan }
        yield* insertDrawEvent({ ...eventOf(window.id, asker), what: 'opened', reason: null, after })
        return yield* told(window.id)
      }),

    extend: ({ windowId, seenVersion, closesAt }, asker) =>
      engine.transact(function* () {
        const window = yield* windowToChange(windowId)
        if (window === null) return refuse('not_found')
        yield* mustBeAsSeen(windowId, window, seenVersion)
        if (window.state !== 'open' || window.closesAt <= clock.now())
          return { ok: false, code: 'closed', detail: { closesAt: window.closesAt } } as const
        if (closesAt <= window.closesAt)
          return { ok: false, code: 'only_later', detail: { closesAt: window.closesAt } } as const
        const firstStartsAt = ((yield* slotsOfWindow(windowId)) ?? []).map(({ startsAt }) => startsAt).sort()[0] ?? ''
        if (closesAt > firstStartsAt) return { ok: false, code: 'closes_too_late', detail: { firstStartsAt } } as const
        yield* updateWindow(window, { closesAt }, by(asker))
        yield* insertDrawEvent({ ...eventOf(windowId, asker), what: 'extended', reason: null, after: { closesAt } })
        return yield* told(windowId)
      }),

    cancel: ({ windowId, reason: given }, asker) =>
      engine.transact(function* () {
        const window = yield* windowToChange(windowId)
        if (window === null) return refuse('not_found')
        if (window.state === 'drawn') return refuse('drawn_already')
        if (window.state === 'cancelled') return yield* told(windowId)
        const reason = maskText(given).text
        yield* updateWindow(window, { state: 'cancelled', reason }, by(asker))
        yield* insertDrawEvent({ ...eventOf(windowId, asker), what: 'cancelled', reason, after: {} })
        return yield* told(windowId)
      }),
  }
}

function named({ roomIds, ...window }: ToldWindow, all: readonly HouseRoom[]): DrawWindow {
  const names = new Map(all.map(({ id, name }) => [id, name]))
  return { ...window, rooms: roomIds.map((id) => ({ id, name: names.get(id) ?? '' })) }
}

/** What the plan offers now, or why it offers nothing. */
function* offerOrNot(plan: DrawPlan, rooms: readonly HouseRoom[], now: Instant) {
  if (rooms.length < new Set(plan.roomIds).size) return refuse('not_found')
  const fault = faultOfPlan(plan, rooms)
  if (fault !== null) return { ok: false, ...fault } as const
  const zones = rooms.map(({ timeZone }) => timeZone)
  const span = {
    startsAt: zones.map((zone) => instantAt(daysAfter(plan.from, -1), '00:00', zone)).sort()[0] ?? now,
    endsAt:
      zones
        .map((zone) => instantAt(daysAfter(plan.to, 2), '00:00', zone))
        .sort()
        .at(-1) ?? now,
  }
  const offer = offerOf(plan, rooms, [...(yield* heldPlaces(span)), ...(yield* drawnPlacesIn(span))], now)
  if (offer.slots.length === 0) return refuse('nothing_free')
  if (offer.slots.length > MOST_DRAW_SLOTS)
    return { ok: false, code: 'too_many_slots', detail: { most: MOST_DRAW_SLOTS } } as const
  return accept(offer)
}

const seatsOf = ({ slots }: Offer): number => slots.reduce((sum, { capacity }) => sum + capacity, 0)
const firstOf = ({ slots }: Offer): Instant => slots.map(({ startsAt }) => startsAt).sort()[0] ?? ''

/** Sixty seats of one time are one line. */
function atOneTime(places: readonly SeatSpan[]): DrawnSeats[] {
  const times = Map.groupBy(places, ({ startsAt, endsAt }) => `${startsAt} ${endsAt}`)
  return [...times.values()]
    .flatMap((alike) => {
      const [first] = alike
      if (first === undefined) return []
      const seatIds = alike.map(({ seatId }) => seatId).sort()
      return [{ startsAt: first.startsAt, endsAt: first.endsAt, seatIds }]
    })
    .sort((a, b) => (`${a.startsAt} ${a.endsAt}` < `${b.startsAt} ${b.endsAt}` ? -1 : 1))
}
