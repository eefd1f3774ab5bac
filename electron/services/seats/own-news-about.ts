import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { OwnNews } from '../../../shared/contract/seats/own-news.ts'
import type { Offer, Wait } from '../../../shared/contract/seats/waitlist.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { Role } from '../../../shared/contract/who.ts'
import { windowSpan } from '../../../shared/domain/seats/waitlist.ts'
import { daysAfter, instantAt } from '../../../shared/domain/wall-clock.ts'
import { recordById } from '../../storage/duty/duty-records.ts'
import type { Query } from '../../storage/engine/query.ts'
import { mergeState } from '../../storage/house/merges.ts'
import { personById } from '../../storage/house/people.ts'
import { houseRooms } from '../../storage/house/room.ts'
import { everyRecordOf, namedNow, nowIdOf } from '../../storage/house/same-person.ts'
import { knownDetails } from '../../storage/seats/booking-news.ts'
import { bookingById } from '../../storage/seats/bookings.ts'
import { bookersOf } from '../../storage/seats/delegations.ts'
import { peopleHere } from '../../storage/seats/draw/outcome.ts'
import { asksIn, drawnTogether, knownRequest, requestById } from '../../storage/seats/draw/requests.ts'
import { windowById } from '../../storage/seats/draw/windows.ts'
import { reasonAt, type StoredOwnNews } from '../../storage/seats/own-news.ts'
import { waitById } from '../../storage/seats/waitlist.ts'
import { offerById, openOffers } from '../../storage/seats/waitlist-offers.ts'

type About = OwnNews['about']
type Told = Pick<OwnNews, 'about' | 'reason'>

/** What is to be told of it as it is now; null: nothing, as it is again as they knew it, or its time is over. */
export function* aboutOf(stored: StoredOwnNews, me: Id, now: Instant): Query<Told | null> {
  const { kind, ofId } = stored
  switch (kind) {
    case 'wait':
      return plain(yield* aboutWait(yield* waitById(ofId), now))
    case 'offer':
      return plain(yield* aboutOffer(yield* offerById(ofId), now))
    case 'request':
      return plain(yield* aboutRequest(stored, me, now))
    case 'details':
    case 'seated':
    case 'missed': {
      const booking = yield* bookingById(ofId)
      const about = booking === null ? null : yield* aboutBooking(stored, booking, me, now)
      return about === null ? null : { about, reason: yield* reasonAt(ofId, stored.at) }
    }
    case 'record': {
      const record = yield* recordById(ofId)
      if (record === null || record.removedAt === null) return null
      const { date, place } = record
      return plain({ kind, why: 'removed', record: { date, place } })
    }
    case 'books_for':
    case 'booker': {
      const other = yield* nowIdOf(ofId)
      const [person, booker] = kind === 'booker' ? [me, other] : [other, me]
      if ((yield* bookersOf(person)).includes(booker)) return null
      return plain({ kind, why: 'taken_back', personName: (yield* namedNow(ofId)).name })
    }
    case 'wait_beside':
      return plain(yield* aboutBeside(yield* waitById(ofId), stored.known))
    case 'room':
      return plain(yield* aboutRoom(stored, me))
    case 'role': {
      // Merged into another, the record's role is nobody's any more, and the merge is told by itself.
      const to = (yield* personById(ofId))?.role
      const from = Role.parse(stored.known)
      return to === undefined || to === from ? null : plain({ kind, why: 'changed', from, to })
    }
    case 'merged': {
      const why = yield* mergeState(ofId)
      return why === null || why === stored.known ? null : plain({ kind, why })
    }
  }
}

const plain = (about: About | null): Told | null => (about === null ? null : { about, reason: null })

function* aboutWait(wait: Wait | null, now: Instant): Query<About | null> {
  if (wait === null || wait.state === 'waiting' || wait.state === 'over') return null
  const room = (yield* houseRooms()).find(({ id }) => id === wait.roomId)
  if (room === undefined) return { kind: 'wait', why: 'no_room', wait }
  if (wait.windows.every((window) => windowSpan(window, room.timeZone).endsAt <= now)) return null
  if (wait.state === 'booked') return { kind: 'wait', why: 'booked', wait }
  return { kind: 'wait', why: (yield* namedNow(wait.personId)).isHere ? 'left' : 'gone', wait }
}

/** The end of the wait says all, and they may be on the list again. */
function* aboutBeside(wait: Wait | null, knownId: Id): Query<About | null> {
  if (wait?.state !== 'waiting' || wait.companionId !== null) return null
  return { kind: 'wait_beside', why: 'alone', personName: (yield* namedNow(knownId)).name, wait }
}

function* aboutRoom({ ofId: roomId, known }: StoredOwnNews, me: Id): Query<About | null> {
  const room = (yield* houseRooms()).find(({ id }) => id === roomId)
  if (room === undefined) return null
  const { name: roomName, coordinatorId } = room
  const mine = yield* everyRecordOf(me)
  const [was, is] = [mine.has(known), mine.has(coordinatorId ?? '')]
  if (was === is) return null
  const coordinatorName = coordinatorId === null ? null : (yield* namedNow(coordinatorId)).name
  return { kind: 'room', why: is ? 'given' : 'taken', roomId, roomName, coordinatorName }
}

