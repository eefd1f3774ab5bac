import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { EndedSwap, Swap, SwapState } from '../../../shared/contract/seats/swaps.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { decideSwap, speaksFor } from '../../../shared/domain/seats/swaps.ts'
import { type Query, step } from '../../storage/engine/query.ts'
import { type BookingEvent, bookingById } from '../../storage/seats/bookings.ts'
import {
  answerSwap,
  endedSwaps,
  insertSwap,
  isSameLook,
  keepReadSwap,
  looksOfSwapped,
  openSwaps,
  openSwapsOf,
  type StoredSwap,
  swapById,
  swapToChange,
  wasAskedAnew,
  wasChangedByOthers,
} from '../../storage/seats/swaps.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { answersFor } from './booking-for.ts'
import { withCheckIn } from './check-in-window.ts'
import { exchanged, type HeldPair, pairToHold } from './exchanging.ts'
import { whyEnded } from './swap-ends.ts'

type Pair = Pick<HeldPair, 'one' | 'other'>
type Hindrance = ReturnType<typeof exchanged> extends Query<infer Result> ? Result : never

/** Thrown out of a step that was only tried. */
class Tried extends Error {
  readonly hindrance: Hindrance
  constructor(hindrance: Hindrance) {
    super('tried')
    this.hindrance = hindrance
  }
}

