import type { Meeting, TheirBooking } from '../../../shared/contract/house/merges.ts'
import type { Person } from '../../../shared/contract/house/people.ts'
import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Offer, Wait, WaitWindow } from '../../../shared/contract/seats/waitlist.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { filledFrom, meetingsOf, type PersonFacts } from '../../../shared/domain/house/merging.ts'
import { overlaps } from '../../../shared/domain/seats/slots.ts'
import { isPlaceOf, windowSpan } from '../../../shared/domain/seats/waitlist.ts'
import { GoneMeanwhile } from '../../storage/engine/engine.ts'
import type { Query } from '../../storage/engine/query.ts'
import type { Moved, MovedWait } from '../../storage/house/merges.ts'
import { personById, personToHold } from '../../storage/house/people.ts'
import { anyRoomToChange, houseRooms, roomToChange } from '../../storage/house/room.ts'
import { carryRoom } from '../../storage/house/room-keeping.ts'
import { bookingToChange, upcomingOf, updateBooking } from '../../storage/seats/bookings.ts'
import { bookedForBy, bookersOf, carryDelegation } from '../../storage/seats/delegations.ts'
import { requestToChange, updateRequest, windowOfRequest } from '../../storage/seats/draw/requests.ts'
import { windowToRelyOn } from '../../storage/seats/draw/windows.ts'
import { endUntold, waitingLine } from '../../storage/seats/waitlist.ts'
import { closeUntold, openOffers } from '../../storage/seats/waitlist-offers.ts'
import {
  keepSwapsAsked,
  openOffersOf,
  openRequestsNaming,
  setOfferPerson,
  setRequestPeople,
  setWaitPeople,
  setWaitWindows,
  waitsNaming,
} from '../../storage/seats/whose.ts'
import type { By } from '../../storage/versions.ts'
import type { Clock } from '../parts.ts'
import { around, windowsLeft } from '../seats/waitlist-windows.ts'

/** Some of its times, or all, are waited for twice. */
interface WaitTwice {
  readonly wait: Wait
  readonly left: readonly WaitWindow[]
  readonly timeZone: string
}

/** Two records that shall be one, and what each has before it. */
export interface MergePlan {
  readonly kept: Person
  readonly gone: Person
  readonly before: PersonFacts
  readonly person: PersonFacts
  readonly ours: readonly KeptBooking[]
  readonly theirs: readonly KeptBooking[]
  readonly meetings: Meeting[]
  readonly moves: { bookings: number; waits: number; draws: number; delegations: number }
  readonly withdrawn: number
  /** Waits for times for which another of theirs stands already. */
  readonly waitsTwice: ReadonlyMap<Id, WaitTwice>
}

/**
 * Rooms, then windows, then people: as everybody else holds them, so that no two wait for each other. What began to name them until they were held is
 * not held yet: all is run anew.
 */
export function* holdWhatNames(keptId: Id, goneId: Id, requests: readonly { readonly id: Id }[] = []): Query<void> {
  const coordinated = (yield* houseRooms()).filter(({ coordinatorId }) =>
    [keptId, goneId].includes(coordinatorId ?? ''),
  )
  if (coordinated.length > 0) yield* roomToChange()
  for (const { id } of coordinated) yield* anyRoomToChange(id)
  const asked = yield* windowsAsked(keptId, goneId)
  for (const { id } of requests) {
    const windowId = yield* windowOfRequest(id)
    if (windowId !== null && !asked.includes(windowId)) asked.push(windowId)
  }
  for (const id of asked.sort()) yield* windowToRelyOn(id)
  for (const id of [keptId, goneId].sort()) yield* personToHold(id)
  const isMore = (yield* windowsAsked(keptId, goneId)).some((id) => !asked.includes(id))
  if (isMore) throw new GoneMeanwhile('one of two records asked for a drawn seat meanwhile')
}

function* windowsAsked(...ids: readonly Id[]): Query<Id[]> {
  const found = new Set<Id>()
  for (const id of ids) for (const { windowId } of yield* openRequestsNaming(id)) found.add(windowId)
  return [...found].sort()
}

