import type { Call, Session } from '../../../shared/contract/listening/sessions.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { maskReference } from '../../../shared/domain/listening/masking/mask-reference.ts'
import { instantAt } from '../../../shared/domain/wall-clock.ts'
import { afterwards, type Query } from '../../storage/engine/query.ts'
import { personName } from '../../storage/house/people.ts'
import { readRoom } from '../../storage/house/room.ts'
import {
  callsOfSession,
  callToChange,
  endCall,
  findCall,
  findCallByReference,
  insertCall,
  lastCallNumber,
  openCall,
  type StoredCall,
  setReference,
} from '../../storage/listening/calls.ts'
import { countSessions, listSessions, type SessionFilter } from '../../storage/listening/session-list.ts'
import {
  endSession,
  findSession,
  insertSession,
  openSession,
  sessionToChange,
} from '../../storage/listening/sessions.ts'
import { gapsOfSession } from '../../storage/listening/stopwatch.ts'
import { seeDay } from '../../storage/retention/clock-runs.ts'
import { bookingById, bookingToChange } from '../../storage/seats/bookings.ts'
import { peopleMeant } from '../house/people-meant.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { sitsElsewhere } from '../seats/place-taken.ts'
import { callLengthMs } from './call-length.ts'
import { finishBooking, takeBooking } from './session-bookings.ts'
import { gapsWithin, type Stopwatch } from './stopwatch.ts'
import { toldInList, toldSessions } from './told-sessions.ts'

