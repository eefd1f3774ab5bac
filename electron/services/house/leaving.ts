import type { Ahead, GivenUp } from '../../../shared/contract/house/leaving.ts'
import type { Person } from '../../../shared/contract/house/people.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { GoneMeanwhile } from '../../storage/engine/engine.ts'
import { type Query, step } from '../../storage/engine/query.ts'
import { isRefusedBy } from '../../storage/engine/refused-by.ts'
import { aheadOf } from '../../storage/house/ahead.ts'
import { putBackPerson, type Saved } from '../../storage/house/people.ts'
import { everyOnceKnownToHold, putBackPeople } from '../../storage/house/people-lots.ts'
import { anyRoomToChange, roomToChange } from '../../storage/house/room.ts'
import { updateRoomFacts } from '../../storage/house/room-keeping.ts'
import { type BookingEvent, bookingToChange, updateBooking } from '../../storage/seats/bookings.ts'
import {
  AskedAlready,
  requestById,
  requestToChange,
  type StoredRequest,
  tellOfRequest,
  tellOfReturn,
  updateRequest,
  windowOfRequest,
} from '../../storage/seats/draw/requests.ts'
import { windowById, windowToRelyOn } from '../../storage/seats/draw/windows.ts'
import { tellOfOwn } from '../../storage/seats/own-news.ts'
import {
  endWait,
  peopleOfWait,
  reopenWait,
  waitsEndedWithout,
  waitsEndedWithoutThem,
  waitToChange,
} from '../../storage/seats/waitlist.ts'
import { closeOffer } from '../../storage/seats/waitlist-offers.ts'
import { openRequestsOf, setWaitPeople, waitsBeside } from '../../storage/seats/whose.ts'
import type { By } from '../../storage/versions.ts'
import type { Clock } from '../parts.ts'
import { givenBack, isWritten } from '../seats/coming-back.ts'

/** Who takes somebody off the list, when, and why: the histories of what they give up tell it. */
export interface Leave extends By {
  readonly reason: string
}

/**
 * Rooms, then windows of draws, then people, as everybody else holds them, so that no two wait for each other. Comes to what each of them has
 * before them, to which nobody adds until the transaction that asked is over.
 */
export function* holdLeavers(
  ids: readonly Id[],
  now: Instant,
  given: readonly GivenUp[] = [],
): Query<(id: Id) => Ahead> {
  const [only, more] = ids
  const asked = only !== undefined && more === undefined ? only : null
  const before = yield* aheadOf(asked, now)
  const rooms = new Set([
    ...ids.flatMap((id) => before(id).rooms.map((room) => room.id)),
    ...given.flatMap(({ roomIds }) => roomIds),
  ])
  if (rooms.size > 0) yield* roomToChange()
  for (const id of [...rooms].sort()) yield* anyRoomToChange(id)
  const windows = yield* windowsOf([
    ...ids.flatMap((id) => before(id).draws.map((draw) => draw.id)),
    ...given.flatMap(({ draws }) => draws.map(({ id }) => id)),
  ])
  for (const id of [...windows].sort()) yield* windowToRelyOn(id)
  yield* everyOnceKnownToHold(ids)
  const held = yield* aheadOf(asked, now)
  const isMore = ids.some((id) => held(id).rooms.some((room) => !rooms.has(room.id)))
  const later = yield* windowsOf(ids.flatMap((id) => held(id).draws.map((draw) => draw.id)))
  if (isMore || [...later].some((id) => !windows.has(id)))
    throw new GoneMeanwhile('somebody who leaves got something meanwhile')
  return held
}

function* windowsOf(requestIds: readonly Id[]): Query<Set<Id>> {
  const found = new Set<Id>()
  for (const id of new Set(requestIds)) {
    const windowId = yield* windowOfRequest(id)
    if (windowId !== null) found.add(windowId)
  }
  return found
}

/** Somebody who is held, and what they have before them. */
export interface Leaver {
  readonly id: Id
  readonly ahead: Ahead
}

/**
 * Gives up what they have before them. Where one sits, waits or asks beside another, that goes on without them, unless the other leaves as well: so
 * what is their own goes first, for all.
 */