export function swapsService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'swaps'> {
  const by = (asker: Asker) => ({ at: clock.now(), actorId: asker.personId })

  /** The line of each in its history, with the other. */
  function eventsOf({ one, other }: HeldPair, asker: Asker, reason: string): [BookingEvent, BookingEvent] {
    const event = { ...by(asker), what: 'swapped', reason } as const
    return [
      { ...event, id: clock.newId(), otherId: other.id },
      { ...event, id: clock.newId(), otherId: one.id },
    ]
  }
  const exchange = (pair: HeldPair, asker: Asker, reason: string) =>
    exchanged(clock.now(), pair, eventsOf(pair, asker, reason))

  function* reread(swapId: Id, asker: Asker) {
    const stored = yield* swapById(swapId)
    const swap = stored === null ? null : yield* shown(stored, asker)
    if (swap === null) throw new Error('a swap just stored is not there')
    return accept(swap)
  }
  function* shown(stored: StoredSwap, asker: Asker): Query<Swap | null> {
    const one = yield* bookingById(stored.bookingId)
    const another = yield* bookingById(stored.otherId)
    if (one === null || another === null) return null
    const { id, askedAt, askedByName, reason, state } = stored
    const [booking, other] = yield* withCheckIn([one, another])
    if (booking === undefined || other === undefined) return null
    const isMineToAnswer = yield* answersFor(other, asker)
    return { id, booking, other, askedAt, askedByName, reason, state, isMineToAnswer }
  }
  /** A swap with both bookings, held; null: there is none. */
  function* swapToHold(swapId: Id): Query<{ swap: StoredSwap; pair: HeldPair } | null> {
    const found = yield* swapById(swapId)
    const pair = found === null ? null : yield* pairToHold(clock.now(), found.bookingId, found.otherId)
    const swap = pair === null ? null : yield* swapToChange(swapId)
    return swap === null || pair === null ? null : { swap, pair }
  }
  /** What was changed since and is back, by whomever, is as it was. */
  function* isAsAsked(swap: StoredSwap, { one, other }: Pair): Query<boolean> {
    if (one.version === swap.bookingVersion && other.version === swap.otherVersion) return true
    const looks = yield* looksOfSwapped(swap)
    return [one, other].every((booking) => looks.some((look) => look.id === booking.id && isSameLook(look, booking)))
  }
  /** What lapsed and was asked anew lives no more, though both are back as they were. */
  function* canBeAnswered(swap: StoredSwap, pair: Pair): Query<boolean> {
    return (yield* isAsAsked(swap, pair)) && !(yield* wasAskedAnew(swap))
  }
  const hasBegun = ({ one, other }: Pair): boolean => [one, other].some(({ startsAt }) => startsAt <= clock.now())
  function* hasEnded(swap: StoredSwap, pair: Pair): Query<boolean> {
    return swap.state !== 'open' || hasBegun(pair) || !(yield* canBeAnswered(swap, pair))
  }
  const notYours = ({ personName }: KeptBooking) => ({ ok: false, code: 'not_yours', detail: { personName } }) as const

  /** Nothing of it stays: whether it could be done. */
  function* tried(pair: HeldPair, asker: Asker, reason: string) {
    function* attempt(): Query<never> {
      throw new Tried(yield* exchange(pair, asker, reason))
    }
    try {
      return yield* step(attempt())
    } catch (error) {
      if (error instanceof Tried) return error.hindrance
      throw error
    }
  }

  /** Whoever may answer says no more than that. */
  function* closed(swapId: Id, state: SwapState, whose: 'one' | 'other', asker: Asker) {
    const held = yield* swapToHold(swapId)
    if (held === null) return refuse('not_found')
    const { swap, pair } = held
    if (!(yield* answersFor(pair[whose], asker))) return notYours(pair[whose])
    if (swap.state === state) return yield* reread(swapId, asker)
    if (yield* hasEnded(swap, pair)) return refuse('lapsed')
    yield* answerSwap(swap, state, by(asker), { booking: pair.one, other: pair.other })
    return yield* reread(swapId, asker)
  }
  const nextVersions = ({ one, other }: HeldPair) => ({
    booking: { version: one.version + 1 },
    other: { version: other.version + 1 },
  })

  return {
    waiting: (_, asker) =>
      engine.read(function* () {
        const waiting: Swap[] = []
        for (const stored of yield* openSwaps(clock.now())) {
          const swap = yield* shown(stored, asker)
          if (swap === null || !(swap.isMineToAnswer || (yield* answersFor(swap.booking, asker)))) continue
          if (yield* canBeAnswered(stored, { one: swap.booking, other: swap.other })) waiting.push(swap)
        }
        return accept(waiting)
      }),

    ended: (_, asker) =>
      engine.read(function* () {
        const me = asker.personId
        if (me === null) return accept([])
        // Who speaks for both reads of it as the one who asked.
        const told = new Map<Id, EndedSwap>()
        for (const side of ['asking', 'asked'] as const)
          for (const stored of yield* endedSwaps(side, me, clock.now())) {
            const ended = yield* whyEnded(stored, side, me, clock.now())
            if (ended === null || told.has(stored.id)) continue
            const { at, ...why } = ended
            // Open again meanwhile, it may end once more.
            const isRead = stored.readAt !== null && stored.readAt >= at
            const swap = isRead ? null : yield* shown(stored, asker)
            if (swap !== null) told.set(swap.id, { ...swap, ...why, isMineToAnswer: side === 'asked' })
          }
        return accept([...told.values()])
      }),

    read: ({ swapId }, asker) =>
      engine.transact(function* () {
        const swap = yield* swapToChange(swapId)
        const one = swap === null ? null : yield* bookingById(swap.bookingId)
        const other = swap === null ? null : yield* bookingById(swap.otherId)
        if (swap === null || one === null || other === null) return refuse('not_found')
        const me = asker.personId
        if (me === null || !(speaksFor(one, me) || speaksFor(other, me))) return notYours(one)
        if (yield* hasEnded(swap, { one, other })) yield* keepReadSwap(swapId, me, clock.now())
        return accept({})
      }),

    ask: ({ bookingId, otherId, reason }, asker) =>
      engine.transact(function* () {
        if (bookingId === otherId) return refuse('same_person')
        const pair = yield* pairToHold(clock.now(), bookingId, otherId)
        if (pair === null) return refuse('not_found')
        if (!(yield* answersFor(pair.one, asker))) return notYours(pair.one)
        const words = maskText(reason).text
        const refusal = yield* tried(pair, asker, words)
        if (refusal !== null) return refusal
        for (const known of yield* openSwapsOf(bookingId, otherId))
          if (yield* canBeAnswered(known, pair)) return yield* reread(known.id, asker)
        const { at: askedAt, actorId: askedBy } = by(asker)
        const id = clock.newId()
        const versions = { bookingVersion: pair.one.version, otherVersion: pair.other.version }
        const ids = { id, bookingId, otherId, ...versions }
        yield* insertSwap({ ...ids, askedAt, askedBy, reason: words, state: 'open', answeredBy: null })
        return yield* reread(id, asker)
      }),

    agree: ({ swapId }, asker) =>
      engine.transact(function* () {
        const held = yield* swapToHold(swapId)
        if (held === null) return refuse('not_found')
        const { swap, pair } = held
        if (!(yield* answersFor(pair.other, asker))) return notYours(pair.other)
        if (swap.state === 'agreed') return yield* reread(swapId, asker)
        const refusal = decideSwap(clock.now(), pair.one, pair.other)
        if (refusal !== null) return refuse(refusal)
        if (swap.state !== 'open' || !(yield* canBeAnswered(swap, pair))) return refuse('lapsed')
        const hindrance = yield* exchange(pair, asker, swap.reason)
        if (hindrance !== null) return hindrance
        yield* answerSwap(swap, 'agreed', by(asker), nextVersions(pair))
        return yield* reread(swapId, asker)
      }),

    decline: ({ swapId }, asker) => engine.transact(() => closed(swapId, 'declined', 'other', asker)),
    withdraw: ({ swapId }, asker) => engine.transact(() => closed(swapId, 'withdrawn', 'one', asker)),

    exchange: ({ bookingId, seenVersion, otherId, reason }, asker) =>
      engine.transact(function* () {
        if (bookingId === otherId) return refuse('same_person')
        const pair = yield* pairToHold(clock.now(), bookingId, otherId)
        if (pair === null) return refuse('not_found')
        yield* mustBeAsSeen(bookingId, pair.one, seenVersion)
        const words = maskText(reason).text
        const hindrance = yield* exchange(pair, asker, words)
        if (hindrance !== null) return hindrance
        const { at: askedAt, actorId: askedBy } = by(asker)
        const id = clock.newId()
        const { booking, other } = nextVersions(pair)
        const versions = { bookingVersion: booking.version, otherVersion: other.version }
        const ids = { id, bookingId, otherId, ...versions }
        yield* insertSwap({ ...ids, askedAt, askedBy, reason: words, state: 'for_both', answeredBy: askedBy })
        return yield* reread(id, asker)
      }),

    takeBack: ({ swapId }, asker) =>
      engine.transact(function* () {
        const held = yield* swapToHold(swapId)
        if (held === null) return refuse('not_found')
        const { swap, pair } = held
        if (swap.state === 'open') return yield* reread(swapId, asker)
        const whose = swap.state === 'withdrawn' ? pair.one : pair.other
        const isForBoth = swap.state === 'for_both' || swap.state === 'undone'
        if (swap.answeredBy !== asker.personId || !(isForBoth || (yield* answersFor(whose, asker))))
          return notYours(whose)
        // Over what somebody else did since it is not taken back, even where it looks the same again.
        if (yield* wasChangedByOthers(swap, asker.personId)) return refuse('lapsed')
        const isAnswer = swap.state === 'declined' || swap.state === 'withdrawn'
        if (!(yield* isAnswer ? canBeAnswered(swap, pair) : isAsAsked(swap, pair))) return refuse('lapsed')
        const hindrance = isAnswer ? null : yield* exchange(pair, asker, swap.reason)
        if (hindrance !== null) return hindrance
        const versions = isAnswer ? { booking: pair.one, other: pair.other } : nextVersions(pair)
        // Nobody was asked: then there is nothing to be answered again.
        if (swap.state === 'for_both') yield* answerSwap(swap, 'undone', by(asker), versions)
        else if (swap.state === 'undone') yield* answerSwap(swap, 'for_both', by(asker), versions)
        else yield* answerSwap(swap, 'open', null, versions)
        return yield* reread(swapId, asker)
      }),
  }
}