/** What merging them would do; null: one of them is not on the list. */
export function* planOf(keptId: Id, goneId: Id, now: Instant): Query<MergePlan | null> {
  const kept = yield* personById(keptId)
  const gone = yield* personById(goneId)
  if (kept === null || gone === null) return null
  const ours = yield* upcomingOf(keptId, now)
  const theirs = yield* upcomingOf(goneId, now)
  const meetings = meetingsOf(
    ours.filter(holdsPlace).map(shownFor(keptId)),
    theirs.filter(holdsPlace).map(shownFor(goneId)),
  )
  const requests = yield* openRequestsNaming(goneId)
  const askedTwice = new Set((yield* openRequestsNaming(keptId)).map(({ windowId }) => windowId))
  const withdrawn = requests.filter(({ windowId }) => askedTwice.has(windowId)).length
  const delegations = (yield* bookersOf(goneId)).length + (yield* bookedForBy(goneId)).length
  const waitsTwice = yield* waitingTwice(keptId, goneId)
  const waits = (yield* waitsNaming(goneId)).filter(({ id }) => waitsTwice.get(id)?.left.length !== 0).length
  return {
    ...{ kept, gone, ours, theirs, meetings, withdrawn, waitsTwice },
    before: wishOf(kept),
    person: filledFrom(wishOf(kept), wishOf(gone)),
    moves: { bookings: theirs.length, waits, draws: requests.length - withdrawn, delegations },
  }
}

/** One place in line for the same times: that for which something is held, else the one in front. */
function* waitingTwice(keptId: Id, goneId: Id): Query<Map<Id, WaitTwice>> {
  const zones = new Map((yield* houseRooms()).map(({ id, timeZone }) => [id, timeZone]))
  const held = new Set((yield* openOffers()).map(({ waitId }) => waitId))
  const line = (yield* waitingLine()).filter(({ personId }) => personId === keptId || personId === goneId)
  const standing: Wait[] = []
  const twice = new Map<Id, WaitTwice>()
  for (const wait of line.sort((one, other) => Number(held.has(other.id)) - Number(held.has(one.id)))) {
    const timeZone = zones.get(wait.roomId) ?? 'UTC'
    const others = standing.filter(({ personId }) => personId !== wait.personId)
    const left = windowsLeft(wait, others, timeZone)
    if (left.length < wait.windows.length) twice.set(wait.id, { wait, left, timeZone })
    if (left.length > 0) standing.push({ ...wait, windows: left })
  }
  return twice
}

/** Goes on with what is left of its times, if anything is; what is held for it in the others is held no more. */
function* giveUpTimes({ wait: { id }, left, timeZone }: WaitTwice, { at, actorId }: By): Query<void> {
  const isLeft = (offer: Offer) => left.some((window) => isPlaceOf(window, offer, timeZone))
  for (const offer of yield* openOffers())
    if (offer.waitId === id && !isLeft(offer)) yield* closeUntold(offer.id, 'declined', at, actorId)
  if (left.length === 0) yield* endUntold(id, 'left', at, actorId)
  else yield* setWaitWindows(id, left, around(left.map((window) => windowSpan(window, timeZone))))
}

const wishOf = ({ name, department, role, employeeNumber, email, joinedOn }: Person): PersonFacts => ({
  ...{ name, department, role, employeeNumber, email, joinedOn },
})

const holdsPlace = ({ state }: KeptBooking): boolean => state === 'booked' || state === 'checked_in'

const shownFor =
  (personId: Id) =>
  ({ id, seatNumber, startsAt, endsAt, state }: KeptBooking): TheirBooking => ({
    ...{ id, seatNumber, startsAt, endsAt, personId },
    isRunning: state === 'checked_in',
  })