export function* giveUp(leavers: readonly Leaver[], leave: Leave, clock: Pick<Clock, 'newId'>) {
  const given = new Map(
    leavers.map(({ id }): [Id, GivenUp] => [id, { bookings: [], waits: [], draws: [], roomIds: [] }]),
  )
  for (const isOwn of [true, false])
    for (const { id, ahead } of leavers) {
      const mine = given.get(id)
      if (mine === undefined) continue
      if (isOwn) yield* giveUpRooms(ahead, mine, leave)
      yield* giveUpWaits(id, ahead, mine, { leave, isOwn })
      yield* giveUpBookings(id, ahead, mine, { leave, isOwn, clock })
      yield* giveUpDraws(id, ahead, mine, { leave, isOwn })
    }
  return given
}

interface Pass {
  readonly leave: Leave
  readonly isOwn: boolean
}

function* giveUpRooms({ rooms, offers }: Ahead, given: GivenUp, leave: Leave): Query<void> {
  for (const { id } of rooms) {
    const room = yield* anyRoomToChange(id)
    if (room === null) continue
    yield* updateRoomFacts(room, { coordinatorId: null }, leave)
    given.roomIds.push(id)
  }
  // Not given back: whoever waits again is offered it again, if it is still free.
  for (const { id } of offers) yield* closeOffer(id, 'withdrawn', leave.at, leave.actorId)
}

function* giveUpWaits(personId: Id, { waits }: Ahead, given: GivenUp, { leave, isOwn }: Pass): Query<void> {
  for (const { id } of waits) {
    const wait = yield* waitToChange(id)
    if (wait?.state !== 'waiting' || isOwn !== (wait.personId === personId)) continue
    if (isOwn) yield* endWait(id, 'left', leave.at, leave.actorId)
    else {
      yield* setWaitPeople({ id, personId: wait.personId, companionId: null })
      yield* tellOfOwn({ kind: 'wait_beside', ofId: id, known: personId }, yield* peopleOfWait(id), leave)
    }
    given.waits.push({ id, wasBeside: !isOwn })
  }
}

/** Whoever waits to come with somebody who is off the list now waits on without, as long as they are, and reads so. */
export function* tellWaitsBeside(ids: readonly Id[], by: By): Query<void> {
  for (const { id, companionId } of yield* waitsBeside(ids))
    yield* tellOfOwn({ kind: 'wait_beside', ofId: id, known: companionId }, yield* peopleOfWait(id), by)
}

/** Whoever asked in an open draw together with somebody who is off the list now asks on without, as long as they are, and reads so. */
export function* tellRequestsBeside(ids: readonly Id[], by: By): Query<void> {
  for (const request of yield* requestsBeside(ids)) yield* tellOfRequest(request, by, ids)
}

/** And with them again. */
function* tellRequestsTogetherAgain(ids: readonly Id[], by: By): Query<void> {
  for (const request of yield* requestsBeside(ids)) yield* tellOfReturn(request, by, new Set(ids))
}

function* requestsBeside(ids: readonly Id[]): Query<StoredRequest[]> {
  const those = new Set(ids)
  const beside: StoredRequest[] = []
  for (const { id } of yield* openRequestsOf(ids)) {
    const request = yield* requestById(id)
    if (request?.togetherWith.some((one) => those.has(one)) === true) beside.push(request)
  }
  return beside
}

function* giveUpBookings(
  personId: Id,
  { bookings }: Ahead,
  given: GivenUp,
  { leave: { at, actorId, reason }, isOwn, clock }: Pass & { clock: Pick<Clock, 'newId'> },
): Query<void> {
  for (const { id } of bookings) {
    const booking = yield* bookingToChange(id)
    // Whoever sits there, and whoever sits beside them, sits there.
    if (booking?.state !== 'booked' || isOwn !== (booking.personId === personId)) continue
    const change = isOwn ? { state: 'cancelled' as const } : { companionId: null }
    const what = isOwn ? 'cancelled' : 'edited'
    yield* updateBooking(booking, change, { id: clock.newId(), at, actorId, what, reason })
    given.bookings.push({ id, version: booking.version + 1, wasBeside: !isOwn })
  }
}