function* aboutOffer(offer: Offer | null, now: Instant): Query<About | null> {
  if (offer === null || offer.startsAt <= now) return null
  if (offer.state !== 'declined' && offer.state !== 'withdrawn') return null
  // The end of its wait says all; and what was declined may be held again.
  if ((yield* waitById(offer.waitId))?.state !== 'waiting') return null
  const again = (yield* openOffers()).some(
    ({ waitId, seatId, startsAt }) => waitId === offer.waitId && seatId === offer.seatId && startsAt === offer.startsAt,
  )
  return again ? null : { kind: 'offer', why: offer.state, offer }
}

function* aboutRequest({ ofId, known }: StoredOwnNews, me: Id, now: Instant): Query<About | null> {
  const request = yield* requestById(ofId)
  const window = request === null ? null : yield* windowById(request.windowId)
  // Whoever asked in a draw that was cancelled is told of that.
  if (request === null || window === null || window.state === 'cancelled') return null
  const dayBehind = daysAfter(window.plan.to, 1)
  if ((yield* houseRooms()).every(({ timeZone }) => instantAt(dayBehind, '00:00', timeZone) <= now)) return null
  const { windowId, personId, togetherWith, withdrawnAt } = request
  const mine = yield* everyRecordOf(me)
  const isOfMine = (ids: readonly Id[]) => ids.some((id) => mine.has(id))
  const knew = yield* knownOf(known)
  const wasBeside = isOfMine([...knew.along, ...knew.away])
  const about = {
    ...{ kind: 'request' as const, windowId, personId, personName: (yield* namedNow(personId)).name },
    ...{ from: window.plan.from, to: window.plan.to },
  }
  if (withdrawnAt === null) {
    const along = window.state === 'open' ? yield* peopleHere(togetherWith) : yield* drawnTogether(request)
    if (wasBeside && !isOfMine([personId, ...togetherWith])) return { ...about, why: 'left_out' }
    if (wasBeside && !isOfMine([personId, ...along])) return { ...about, why: 'drawn_without' }
    const why = whatChanged(knew, yield* knownOf(knownRequest(request, along)), yield* peopleHere(knew.along))
    // What came of it, the draw tells.
    return why === null || (why === 'changed' && window.state !== 'open') ? null : { ...about, why }
  }
  // Handed in anew, it was no more than changed.
  for (const id of wasBeside ? mine : yield* everyRecordOf(personId)) if (yield* asksIn(windowId, id)) return null
  // A hand takes it out before it closes, and whoever leaves with all they had before them as they leave; the draw, of whoever is off the list then.
  const { removedAt } = yield* namedNow(personId)
  const isOfLeaving = withdrawnAt >= window.closesAt || (removedAt !== null && withdrawnAt >= removedAt)
  return { ...about, why: isOfLeaving ? 'gone' : 'withdrawn' }
}

/** A request as somebody knows it, under the records of now: who comes along, who would if they were on the list, and the rest. */
interface KnownRequest {
  readonly along: readonly Id[]
  readonly away: readonly Id[]
  readonly rest: string
}

function* knownOf(known: string): Query<KnownRequest> {
  const [along, purpose, lengthMinutes, wishes, away = []] = JSON.parse(known) as [
    Id[],
    unknown,
    unknown,
    unknown,
    Id[]?,
  ]
  return {
    along: yield* asOfNow(along),
    away: yield* asOfNow(away),
    rest: JSON.stringify([purpose, lengthMinutes, wishes]),
  }
}

/** Null: nothing of it. Who was taken off the list is not left out, and who is on it again was not added. */
function whatChanged(
  knew: KnownRequest,
  now: KnownRequest,
  here: ReadonlySet<Id>,
): 'without' | 'with_again' | 'changed' | null {
  const isMissing = (id: Id) => !now.along.includes(id)
  const missing = knew.along.filter(isMissing)
  const added = now.along.filter((id) => !knew.along.includes(id))
  if (knew.rest !== now.rest || missing.some((id) => !now.away.includes(id) && here.has(id))) return 'changed'
  if (added.some((id) => !knew.away.includes(id))) return 'changed'
  if (missing.length > 0) return 'without'
  return added.length > 0 ? 'with_again' : null
}

/** Who sits beside, and what else of it they know: the same people, under whichever of their records. */
function* isStillSo(known: string, now: string): Query<boolean> {
  return known === now || (yield* besideNow(known)) === (yield* besideNow(now))
}

function* besideNow(known: string): Query<string> {
  const [beside, ...rest] = JSON.parse(known) as [Id | null, ...unknown[]]
  return JSON.stringify([yield* asOfNow(beside === null ? [] : [beside]), ...rest])
}

function* asOfNow(ids: readonly Id[]): Query<Id[]> {
  const now = new Set<Id>()
  for (const id of ids) now.add(yield* nowIdOf(id))
  return [...now].sort()
}

function* aboutBooking(
  { kind, known }: StoredOwnNews,
  booking: KeptBooking,
  me: Id,
  now: Instant,
): Query<About | null> {
  const { state, endsAt, companionId } = booking
  if (kind === 'missed') {
    if (state === known) return null
    if (state === 'excused') return { kind, why: 'excused', booking }
    return state === 'no_show' ? { kind, why: 'counted', booking } : null
  }
  if (endsAt <= now || state === 'cancelled') return null
  if (kind === 'seated') return state === known || state === 'done' ? null : { kind, why: 'undone', booking }
  if (kind !== 'details' || (yield* isStillSo(known, knownDetails(kind, booking)))) return null
  const mine = yield* everyRecordOf(me)
  const wasBeside = mine.has((JSON.parse(known) as [Id | null])[0] ?? '')
  return { kind, why: wasBeside && !mine.has(companionId ?? '') ? 'left_out' : 'changed', booking }
}
