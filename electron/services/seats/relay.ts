import type { Topic } from '../../../shared/contract/entry.ts'
import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import type { Offer, Wait } from '../../../shared/contract/seats/waitlist.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { decideReservation } from '../../../shared/domain/seats/bookings.ts'
import { overlaps } from '../../../shared/domain/seats/slots.ts'
import { timetableIn } from '../../../shared/domain/seats/timetable.ts'
import { isTakenForThem, windowSpan } from '../../../shared/domain/seats/waitlist.ts'
import { heldUntil } from '../../../shared/domain/seats/waitlist-hold.ts'
import type { Query } from '../../storage/engine/query.ts'
import { readCalendar } from '../../storage/house/calendar.ts'
import { personById } from '../../storage/house/people.ts'
import { houseRooms } from '../../storage/house/room.ts'
import { holderOfSeat, insertBooking } from '../../storage/seats/bookings.ts'
import {
  endUntold,
  endWait,
  hasRelayWork,
  heldMeanwhile,
  waitingLine,
  waitMadeBy,
  waitsOfRemoved,
  waitToChange,
} from '../../storage/seats/waitlist.ts'
import { closeOffer, countAnew, insertOffer, openOffers, tieBooking } from '../../storage/seats/waitlist-offers.ts'
import type { HouseParts } from '../parts.ts'
import { areKnown, holdMinutesOn, isOffered, placeToHold } from './placing.ts'
import { bookingFor, isStillFree, type Planned, planOffers } from './relay-plan.ts'

/** Where others share places out at the same time, some of a plan may be gone; more often than this it is left to the next pass. */
const MOST_PLANS = 5

export interface Relay {
  /**
   * Gives what is free to those who wait for it, in the order in which they asked; ends what is over. What it does follows from what is stored and
   * the time alone: it may be run at any moment, twice, and by two hubs at once.
   */
  pass(): Promise<void>
  /** A place became free, perhaps: passes it on soon, and only once for many. */
  placeFreed(): void
  /** Begins nothing more, and answers once what it was at is done. */
  stop(): Promise<void>
}

interface RelayParts extends Pick<HouseParts, 'engine' | 'clock' | 'emit' | 'log'> {
  /** The database is away, which is no surprise where it stands elsewhere. */
  isAway?(error: unknown): boolean
}

const LOOK_AGAIN_MS = 20_000

/** What changes there may free a place. */
const FREEING: readonly Topic[] = ['bookings', 'waitlist', 'rooms', 'people', 'calendar']

/** Whether a call that changed these may have freed a place, or brought somebody who waits. */
export const mayFree = (topics: readonly Topic[]): boolean => topics.some((topic) => FREEING.includes(topic))