/** Carries over what is to come; inside a transaction that holds what names them. */
export function* carryOver(
  plan: MergePlan,
  { givenUp, reason }: { readonly givenUp: ReadonlySet<Id>; readonly reason: string | null },
  clock: Pick<Clock, 'newId'>,
  by: By,
): Query<Omit<Moved, 'before' | 'keptVersion' | 'pointers'>> {
  const [keptId, goneId] = [plan.kept.id, plan.gone.id]
  const named = <T extends { personId: Id; companionId: Id | null }>({ personId, companionId }: T) =>
    asOne({ personId, companionId }, goneId, keptId)
  const rooms: Id[] = []
  for (const { id, coordinatorId } of yield* houseRooms()) {
    const room = coordinatorId === goneId ? yield* anyRoomToChange(id) : null
    if (room === null) continue
    yield* carryRoom(room, keptId, by)
    rooms.push(id)
  }

  const waits: MovedWait[] = []
  const naming = [...(yield* waitsNaming(keptId)), ...(yield* waitsNaming(goneId))]
  for (const wait of new Map(naming.map((each) => [each.id, each])).values()) {
    const twice = plan.waitsTwice.get(wait.id)
    const isGivenUp = twice?.left.length === 0
    const isTheirs = wait.personId === goneId || wait.companionId === goneId
    if (twice !== undefined) yield* giveUpTimes(twice, by)
    if (isTheirs && !isGivenUp) yield* setWaitPeople({ ...wait, ...named(wait) })
    if (twice === undefined && !isTheirs) continue
    const before = twice === undefined ? {} : { before: { windows: twice.wait.windows, timeZone: twice.timeZone } }
    waits.push({ ...wait, isGivenUp, ...before })
  }
  // What was held for a time that was given up is closed by now: the other of two is the one that stays.
  const offers: Id[] = []
  const held = yield* openOffersOf(keptId)
  for (const offer of yield* openOffersOf(goneId)) {
    const isTwice = held.some((other) => overlaps(other, offer))
    if (isTwice) yield* closeUntold(offer.id, 'declined', by.at, by.actorId)
    else if (yield* setOfferPerson(offer.id, keptId)) offers.push(offer.id)
  }

  const bookings: Moved['bookings'][number][] = []
  // Whatever is given up makes room for what is carried over.
  const inOrder = [...plan.ours.filter(({ id }) => givenUp.has(id)), ...plan.theirs].sort(
    (one, other) => Number(givenUp.has(other.id)) - Number(givenUp.has(one.id)),
  )
  for (const { id } of inOrder) {
    const booking = yield* bookingToChange(id)
    if (booking === null) continue
    const { personId, companionId } = booking
    const isGivenUp = givenUp.has(id)
    const isBeside = isGivenUp && personId !== keptId && personId !== goneId
    const change = isBeside ? { companionId: null } : isGivenUp ? { state: 'cancelled' as const } : named(booking)
    const what = isBeside ? 'edited' : isGivenUp ? 'cancelled' : 'merged'
    yield* updateBooking(booking, change, { id: clock.newId(), ...by, what, reason: isGivenUp ? reason : null })
    if (what === 'merged') yield* keepSwapsAsked(id, booking.version, named(booking).personId)
    bookings.push({ id, version: booking.version + 1, personId, companionId, isGivenUp: isGivenUp && !isBeside })
  }

  const requests: Moved['requests'][number][] = []
  const askedTwice = new Set((yield* openRequestsNaming(keptId)).map(({ windowId }) => windowId))
  for (const { id, windowId } of yield* openRequestsNaming(goneId)) {
    const request = yield* requestToChange(id)
    if (request === null) continue
    const { personId, togetherWith, version } = request
    requests.push({ id, version: version + 1, personId, togetherWith })
    const others = togetherWith.filter((one) => one !== goneId && one !== keptId)
    const isTheirs = personId === goneId
    const isAsked = askedTwice.has(windowId)
    if (isTheirs && isAsked) yield* updateRequest(request, { withdrawnAt: by.at }, by)
    else {
      const isWith = togetherWith.includes(goneId) && !isAsked && personId !== keptId
      const after = { personId: isTheirs ? keptId : personId, togetherWith: isWith ? [...others, keptId] : others }
      yield* setRequestPeople(request, after, by)
    }
  }

  const delegations: Moved['delegations'][number][] = []
  const [bookers, bookedFor] = [yield* bookersOf(keptId), yield* bookedForBy(keptId)]
  const wanted = [
    ...(yield* bookersOf(goneId))
      .filter((id) => !bookers.includes(id))
      .map((id) => ({ personId: keptId, bookerId: id })),
    ...(yield* bookedForBy(goneId))
      .filter((id) => !bookedFor.includes(id))
      .map((id) => ({ personId: id, bookerId: keptId })),
  ]
  for (const pair of wanted.filter(({ personId, bookerId }) => personId !== bookerId)) {
    yield* carryDelegation(pair, by)
    delegations.push(pair)
  }
  return { rooms, offers, waits, bookings, requests, delegations }
}

/** Nobody sits beside themselves. */
function asOne(named: { personId: Id; companionId: Id | null }, goneId: Id, keptId: Id) {
  const [personId, companionId] = [named.personId, named.companionId].map((id) => (id === goneId ? keptId : id))
  return { personId: personId ?? keptId, companionId: companionId === personId ? null : (companionId ?? null) }
}
