import type { Outcome } from '../../../shared/contract/entry.ts'
import type { Call, Session, sessions } from '../../../shared/contract/listening/sessions.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { maskReference } from '../../../shared/domain/listening/masking/mask-text.ts'
import { instantAt } from '../../../shared/domain/wall-clock.ts'
import { inTransaction } from '../../storage/database.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { personName } from '../../storage/house/people.ts'
import { readRoom } from '../../storage/house/room.ts'
import {
  callsOfSession,
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
import { endSession, findSession, insertSession, openSession } from '../../storage/listening/sessions.ts'
import { gapsOfSession } from '../../storage/listening/stopwatch.ts'
import { peopleMeant } from '../house/people-meant.ts'
import type { ServiceParts } from '../parts.ts'
import { callLengthMs } from './call-length.ts'
import { finishBooking, takeBooking } from './session-bookings.ts'
import { gapsWithin, makeStopwatch, type Stopwatch } from './stopwatch.ts'

/** The wall clock dates the start of a session and of each call; the stopwatch says how long they lasted. */
export function sessionsService(parts: ServiceParts, stopwatch: Stopwatch = makeStopwatch(parts)): Service<'sessions'> {
  const { db, clock } = parts

  const lengthOf = (call: StoredCall) => callLengthMs(db, stopwatch, call)
  const callOf = (stored: StoredCall): Call => {
    const { sessionMs, ...call } = stored
    const elapsedMs = lengthOf(stored)
    return { ...call, elapsedMs, gaps: gapsWithin(gapsOfSession(db, call.sessionId), sessionMs, elapsedMs) }
  }
  const end = (call: StoredCall) => endCall(db, call.id, addMs(call.startedAt, lengthOf(call)))
  const callOrNotFound = (callId: Id): Outcome<typeof sessions.endCall> => {
    const call = findCall(db, callId)
    return call === null ? { ok: false, code: 'not_found', detail: {} } : { ok: true, value: callOf(call) }
  }
  const endOpenCall = (sessionId: Id) => {
    const open = openCall(db, sessionId)
    if (open !== null) end(open)
  }

  /** Inside a transaction. The call that is on ends in the same instant in which the next one starts. */
  const startNextCall = (session: Session, reference: string | null, callId = clock.newId()): Call => {
    endOpenCall(session.id)
    const call: StoredCall = {
      id: callId,
      sessionId: session.id,
      number: lastCallNumber(db, session.id) + 1,
      reference,
      startedAt: clock.now(),
      endedAt: null,
      sessionMs: stopwatch.elapsedMs(session),
    }
    insertCall(db, call)
    return callOf(call)
  }

  /** Start plus length, and not before the last call's end, which a clock set forward may have dated later. */
  const endOfSession = (session: Session): Instant => {
    const lastEnd = callsOfSession(db, session.id).at(-1)?.endedAt ?? session.startedAt
    const byStopwatch = addMs(session.startedAt, stopwatch.elapsedMs(session))
    return lastEnd > byStopwatch ? lastEnd : byStopwatch
  }

  return {
    current: () => ({ ok: true, value: openSession(db) }),

    get: ({ sessionId }) => {
      const session = findSession(db, sessionId)
      return session === null ? { ok: false, code: 'not_found', detail: {} } : { ok: true, value: session }
    },

    list: async ({ listener, from, to, limit, offset }) => {
      const { timeZone } = runOn(db, readRoom())
      const filter: SessionFilter = {
        listenerIds: listener === '' ? null : [...(await peopleMeant(parts, listener)).byName.keys()],
        startedFrom: from === null ? null : instantAt(from, '00:00', timeZone),
        startedBefore: to === null ? null : instantAt(to, '24:00', timeZone),
      }
      return {
        ok: true,
        value: { sessions: listSessions(db, filter, limit, offset), total: countSessions(db, filter) },
      }
    },

    start: (wish, asker) => {
      const started = inTransaction(db, () => start(parts, wish, asker))
      if (started.ok) stopwatch.start(started.value.id)
      return started
    },

    end: ({ sessionId }, asker) => {
      const before = findSession(db, sessionId)
      if (before === null) return { ok: false, code: 'not_found', detail: {} }
      if (before.endedAt !== null) return { ok: true, value: before }
      inTransaction(db, () => {
        endOpenCall(sessionId)
        endSession(db, sessionId, endOfSession(before))
        if (before.bookingId !== null) finishBooking(parts, before.bookingId, asker)
      })
      stopwatch.end()
      return { ok: true, value: findSession(db, sessionId) ?? before }
    },

    calls: ({ sessionId }) => ({ ok: true, value: callsOfSession(db, sessionId).map(callOf) }),

    nextCall: ({ sessionId, reference, callId }) =>
      inTransaction(db, () => {
        const session = findSession(db, sessionId)
        if (session === null) return { ok: false, code: 'not_found', detail: {} }
        if (session.endedAt !== null) return { ok: false, code: 'session_over', detail: {} }
        const known = callId === undefined ? null : findCall(db, callId)
        if (known !== null && known.sessionId !== sessionId) return { ok: false, code: 'not_found', detail: {} }
        return { ok: true, value: known === null ? startNextCall(session, masked(reference), callId) : callOf(known) }
      }),

    endCall: ({ callId }) =>
      inTransaction(db, () => {
        const call = findCall(db, callId)
        if (call !== null && call.endedAt === null) end(call)
        return callOrNotFound(callId)
      }),

    setReference: ({ callId, reference }) =>
      inTransaction(db, () => {
        setReference(db, callId, masked(reference))
        return callOrNotFound(callId)
      }),

    openByReference: ({ reference }) =>
      inTransaction(db, () => {
        const session = openSession(db)
        if (session === null) return { ok: false, code: 'nobody_listening', detail: {} }
        const stored = maskReference(reference)
        const known = findCallByReference(db, session.id, stored)
        return { ok: true, value: known === null ? startNextCall(session, stored) : callOf(known) }
      }),
  }
}

const masked = (reference: string | null): string | null => (reference === null ? null : maskReference(reference))

function start(
  parts: ServiceParts,
  wish: Parameters<Service<'sessions'>['start']>[0],
  asker: Asker,
): Outcome<typeof sessions.start> {
  const { db, clock } = parts
  const running = openSession(db)
  if (running !== null) return { ok: false, code: 'already_listening', detail: { sessionId: running.id } }
  const booking = wish.bookingId === null ? null : takeBooking(parts, wish.bookingId, asker)
  if (booking !== null && !booking.ok) return booking
  const listenerId = wish.listenerId ?? booking?.value.personId ?? asker.personId
  const sessionId = clock.newId()
  const saved = insertSession(db, {
    id: sessionId,
    bookingId: wish.bookingId,
    seatNumber: booking?.value.seatNumber ?? null,
    // Settings outlive a database: a person it does not know is nobody rather than an error.
    listenerId: runOn(db, personName(listenerId)) === null ? null : listenerId,
    purpose: wish.purpose,
    startedAt: clock.now(),
  })
  const session = findSession(db, sessionId)
  if (saved === 'already_open' || session === null) throw new Error('two sessions were started at once')
  return { ok: true, value: session }
}
