import { hash } from 'node:crypto'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { DrawFile, DrawInput } from '../../../../shared/contract/seats/draw-file.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { addMs } from '../../../../shared/domain/instants.ts'
import { faultsOf } from '../../../../shared/domain/seats/draw/draw-faults.ts'
import { drawFileOf, drawFileText } from '../../../../shared/domain/seats/draw/draw-file.ts'
import { type Granted, laySeats } from '../../../../shared/domain/seats/draw/lay-seats.ts'
import { overlaps, type Span } from '../../../../shared/domain/seats/slots.ts'
import { isOpenDuring, type Opening, openingsAround, timetableIn } from '../../../../shared/domain/seats/timetable.ts'
import { dateOf } from '../../../../shared/domain/wall-clock.ts'
import type { Query } from '../../../storage/engine/query.ts'
import { houseRooms, readRoom } from '../../../storage/house/room.ts'
import type { BookingEvent, StoredBooking } from '../../../storage/seats/bookings.ts'
import { insertDrawnBookings } from '../../../storage/seats/draw/drawn-bookings.ts'
import { insertDrawEvent } from '../../../storage/seats/draw/history.ts'
import { busyIn, insertOutcome, lastSeats, peopleHere, peopleToHold } from '../../../storage/seats/draw/outcome.ts'
import { type HeldPlace, placesOfWindow } from '../../../storage/seats/draw/places.ts'
import {
  keepDrawnAskers,
  type StoredRequest,
  standingRequests,
  updateRequest,
} from '../../../storage/seats/draw/requests.ts'
import {
  type StoredWindow,
  slotsOfWindow,
  updateWindow,
  windowById,
  windowToChange,
} from '../../../storage/seats/draw/windows.ts'
import { noShowCounts } from '../../../storage/seats/no-shows.ts'
import type { HouseParts } from '../../parts.ts'
import { type Offered, usedUpBy } from './used-up.ts'

export const digest = (text: string): string => hash('sha256', text, 'hex')

const RULES: DrawInput['rules'] = {
  version: 3,
  steps: ['owes_duty', 'longest_since_last_seat', 'fewest_no_shows', 'lottery'],
}

/** For so long a seat nobody came to is remembered. */
const NO_SHOWS_MS = 365 * 86_400_000

type Parts = Pick<HouseParts, 'clock'>

/** What a window is drawn with, and what came out. */
export interface DrawnUp {
  readonly input: DrawInput
  readonly file: DrawFile
  readonly fileText: string
  readonly fileDigest: string
}

/** What a window whose closing time has come would be drawn with now, with nothing held; null: it is not to be drawn. */
export function* readInput({ clock }: Parts, windowId: Id, owing: ReadonlySet<Id>): Query<DrawInput | null> {
  const window = yield* windowById(windowId)
  const at = clock.now()
  return window === null || !isDue(window, at) ? null : (yield* gathered(window, owing, at, peopleHere)).input
}

/**
 * Books what is drawn of a window whose closing time has come; all of it or nothing. `changed`: it would be drawn with something else by now, and nothing is
 * booked. Without `drawnUp` it is drawn here, however long that holds up others. `not_due`: it is not to be drawn, or somebody else did.
 * `owing`: who still owes the duty of that year.
 */
export function* holdWindow(
  { clock }: Parts,
  windowId: Id,
  owing: ReadonlySet<Id>,
  drawnUp: DrawnUp | null,
): Query<'drawn' | 'changed' | 'not_due'> {
  const window = yield* windowToChange(windowId)
  const at = clock.now()
  if (window === null || !isDue(window, at)) return 'not_due'
  const { input, asked, gone, fewer, places } = yield* gathered(window, owing, at, peopleToHold)
  if (drawnUp !== null && JSON.stringify(drawnUp.input) !== JSON.stringify(input)) return 'changed'
  yield* withdrawn({ clock }, gone)
  yield* askedWithout({ clock }, fewer)
  const { file, fileText, fileDigest } = drawnUp ?? written(input, drawnFile(input))
  yield* updateWindow(window, { state: 'drawn' }, { at, actorId: null })
  const seats = seatsOf(file, asked, places)
  yield* book({ clock }, seats, asked)
  const { used: seatsUsed } = file.capacity
  const drawnCount = file.results.filter(({ slotIds }) => slotIds.length > 0).length
  const outcome = { windowId, drawnAt: at, drawnCount, seatsUsed, fileText, fileDigest }
  yield* insertOutcome(outcome, resultsOf(file, seats, asked))
  const event = {
    id: clock.newId(),
    windowId,
    requestId: null,
    at,
    actorId: null,
    what: 'drawn',
    reason: null,
  } as const
  yield* insertDrawEvent({ ...event, after: { seed: window.seed, fileDigest } })
  return 'drawn'
}

