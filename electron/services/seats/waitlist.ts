import type { Offer, OfferState, StandingWait, Wait } from '../../../shared/contract/seats/waitlist.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { decideCancel, decideReservation } from '../../../shared/domain/seats/bookings.ts'
import type { SeatSpan } from '../../../shared/domain/seats/free-neighbours.ts'
import { isQuiet } from '../../../shared/domain/seats/quiet-hours.ts'
import { windowSpan } from '../../../shared/domain/seats/waitlist.ts'
import { GoneMeanwhile } from '../../storage/engine/engine.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personById } from '../../storage/house/people.ts'
import { houseRooms } from '../../storage/house/room.ts'
import { nowIdOf } from '../../storage/house/same-person.ts'
import {
  bookingById,
  bookingsOfPeople,
  bookingToChange,
  holderOfSeat,
  insertBooking,
  updateBooking,
} from '../../storage/seats/bookings.ts'
import { bookedForBy } from '../../storage/seats/delegations.ts'
import {
  endWait,
  insertWait,
  reopenWait,
  waitById,
  waitingLine,
  waitsMadeBy,
  waitToChange,
} from '../../storage/seats/waitlist.ts'
import {
  acceptAfterAll,
  bookingOfOffer,
  closeOffer,
  heldIn,
  insertOffer,
  keepToldOffer,
  keepUntold,
  offerById,
  offerToChange,
  openOffers,
  takeBackAcceptance,
  tieBooking,
  untoldOffers,
  wasPassedOn,
} from '../../storage/seats/waitlist-offers.ts'
import { setWaitPeople } from '../../storage/seats/whose.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { refusedFor } from './booking-for.ts'
import { oneWithCheckIn } from './check-in-window.ts'
import { whoComesBack } from './coming-back.ts'
import { daysOfRooms } from './days-of-rooms.ts'
import { inRoomOf } from './in-room.ts'
import { personTaken, seatTaken } from './place-taken.ts'
import { areKnown, isOffered, placeToHold, refusedBy, refusedByLimit, tooClose, type WantedPlace } from './placing.ts'
import { bookingFor, isStillFree, relayFacts } from './relay-plan.ts'
import { takingPlaces } from './taking-places.ts'
import { freeNow, inVain } from './waitlist-joining.ts'
import { withStandings } from './waitlist-standing.ts'
import { around, contradictThemselves, rivalOf } from './waitlist-windows.ts'

