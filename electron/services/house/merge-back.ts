import { windowSpan } from '../../../shared/domain/seats/waitlist.ts'
import { type Query, step } from '../../storage/engine/query.ts'
import type { mergeToUndo } from '../../storage/house/merges.ts'
import { anyRoomToChange } from '../../storage/house/room.ts'
import { carryRoom } from '../../storage/house/room-keeping.ts'
import { bookingToChange, updateBooking } from '../../storage/seats/bookings.ts'
import { takeBackDelegation } from '../../storage/seats/delegations.ts'
import { AskedAlready, requestToChange, type StoredRequest, updateRequest } from '../../storage/seats/draw/requests.ts'
import { windowById } from '../../storage/seats/draw/windows.ts'
import { reopenUntold, waitToChange } from '../../storage/seats/waitlist.ts'
import {
  keepSwapsAsked,
  setOfferPerson,
  setRequestPeople,
  setWaitPeople,
  setWaitWindows,
} from '../../storage/seats/whose.ts'
import type { By } from '../../storage/versions.ts'
import type { Clock } from '../parts.ts'
import { givenBack, isWritten } from '../seats/coming-back.ts'
import { around } from '../seats/waitlist-windows.ts'

type StoredMerge = NonNullable<ReturnType<typeof mergeToUndo> extends Query<infer Found> ? Found : never>

/** Gives each thing back to whose it was; how many stay, because somebody changed them since, or took their place. */
export function* carriedBack(
  { keptId, goneId, moved }: StoredMerge,
  clock: Pick<Clock, 'newId'>,
  by: By,
): Query<number> {
  let stayed = 0
  for (const id of moved.rooms) {
    const room = yield* anyRoomToChange(id)
    if (room?.coordinatorId === keptId) yield* carryRoom(room, goneId, by)
  }
  for (const id of moved.offers) yield* setOfferPerson(id, goneId)
  for (const wait of moved.waits) {
    if (wait.isGivenUp === true && (yield* waitToChange(wait.id))?.state === 'left')
      yield* reopenUntold(wait.id, 'left')
    yield* setWaitPeople(wait)
    if (wait.before !== undefined) {
      const { windows, timeZone } = wait.before
      yield* setWaitWindows(wait.id, windows, around(windows.map((window) => windowSpan(window, timeZone))))
    }
  }
  // What was carried over goes first: it may lie where something was given up for it.
  for (const { id, version, isGivenUp, ...names } of [...moved.bookings].reverse()) {
    const booking = yield* bookingToChange(id)
    const isAsLeft = booking?.version === version
    const event = { id: clock.newId(), ...by, what: isGivenUp ? ('restored' as const) : ('merged_back' as const) }
    if (booking === null || !isAsLeft) stayed += 1
    else if (isGivenUp) stayed += (yield* givenBack(booking, event)) ? 0 : 1
    else if (yield* isWritten(updateBooking(booking, names, event))) yield* keepSwapsAsked(id, version, names.personId)
    else stayed += 1
  }
  for (const { id, version, ...names } of moved.requests) {
    const request = yield* requestToChange(id)
    const isOpen = request !== null && (yield* windowById(request.windowId))?.state === 'open'
    if (!isOpen || request.version !== version) stayed += 1
    else if (request.withdrawnAt === null) yield* setRequestPeople(request, names, by)
    else if (!(yield* isReopened(request, by))) stayed += 1
  }
  for (const { personId, bookerId } of moved.delegations) yield* takeBackDelegation(personId, bookerId)
  return stayed
}

/** Somebody of it may have asked anew. */
function* isReopened(request: StoredRequest, by: By): Query<boolean> {
  try {
    yield* step(updateRequest(request, { withdrawnAt: null }, by))
    return true
  } catch (error) {
    if (error instanceof AskedAlready) return false
    throw error
  }
}