/** Holds the draw on paper; nothing is stored. */
export function drawnFile(input: DrawInput): DrawFile {
  const [fault] = faultsOf(input, digest)
  if (fault !== undefined) throw new Error(`a draw with a fault: ${fault.code} ${fault.id}`)
  return drawFileOf(input, digest)
}

/** With the file that anyone can hold it again by. */
export function written(input: DrawInput, file: DrawFile): DrawnUp {
  const fileText = drawFileText(file)
  return { input, file, fileText, fileDigest: digest(fileText) }
}

const isDue = ({ state, closesAt }: StoredWindow, at: Instant): boolean => state === 'open' && closesAt <= at

const peopleOf = ({ personId, togetherWith }: StoredRequest) => [personId, ...togetherWith]

/** Whoever left the list meanwhile asks for nothing any more (`gone`); who asked together with them asks on without (`fewer`). */
function* gathered(
  window: StoredWindow,
  owing: ReadonlySet<Id>,
  at: Instant,
  onTheList: (ids: readonly Id[]) => Query<Set<Id>>,
) {
  const all = yield* standingRequests(window.id)
  const here = yield* onTheList([...new Set(all.flatMap(peopleOf))].sort())
  const isHere = (id: Id) => here.has(id)
  const gone = all.filter(({ personId }) => !isHere(personId))
  const standing = all
    .filter(({ personId }) => isHere(personId))
    .map((before) => ({ before, after: { ...before, togetherWith: before.togetherWith.filter(isHere) } }))
  const asked = standing.map(({ after }) => after)
  const fewer = standing.flatMap(({ before, after }) =>
    after.togetherWith.length < before.togetherWith.length ? [after] : [],
  )
  const offered = yield* stillOffered(window, at)
  const { slots, places } = offered
  const input: DrawInput = {
    ...{ rules: RULES, seed: window.seed, commitment: window.commitment },
    slots: slots.map(({ runEndsAt: _, ...slot }) => slot),
    requests: asked.map(({ id, personId, togetherWith, wishes, lengthMinutes }) => ({
      ...{ id, personId, togetherWith, wishes, lengthMs: lengthMinutes * 60_000 },
    })),
    facts: yield* factsAbout(asked, offered, owing, at),
  }
  return { input, asked, gone, fewer, places }
}

function* withdrawn({ clock }: Parts, gone: readonly StoredRequest[]): Query<void> {
  for (const request of gone) {
    const by = { at: clock.now(), actorId: null }
    yield* updateRequest(request, { withdrawnAt: by.at }, by)
    const ids = { id: clock.newId(), windowId: request.windowId, requestId: request.id }
    yield* insertDrawEvent({ ...ids, ...by, what: 'withdrawn', reason: null, after: {} })
  }
}

/** It is drawn without whoever left, which its history tells; who was asked stays with the request. */
function* askedWithout({ clock }: Parts, fewer: readonly StoredRequest[]): Query<void> {
  for (const request of fewer) {
    const { id: requestId, windowId, togetherWith, purpose, lengthMinutes, wishes } = request
    yield* keepDrawnAskers(request)
    const by = { at: clock.now(), actorId: null }
    const event = { id: clock.newId(), windowId, requestId, ...by, what: 'changed', reason: null } as const
    yield* insertDrawEvent({ ...event, after: { togetherWith, purpose, lengthMinutes, wishes } })
  }
}

/** What of the window is still to come, and still open by the rules of its room. */
function* stillOffered({ id }: StoredWindow, now: Instant): Query<Offered> {
  const toCome = ((yield* slotsOfWindow(id)) ?? []).filter(({ startsAt }) => startsAt > now)
  const span = spanOf(toCome)
  if (span === null) return { rooms: [], slots: [], places: [] }
  const booked = Map.groupBy(yield* busyIn(span), ({ seatId }) => seatId)
  const rooms = yield* houseRooms()
  const isOpen = openBy(rooms, span)
  const places = (yield* placesOfWindow(id)).filter(
    (place) => isOpen(place) && !(booked.get(place.seatId) ?? []).some((other) => overlaps(other, place)),
  )
  const seats = Map.groupBy(places, ({ roomId, endsAt }) => `${roomId} ${endsAt}`)
  const slots = toCome.flatMap((slot) => {
    const run = seats.get(`${slot.roomId} ${slot.runEndsAt}`) ?? []
    return run.length === 0 ? [] : [{ ...slot, capacity: run.length }]
  })
  return { rooms, slots, places }
}