export function waitlistService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'waitlist'> {
  const { placing, restored } = takingPlaces({ engine, clock })
  const offerOver = (state: OfferState) => ({ ok: false, code: 'offer_over', detail: { state } }) as const

  /** The offer with its seat and people held; a refusal where it is not open any more. */
  function* answerable(offerId: Id, asker: Asker) {
    const found = yield* offerById(offerId)
    const wait = found === null ? null : yield* waitById(found.waitId)
    if (found === null || wait === null) return refuse('not_found')
    const place = yield* placeToHold(clock.now(), found.seatId)
    const isKnown = yield* areKnown(wait.personId, wait.companionId)
    const offer = yield* offerToChange(offerId)
    if (offer === null) return refuse('not_found')
    const notForThem = yield* refusedFor(offer.personId, asker)
    if (notForThem !== null) return notForThem
    if (offer.state !== 'open') return offerOver(offer.state)
    if (offer.expiresAt <= clock.now()) return offerOver('expired')
    if (place === null || !isKnown) return offerOver('withdrawn')
    return accept({ offer, wait, place })
  }

  /** As it was, until the same moment; null where others have it. It is a new offer, so that the referee looks at what is newly held. */
  function* heldAnew(place: WantedPlace, wait: Wait, offer: Offer, by: Id | null): Query<Offer | null> {
    const { waitId, personId, seatId, startsAt, endsAt, expiresAt } = offer
    const again = { id: clock.newId(), waitId, personId, seatId, startsAt, endsAt, madeAt: clock.now(), expiresAt }
    const isHeld = (yield* isStillFree(place, wait, offer)) && (yield* insertOffer({ ...again, state: 'open' }, by))
    if (!isHeld) return null
    yield* keepUntold(again.id, clock.now())
    return { ...offer, ...again, state: 'open' as const }
  }

  function* standing(waitId: Id): Query<StandingWait> {
    const [found] = yield* withStandings(clock.now(), ({ id }) => id === waitId)
    if (found === undefined) throw new Error('a wait just stored is not there')
    return found
  }

  return {
    join: (wish, asker) =>
      engine.transact(function* () {
        const room = (yield* houseRooms()).find(({ id }) => id === wish.roomId)
        if (room === undefined || !(yield* areKnown(wish.personId, wish.companionId))) return refuse('not_found')
        const notForThem = yield* refusedFor(wish.personId, asker)
        if (notForThem !== null) return notForThem
        const spans = wish.windows.map((window) => windowSpan(window, room.timeZone))
        if (spans.some(({ endsAt }) => endsAt <= clock.now())) return refuse('in_the_past')
        if (contradictThemselves(wish.windows, room.timeZone)) return refuse('windows_overlap')
        const rival = rivalOf(wish, yield* waitingLine(), room.timeZone)
        if (rival !== null) return { ok: false, code: 'already_waiting', detail: rival } as const
        const facts = yield* relayFacts(clock.now())
        const free = yield* freeNow(facts, wish)
        if (free.length > 0) return { ok: false, code: 'has_free', detail: { free } } as const
        const refusal = yield* inVain(facts, wish)
        if (refusal !== null) return refusal
        const id = clock.newId()
        const companionId = wish.companionId === wish.personId ? null : wish.companionId
        const wait = { ...wish, id, companionId, madeAt: clock.now(), state: 'waiting' } as const
        yield* insertWait(wait, around(spans), asker.personId)
        return accept(yield* standing(id))
      }),

    leave: ({ waitId }, asker) =>
      engine.transact(function* () {
        const wait = yield* waitToChange(waitId)
        if (wait === null) return refuse('not_found')
        if (wait.state === 'left') return accept(wait)
        if (wait.state !== 'waiting') return refuse('wait_over')
        const notForThem = yield* refusedFor(wait.personId, asker)
        if (notForThem !== null) return notForThem
        const by = asker.personId
        for (const offer of yield* openOffers())
          if (offer.waitId === waitId) yield* closeOffer(offer.id, 'declined', clock.now(), by)
        yield* endWait(waitId, 'left', clock.now(), by)
        return accept({ ...wait, state: 'left' as const })
      }),

    rejoin: ({ waitId }, asker) =>
      engine.transact(function* () {
        const known = yield* waitById(waitId)
        const people = known === null ? null : yield* whoComesBack(known)
        const left = yield* waitToChange(waitId)
        if (left === null || people === null || (left.state !== 'left' && left.state !== 'waiting'))
          return refuse('not_found')
        const wait = { ...left, ...people }
        const notForThem = yield* refusedFor(wait.personId, asker)
        if (notForThem !== null) return notForThem
        const room = (yield* houseRooms()).find(({ id }) => id === wait.roomId)
        if (room === undefined) return refuse('not_found')
        const isToCome = wait.windows.some((window) => windowSpan(window, room.timeZone).endsAt > clock.now())
        if (!isToCome) return refuse('in_the_past')
        const others = (yield* waitingLine()).filter(({ id }) => id !== waitId)
        const rival = rivalOf(wait, others, room.timeZone)
        if (rival !== null) return { ok: false, code: 'already_waiting', detail: rival } as const
        if (left.state === 'left') {
          yield* reopenWait(waitId, 'left', { at: clock.now(), actorId: asker.personId })
          // Also of one who is off the list: back on it, they come along again.
          const companionId = left.companionId === null ? null : yield* nowIdOf(left.companionId)
          const isTheirs = companionId === people.personId
          yield* setWaitPeople({ id: waitId, ...people, companionId: isTheirs ? null : companionId })
        }
        return accept((yield* waitById(waitId)) ?? wait)
      }),

    accept: ({ offerId }, asker) =>
      engine.transact(function* () {
        const known = yield* bookingOfOffer(offerId)
        const already = known === null ? null : yield* bookingById(known)
        if (already !== null) return accept(yield* oneWithCheckIn(already))
        const answer = yield* answerable(offerId, asker)
        if (!answer.ok) return answer
        const { offer, wait, place } = answer.value
        const booking = bookingFor(wait, offer, clock.newId())
        const refusal = decideReservation(place.facts, booking)
        if (refusal !== null) return refusedBy(place, booking, refusal)
        const byLimit = yield* refusedByLimit(place, booking)
        if (byLimit !== null) return byLimit
        if ((yield* bookingsOfPeople(booking, booking, booking.id)).length > 0) return yield* personTaken(booking)
        if ((yield* holderOfSeat(booking, booking.id)) !== null || (yield* tooClose(place, booking)) !== null)
          return yield* seatTaken(place, booking)
        const [at, by] = [clock.now(), asker.personId]
        yield* closeOffer(offerId, 'accepted', at, by)
        yield* insertBooking(booking, { id: clock.newId(), at, actorId: by, what: 'reserved' })
        yield* tieBooking(offerId, booking.id)
        yield* endWait(wait.id, 'booked', at, by)
        const made = yield* bookingById(booking.id)
        if (made === null) throw new GoneMeanwhile('a booking just stored is not there')
        return accept(yield* oneWithCheckIn(made))
      }),

    waitAgain: ({ offerId, seenVersion }, asker) =>
      engine.transact(function* () {
        const found = yield* offerById(offerId)
        if (found === null) return refuse('not_found')
        const place = yield* placeToHold(clock.now(), found.seatId)
        const wait = yield* waitToChange(found.waitId)
        const isKnown = wait !== null && (yield* areKnown(wait.personId, wait.companionId))
        const offer = yield* offerToChange(offerId)
        const bookingId = yield* bookingOfOffer(offerId)
        if (wait === null || offer === null || !isKnown) return refuse('not_found')
        const notForThem = yield* refusedFor(wait.personId, asker)
        if (notForThem !== null) return notForThem
        const booking = bookingId === null ? null : yield* bookingToChange(bookingId)
        if (booking === null) return offerOver(offer.state)
        yield* mustBeAsSeen(booking.id, booking, seenVersion)
        const refusal = decideCancel(clock.now(), booking)
        if (refusal !== null) return refuse(refusal)
        const room = (yield* houseRooms()).find(({ id }) => id === wait.roomId)
        // Where it waits still, it is in nobody's way.
        const others = (yield* waitingLine()).filter(({ id }) => id !== wait.id)
        const rival = room === undefined ? null : rivalOf(wait, others, room.timeZone)
        if (rival !== null) return { ok: false, code: 'already_waiting', detail: rival } as const
        const [at, by] = [clock.now(), asker.personId]
        const event = { id: clock.newId(), at, actorId: by, what: 'cancelled' as const, reason: null }
        yield* updateBooking(booking, { state: 'cancelled' }, event)
        yield* takeBackAcceptance(offerId, at, by)
        // Its times were over once where a clock was set back since.
        yield* reopenWait(wait.id, wait.state, { at, actorId: by })
        if (place !== null && offer.expiresAt > at && isOffered(place, offer)) yield* heldAnew(place, wait, offer, by)
        return accept(yield* standing(wait.id))
      }),

    acceptAgain: ({ offerId, bookingId }, asker) =>
      placing(function* () {
        const offer = yield* offerById(offerId)
        const [booking, wait] = [yield* bookingById(bookingId), offer === null ? null : yield* waitById(offer.waitId)]
        if (offer === null || wait === null || booking === null) return refuse('not_found')
        if (booking.personId !== wait.personId || !isSamePlace(booking, offer)) return refuse('not_found')
        const notForThem = yield* refusedFor(wait.personId, asker)
        if (notForThem !== null) return notForThem
        const [at, actorId] = [clock.now(), asker.personId]
        const event = { id: clock.newId(), at, actorId, what: 'restored' as const, reason: null }
        const answer = yield* restored(bookingId, event)
        if (!answer.ok) return answer
        yield* waitToChange(wait.id)
        for (const other of yield* openOffers())
          if (other.waitId === wait.id) yield* closeOffer(other.id, 'declined', at, actorId)
        // Also one that was left meanwhile came to this: taken back once more, it goes on.
        yield* reopenWait(wait.id, 'left', { at, actorId })
        yield* endWait(wait.id, 'booked', at, actorId)
        yield* acceptAfterAll(offerId, bookingId, at, actorId)
        return answer
      }),

    decline: ({ offerId }, asker) =>
      engine.transact(function* () {
        const offer = yield* offerToChange(offerId)
        if (offer === null) return refuse('not_found')
        if (offer.state === 'declined') return accept(offer)
        if (offer.state !== 'open') return offerOver(offer.state)
        const notForThem = yield* refusedFor(offer.personId, asker)
        if (notForThem !== null) return notForThem
        yield* closeOffer(offerId, 'declined', clock.now(), asker.personId)
        return accept({ ...offer, state: 'declined' as const })
      }),

    takeUpAgain: ({ offerId }, asker) =>
      engine.transact(function* () {
        const found = yield* offerById(offerId)
        if (found === null) return refuse('not_found')
        const place = yield* placeToHold(clock.now(), found.seatId)
        const wait = yield* waitToChange(found.waitId)
        const isKnown = wait !== null && (yield* areKnown(wait.personId, wait.companionId))
        const declined = yield* offerById(offerId)
        if (wait === null || declined === null) return refuse('not_found')
        const notForThem = yield* refusedFor(wait.personId, asker)
        if (notForThem !== null) return notForThem
        if (wait.state !== 'waiting') return refuse('wait_over')
        const other = (yield* openOffers()).find(({ waitId }) => waitId === wait.id)
        if (other !== undefined) return isSamePlace(other, declined) ? accept(other) : refuse('has_other')
        if (declined.state !== 'declined') return offerOver(declined.state)
        if (declined.expiresAt <= clock.now()) return offerOver('expired')
        if (place === null || !isKnown || !isOffered(place, declined)) return offerOver('withdrawn')
        const again = (yield* wasPassedOn(offerId)) ? null : yield* heldAnew(place, wait, declined, asker.personId)
        return again === null ? refuse('passed_on') : accept(again)
      }),

    mine: ({ personId }, asker) =>
      engine.read(function* () {
        const people = new Set([personId, ...(yield* bookedForBy(personId))])
        const made = new Set((yield* waitsMadeBy(personId)).map(({ id }) => id))
        // Who may not book for somebody any more could not answer for them either.
        for (const { id, personId: waitsFor } of yield* waitingLine())
          if (made.has(id) && !people.has(waitsFor) && (yield* refusedFor(waitsFor, asker)) !== null) made.delete(id)
        return accept(yield* withStandings(clock.now(), ({ id, personId: who }) => people.has(who) || made.has(id)))
      }),

    ofDay: ({ date }) =>
      engine.read(function* () {
        return accept(yield* withStandings(clock.now(), ({ windows }) => windows.some((one) => one.date === date)))
      }),

    held: ({ from, to }, asker) =>
      engine.read(function* () {
        if (to < from) return accept([])
        const isToldAll = yield* coordinates(asker)
        const answersFor = new Set(asker.personId === null ? [] : yield* bookedForBy(asker.personId))
        const made = new Set(asker.personId === null ? [] : (yield* waitsMadeBy(asker.personId)).map(({ id }) => id))
        const held = []
        for (const offer of yield* heldIn(daysOfRooms(yield* houseRooms(), { from, to }))) {
          const { seatId, startsAt, endsAt, expiresAt: until, personId, personName, waitId } = offer
          const isMine = personId === asker.personId
          // Who may not book for somebody any more does not answer for them either.
          const mayAnswer =
            answersFor.has(personId) || (made.has(waitId) && (yield* refusedFor(personId, asker)) === null)
          held.push({
            seatId,
            startsAt,
            endsAt,
            until,
            isMine,
            personName: isMine || isToldAll || mayAnswer ? personName : null,
          })
        }
        return accept(held)
      }),

    dueOffers: (_, asker) =>
      engine.read(function* () {
        const { personId } = asker
        if (personId === null) return accept([])
        const now = clock.now()
        const due = []
        for (const offer of yield* untoldOffers(personId, now)) {
          const room = yield* inRoomOf(offer.seatId)
          if (room === null || isQuiet(now, room.timeZone)) continue
          const isMine = offer.personId === personId
          // Who may not book for somebody any more could not answer for them either.
          if (isMine || (yield* refusedFor(offer.personId, asker)) === null) due.push({ ...offer, ...room, isMine })
        }
        return accept(due)
      }),

    told: ({ offerId }, { personId }) =>
      engine.transact(function* () {
        if ((yield* offerById(offerId)) === null) return refuse('not_found')
        return accept({ isFirst: personId !== null && (yield* keepToldOffer(offerId, personId, clock.now())) })
      }),
  }
}

const isSamePlace = (one: SeatSpan, other: SeatSpan): boolean =>
  one.seatId === other.seatId && one.startsAt === other.startsAt && one.endsAt === other.endsAt

/** Whether somebody is told for whom a place is held. */
function* coordinates({ personId }: Asker): Query<boolean> {
  return personId !== null && (yield* personById(personId))?.role === 'coordinator'
}