function* giveUpDraws(personId: Id, { draws }: Ahead, given: GivenUp, { leave, isOwn }: Pass): Query<void> {
  for (const { id } of draws) {
    const request = yield* requestToChange(id)
    if (request === null || request.withdrawnAt !== null || isOwn !== (request.personId === personId)) continue
    // Asked for by another, they stay asked for: it counts again once they are back.
    if (!isOwn) {
      yield* tellOfRequest(request, leave)
      continue
    }
    yield* updateRequest(request, { withdrawnAt: leave.at }, leave)
    given.draws.push({ id, version: request.version + 1, wasBeside: false })
  }
}

/** On the list again, with the waits that ended while they were not: each goes on at its old place. */
export function* putBackWithWaits(person: Person, by: By): Query<Saved> {
  const waits = yield* waitsEndedWithout(person.id, by.at)
  const outcome = yield* putBackPerson(person, by)
  if (outcome !== 'saved') return outcome
  for (const { id } of waits) yield* reopenWait(id, 'left', by)
  yield* tellRequestsTogetherAgain([person.id], by)
  return outcome
}

/** The same of many who are held: all of them, or nobody where the number of one is somebody else's by now. */
export function* putAllBackWithWaits(people: readonly Person[], by: By): Query<Saved> {
  const ids = people.map(({ id }) => id)
  const waits = yield* waitsEndedWithoutThem(ids, by.at)
  const outcome = yield* putBackPeople(people, by)
  if (outcome !== 'saved') return outcome
  for (const { id } of waits) yield* reopenWait(id, 'left', by)
  yield* tellRequestsTogetherAgain(ids, by)
  return outcome
}

/** Gives it back to somebody who is on the list again; how many things stay as they are, because they were changed since, or somebody has the place. */
export function* giveBack(personId: Id, given: GivenUp, by: By, clock: Pick<Clock, 'newId'>): Query<number> {
  let stayed = 0
  const count = (isBack: boolean) => {
    if (!isBack) stayed += 1
  }
  for (const id of given.roomIds) {
    const room = yield* anyRoomToChange(id)
    const isFree = room !== null && room.coordinatorId === null
    if (isFree) yield* updateRoomFacts(room, { coordinatorId: personId }, by)
    count(isFree)
  }
  for (const { id, version, wasBeside } of given.bookings) {
    const booking = yield* bookingToChange(id)
    const isAsLeft = booking !== null && booking.version === version && booking.endsAt > by.at
    const event: BookingEvent = { id: clock.newId(), ...by, what: wasBeside ? 'edited' : 'restored' }
    if (!isAsLeft) count(false)
    else if (wasBeside) count(yield* isWritten(updateBooking(booking, { companionId: personId }, event)))
    else count(yield* givenBack(booking, event))
  }
  for (const { id, wasBeside } of given.waits) {
    const wait = yield* waitToChange(id)
    if (!wasBeside && wait?.state === 'left') yield* reopenWait(id, 'left', by)
    const isAlone = wait?.state === 'waiting' && wait.companionId === null
    if (wasBeside && isAlone) yield* setWaitPeople({ id, personId: wait.personId, companionId: personId })
    count(wasBeside ? isAlone : wait?.state === 'left' || wait?.state === 'waiting')
  }
  for (const { id, version, wasBeside } of given.draws) {
    const request = yield* requestToChange(id)
    const isOpen = request !== null && (yield* windowById(request.windowId))?.state === 'open'
    const isAsLeft = isOpen && !wasBeside && request.version === version
    count(isAsLeft && (yield* isAsked(updateRequest(request, { withdrawnAt: null }, by))))
  }
  return stayed
}

/** Somebody of it may have asked anew. */
function* isAsked(asking: Query<void>): Query<boolean> {
  try {
    yield* step(asking)
    return true
  } catch (error) {
    if (error instanceof AskedAlready || isRefusedBy(error, 'draw_asker')) return false
    throw error
  }
}