/** Of places that all lie in the span: each seat is asked once when it is open, however many places it has. */
function openBy(rooms: readonly HouseRoom[], span: Span): (place: HeldPlace) => boolean {
  const timetables = new Map(rooms.map((room) => [room.id, timetableIn(room)]))
  const known = new Map<Id, Opening[]>()
  function openingsOf({ seatId, roomId, seatNumber }: HeldPlace): Opening[] {
    const seat = timetables.get(roomId)?.seat(seatNumber)
    const openings = known.get(seatId) ?? (seat === undefined ? [] : openingsAround(seat, span))
    known.set(seatId, openings)
    return openings
  }
  return (place) => isOpenDuring(openingsOf(place), place)
}

function spanOf(slots: readonly Span[]): Span | null {
  const [first, ...rest] = slots
  if (first === undefined) return null
  return rest.reduce<Span>(
    (span, { startsAt, endsAt }) => ({
      startsAt: startsAt < span.startsAt ? startsAt : span.startsAt,
      endsAt: endsAt > span.endsAt ? endsAt : span.endsAt,
    }),
    { startsAt: first.startsAt, endsAt: first.endsAt },
  )
}

function* factsAbout(asked: readonly StoredRequest[], offered: Offered, owing: ReadonlySet<Id>, now: Instant) {
  const ids = [...new Set(asked.flatMap(peopleOf))]
  const { timeZone } = yield* readRoom()
  const last = yield* lastSeats(ids)
  const missed = yield* noShowCounts({ from: addMs(now, -NO_SHOWS_MS), before: now })
  const span = spanOf(offered.slots)
  const usedUp = yield* usedUpBy(asked, offered, now)
  const busy = new Map<Id, Span[]>(ids.map((id) => [id, []]))
  for (const { personId, companionId, startsAt, endsAt } of span === null ? [] : yield* busyIn(span))
    for (const id of [personId, companionId]) if (id !== null) busy.get(id)?.push({ startsAt, endsAt })
  return ids.map((personId): DrawInput['facts'][number] => {
    const lastAt = last.get(personId)
    return {
      personId,
      owesDuty: owing.has(personId),
      lastSeatOn: lastAt === undefined ? null : dateOf(lastAt, timeZone),
      noShows: missed.get(personId) ?? 0,
      busy: [...(busy.get(personId) ?? [])],
      usedUp: usedUp.get(personId) ?? [],
    }
  })
}

/** Where each request sits, by what the file says. */
function seatsOf(file: DrawFile, asked: readonly StoredRequest[], places: readonly HeldPlace[]) {
  const slots = new Map(file.slots.map((slot) => [slot.id, slot]))
  const people = new Map(asked.map(({ id, togetherWith }) => [id, 1 + togetherWith.length]))
  const granted = file.results.flatMap(({ requestId, slotIds }): Granted[] => {
    const [first, last] = [slots.get(slotIds[0] ?? ''), slots.get(slotIds.at(-1) ?? '')]
    if (first === undefined || last === undefined) return []
    const { roomId, startsAt } = first
    return [{ requestId, roomId, startsAt, endsAt: last.endsAt, people: people.get(requestId) ?? 1 }]
  })
  return { granted: new Map(granted.map((each) => [each.requestId, each])), laid: laySeats(granted, places) }
}

/** What is drawn becomes bookings, as if whoever handed the request in had made them. */
function* book({ clock }: Parts, { granted, laid }: ReturnType<typeof seatsOf>, asked: readonly StoredRequest[]) {
  const at = clock.now()
  const drawn: { booking: StoredBooking; event: BookingEvent }[] = []
  for (const { id, personId, togetherWith, purpose, handedInBy } of asked) {
    const [place, seats] = [granted.get(id), laid.get(id)]
    if (place === undefined || seats === undefined) continue
    for (const [index, who] of [personId, ...togetherWith].entries()) {
      const booking: StoredBooking = {
        ...{ id: clock.newId(), seatId: seats[index]?.seatId ?? '', personId: who, companionId: null, purpose },
        ...{ startsAt: place.startsAt, endsAt: place.endsAt, state: 'booked', checkedInAt: null, version: 0 },
        ...{ satById: null, walkUpOf: null },
      }
      drawn.push({ booking, event: { id: clock.newId(), at, actorId: handedInBy, what: 'drawn' } })
    }
  }
  yield* insertDrawnBookings(drawn)
}

function resultsOf(file: DrawFile, { granted, laid }: ReturnType<typeof seatsOf>, asked: readonly StoredRequest[]) {
  const along = new Map(asked.map(({ id, togetherWith }) => [id, togetherWith]))
  return file.results.map(({ requestId, place, of, sentence }) => {
    const given = granted.get(requestId)
    const seatNumbers = (laid.get(requestId) ?? []).map(({ seatNumber }) => seatNumber)
    const drawn =
      given === undefined ? null : { roomId: given.roomId, startsAt: given.startsAt, endsAt: given.endsAt, seatNumbers }
    return { requestId, place, result: { place, of, drawn, sentence, togetherWith: along.get(requestId) ?? [] } }
  })
}