/** Looks every 20 s, for what time alone makes over, until the answer is called. Any number of hubs may do it. */
export function startRelaying(relay: Pick<Relay, 'placeFreed'>): () => void {
  relay.placeFreed()
  const timer = setInterval(relay.placeFreed, LOOK_AGAIN_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** The waitlist relay. All that holds is in the database; here is nothing to remember. */
export function makeRelay({ engine, clock, emit, log, isAway }: RelayParts): Relay {
  let running: Promise<void> | null = null
  let isWanted = false
  let isStopped = false

  async function pass(): Promise<void> {
    if (!(await engine.read(hasRelayWork))) return
    if (isStopped) return
    let hasChanged = await engine.transact(() => closeWhatIsOver(clock.now()))
    for (let plans = 0; plans < MOST_PLANS; plans += 1) {
      let missed = 0
      if (isStopped) return
      for (const planned of await engine.read(() => planOffers(clock.now()))) {
        if (isStopped) return
        if (await engine.transact(() => offer(planned))) hasChanged = true
        else missed += 1
      }
      if (missed === 0) break
    }
    if (hasChanged) emit({ kind: 'changed', topics: ['waitlist', 'bookings'] })
  }

  /** Decided anew with everything held: others may have been quicker. */
  function* offer({ wait: { id }, place }: Planned): Query<boolean> {
    const now = clock.now()
    const wanted = yield* placeToHold(now, place.seatId)
    if (wanted === null || !isOffered(wanted, place)) return false
    const { timeZone } = wanted.room
    const hold = { timeZone, holdMinutes: holdMinutesOn(wanted, place), calendar: yield* readCalendar() }
    const expiresAt = heldUntil({ now, startsAt: place.startsAt, ...hold })
    const wait = yield* waitOf(id)
    if (wait === null || expiresAt === null || !(yield* areKnown(wait.personId, wait.companionId))) return false
    if (!(yield* isStillFree(wanted, wait, place))) return false
    const isTaken = isTakenForThem(wait.acceptHours, place.startsAt, now)
    const { id: waitId, personId } = wait
    const made = {
      ...{ id: clock.newId(), waitId, personId, ...place, madeAt: now, expiresAt },
      state: isTaken ? ('accepted' as const) : ('open' as const),
    }
    if (!(yield* insertOffer(made))) return false
    if (isTaken) yield* takeFor(wait, made)
    return true
  }

  function* waitOf(id: string): Query<Wait | null> {
    const wait = yield* waitToChange(id)
    return wait?.state === 'waiting' ? wait : null
  }

  /** A booking like any other, made by whoever asked to wait. */
  function* takeFor(wait: Wait, made: Pick<Offer, 'id' | 'seatId' | 'startsAt' | 'endsAt'>): Query<void> {
    const by = yield* waitMadeBy(wait.id)
    const booking = bookingFor(wait, made, clock.newId())
    yield* insertBooking(booking, { id: clock.newId(), at: clock.now(), actorId: by, what: 'reserved' })
    yield* tieBooking(made.id, booking.id)
    // Told as what was taken for them (`dueOffers`).
    yield* endUntold(wait.id, 'booked', clock.now(), by)
  }

  async function runWanted(): Promise<void> {
    while (isWanted && !isStopped) {
      isWanted = false
      try {
        await pass()
      } catch (error) {
        // What is not passed on now is passed on with the next look.
        if (isAway?.(error) !== true) log.error('what became free was not offered', 'RELAY', error)
      }
    }
  }

  return {
    pass,
    placeFreed: () => {
      isWanted = true
      running ??= runWanted().finally(() => {
        running = null
      })
    },
    stop: async () => {
      isStopped = true
      await running
    },
  }
}

/** Answers whether anything was. */
function* closeWhatIsOver(now: Instant): Query<boolean> {
  const rooms = new Map((yield* houseRooms()).map((room) => [room.id, room]))
  let hasChanged = false
  for (const offer of yield* openOffers()) {
    const state = yield* standingOf(offer, [...rooms.values()], now)
    if (state !== null && (yield* closeOffer(offer.id, state, now, null))) hasChanged = true
  }
  const removed = new Map((yield* waitsOfRemoved()).map(({ id, removedAt }) => [id, removedAt]))
  const held = yield* heldMeanwhile()
  for (const wait of yield* waitingLine()) {
    const zone = rooms.get(wait.roomId)?.timeZone
    const spans = zone === undefined ? [] : wait.windows.map((window) => windowSpan(window, zone))
    // They came by a place there, or moved one there: what lay there already when they asked is not what they wait for.
    const served = held.find(
      ({ waitId, known, ...place }) =>
        waitId === wait.id && spans.some((one) => overlaps(one, place) && !(known !== null && overlaps(one, known))),
    )
    const isOver = spans.every(({ endsAt }) => endsAt <= now)
    const removedAt = removed.get(wait.id)
    const isGone = removedAt !== undefined || zone === undefined
    const state = isGone ? 'left' : served !== undefined ? 'booked' : isOver ? 'over' : null
    if (state === null) continue
    // After they went, by whichever clock: what ended as they did was given up (`waitsEndedWithout`).
    const at = removedAt === undefined || removedAt < now ? now : addMs(removedAt, 1)
    yield* endWait(wait.id, state, at, state === 'booked' ? (served?.byId ?? null) : null)
    hasChanged = true
  }
  return hasChanged
}

/** What became of an open offer by itself; null: it stays open. */
function* standingOf(offer: Offer, rooms: readonly HouseRoom[], now: Instant): Query<Offer['state'] | null> {
  // They booked the held place themselves.
  if ((yield* holderOfSeat(offer, offer.id)) !== null) return 'accepted'
  const room = rooms.find(({ seats }) => seats.some(({ id }) => id === offer.seatId))
  if (room === undefined || (yield* personById(offer.personId)) === null) return 'withdrawn'
  // How soon a day may be booked is not asked again: it was offered in time.
  const facts = { now, seat: timetableIn(room).seat(offer.seatNumber) }
  if (offer.startsAt <= now || decideReservation(facts, offer) !== null) return 'withdrawn'
  if (offer.madeAt <= now) return offer.expiresAt <= now ? 'expired' : null
  // Made later than now: somebody set the clock back. Counted from now, or it would be held for as long as that again.
  const hold = {
    timeZone: room.timeZone,
    holdMinutes: holdMinutesOn({ facts }, offer),
    calendar: yield* readCalendar(),
  }
  const until = heldUntil({ now, startsAt: offer.startsAt, ...hold })
  if (until === null) return 'expired'
  yield* countAnew(offer.id, now, until)
  return null
}