/** The wall clock dates the start of a session and of each call; the stopwatch says how long they lasted. */
/** `isCutOff`: at a desk that belongs to a hub, whether that is away. */
export function sessionsService(
  parts: HouseParts,
  stopwatch: Stopwatch,
  isCutOff: () => boolean = () => false,
): Service<'sessions'> {
  const { engine, clock } = parts

  function* callOf(stored: StoredCall): Query<Call> {
    const { sessionMs, ...call } = stored
    const elapsedMs = yield* callLengthMs(stopwatch, stored)
    return { ...call, elapsedMs, gaps: gapsWithin(yield* gapsOfSession(call.sessionId), sessionMs, elapsedMs) }
  }
  function* end(call: StoredCall): Query<void> {
    yield* endCall(call.id, addMs(call.startedAt, yield* callLengthMs(stopwatch, call)))
  }
  function* callOrNotFound(callId: Id) {
    const call = yield* findCall(callId)
    return call === null ? refuse('not_found') : accept(yield* callOf(call))
  }
  function* endOpenCall(sessionId: Id): Query<void> {
    const open = yield* openCall(sessionId)
    if (open !== null) yield* end(open)
  }

  /** Inside a transaction. The call that is on ends in the same instant in which the next one starts. */
  function* startNextCall(session: Session, reference: string | null, callId = clock.newId()): Query<Call> {
    yield* endOpenCall(session.id)
    const call: StoredCall = {
      id: callId,
      sessionId: session.id,
      number: (yield* lastCallNumber(session.id)) + 1,
      reference,
      startedAt: clock.now(),
      endedAt: null,
      sessionMs: stopwatch.elapsedMs(session),
    }
    yield* insertCall(call)
    return yield* callOf(call)
  }

  /** Start plus length, and not before the last call's end, which a clock set forward may have dated later. */
  function* endOfSession(session: Session): Query<Instant> {
    const lastEnd = (yield* callsOfSession(session.id)).at(-1)?.endedAt ?? session.startedAt
    const byStopwatch = addMs(session.startedAt, stopwatch.elapsedMs(session))
    return lastEnd > byStopwatch ? lastEnd : byStopwatch
  }

  return {
    current: () =>
      engine.read(function* () {
        return accept(yield* openSession(stopwatch.measured()))
      }),

    sitsTwice: () =>
      engine.read(function* () {
        const session = yield* openSession(stopwatch.measured())
        const booking = session?.bookingId == null ? null : yield* bookingById(session.bookingId)
        if (session === null || booking?.state !== 'checked_in') return accept(null)
        const elsewhere = yield* sitsElsewhere(clock.now(), booking)
        const { seatId, startsAt } = booking
        const at = { seatId, startsAt }
        return accept(elsewhere === null ? null : { ...elsewhere.detail, sessionId: session.id, at })
      }),

    get: ({ sessionId }, asker) =>
      engine.read(function* () {
        const session = yield* findSession(sessionId)
        const [told] = yield* toldSessions(session === null ? [] : [session], asker)
        return told === undefined ? refuse('not_found') : accept(told)
      }),

    list: async ({ listener, from, to, limit, offset }, asker) => {
      const listenerIds = listener === '' ? null : [...(await peopleMeant(parts, listener)).byName.keys()]
      return engine.read(function* () {
        const { timeZone } = yield* readRoom()
        const filter: SessionFilter = {
          listenerIds,
          startedFrom: from === null ? null : instantAt(from, '00:00', timeZone),
          startedBefore: to === null ? null : instantAt(to, '24:00', timeZone),
        }
        const sessions = yield* toldInList(yield* listSessions(filter, limit, offset), asker)
        return accept({ sessions, total: yield* countSessions(filter) })
      })
    },

    start: (wish, asker) => engine.transact(() => start({ ...parts, isCutOff }, stopwatch, wish, asker)),

    end: ({ sessionId }, asker) =>
      engine.transact(function* () {
        const known = yield* findSession(sessionId)
        if (known === null) return refuse('not_found')
        // Its words count their age from today, whatever happens to the clock.
        yield* seeDay(clock.now())
        const booking = known.bookingId === null ? null : yield* bookingToChange(known.bookingId)
        const before = (yield* sessionToChange(sessionId)) ?? known
        if (before.endedAt !== null) return accept(before)
        yield* endOpenCall(sessionId)
        yield* endSession(sessionId, yield* endOfSession(before))
        if (booking !== null) yield* finishBooking(parts, booking, asker)
        yield* afterwards(() => stopwatch.end())
        return accept((yield* findSession(sessionId)) ?? before)
      }),

    calls: ({ sessionId }) =>
      engine.read(function* () {
        const calls: Call[] = []
        for (const call of yield* callsOfSession(sessionId)) calls.push(yield* callOf(call))
        return accept(calls)
      }),

    nextCall: ({ sessionId, reference, callId }) =>
      engine.transact(function* () {
        const session = yield* sessionToChange(sessionId)
        if (session === null) return refuse('not_found')
        if (session.endedAt !== null) return refuse('session_over')
        const known = callId === undefined ? null : yield* findCall(callId)
        if (known !== null && known.sessionId !== sessionId) return refuse('not_found')
        return accept(known === null ? yield* startNextCall(session, masked(reference), callId) : yield* callOf(known))
      }),

    endCall: ({ callId }) =>
      engine.transact(function* () {
        const call = yield* callToChange(callId)
        if (call !== null && call.endedAt === null) yield* end(call)
        return yield* callOrNotFound(callId)
      }),

    setReference: ({ callId, reference, seen }) =>
      engine.transact(function* () {
        const before = yield* callToChange(callId)
        if (before === null) return refuse('not_found')
        const wanted = masked(reference)
        const isAsSeen = seen === undefined || before.reference === seen || before.reference === wanted
        if (!isAsSeen) return { ok: false, code: 'set_meanwhile', detail: { reference: before.reference } } as const
        yield* setReference(callId, wanted)
        return yield* callOrNotFound(callId)
      }),

    openByReference: ({ reference }) =>
      engine.transact(function* () {
        const open = yield* openSession(stopwatch.measured())
        const session = open === null ? null : yield* sessionToChange(open.id)
        if (session === null || session.endedAt !== null) return refuse('nobody_listening')
        const stored = maskReference(reference)
        const known = yield* findCallByReference(session.id, stored)
        return accept(known === null ? yield* startNextCall(session, stored) : yield* callOf(known))
      }),
  }
}

const masked = (reference: string | null): string | null => (reference === null ? null : maskReference(reference))

function* start(
  parts: HouseParts & { isCutOff(): boolean },
  stopwatch: Stopwatch,
  wish: Parameters<Service<'sessions'>['start']>[0],
  asker: Asker,
) {
  const running = yield* openSession(stopwatch.measured())
  if (running !== null) return { ok: false, code: 'already_listening', detail: { sessionId: running.id } } as const
  const { clock } = parts
  const booking = wish.bookingId === null ? null : yield* takeBooking(parts, wish.bookingId, wish.listenerId, asker)
  if (booking !== null && !booking.ok) return booking
  const listenerId = wish.listenerId ?? booking?.value.satById ?? booking?.value.personId ?? asker.personId
  const sessionId = clock.newId()
  const saved = yield* insertSession({
    id: sessionId,
    bookingId: wish.bookingId,
    seatNumber: booking?.value.seatNumber ?? null,
    // Settings outlive a database: a person it does not know is nobody rather than an error.
    listenerId: (yield* personName(listenerId)) === null ? null : listenerId,
    purpose: wish.purpose,
    startedAt: clock.now(),
  })
  const session = yield* findSession(sessionId)
  if (saved === 'already_open' || session === null) throw new Error('two sessions were started at once')
  yield* afterwards(() => stopwatch.start(sessionId))
  return accept(session)
}
