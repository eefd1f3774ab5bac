import type { Outcome } from '../../shared/contract/entry.ts'
import type { Asker, Service } from '../../shared/contract/services.ts'
import type { Call, sessions } from '../../shared/contract/sessions.ts'
import type { Id } from '../../shared/contract/values.ts'
import { maskReference } from '../../shared/domain/masking/mask-text.ts'
import {
  callsOfSession,
  endCall,
  endOpenCall,
  findCall,
  findCallByReference,
  insertCall,
  lastCallNumber,
  setReference,
} from '../storage/calls.ts'
import { inTransaction } from '../storage/database.ts'
import { endSession, findSession, insertSession, openSession, personName, recentSessions } from '../storage/sessions.ts'
import type { ServiceParts } from './parts.ts'
import { finishBooking, takeBooking } from './session-bookings.ts'

export function sessionsService(parts: ServiceParts): Service<'sessions'> {
  const { db, clock } = parts
  return {
    current: () => ({ ok: true, value: openSession(db) }),

    get: ({ sessionId }) => {
      const session = findSession(db, sessionId)
      return session === null ? { ok: false, code: 'not_found', detail: {} } : { ok: true, value: session }
    },

    recent: ({ limit }) => ({ ok: true, value: recentSessions(db, limit) }),

    start: (wish, asker) => inTransaction(db, () => start(parts, wish, asker)),

    end: ({ sessionId }, asker) =>
      inTransaction(db, () => {
        const before = findSession(db, sessionId)
        if (before === null) return { ok: false, code: 'not_found', detail: {} }
        const at = clock.now()
        if (endSession(db, sessionId, at)) {
          endOpenCall(db, sessionId, at)
          if (before.bookingId !== null) finishBooking(parts, before.bookingId, asker)
        }
        return { ok: true, value: findSession(db, sessionId) ?? before }
      }),

    calls: ({ sessionId }) => ({ ok: true, value: callsOfSession(db, sessionId) }),

    nextCall: ({ sessionId, reference }) =>
      inTransaction(db, () => {
        const session = findSession(db, sessionId)
        if (session === null) return { ok: false, code: 'not_found', detail: {} }
        if (session.endedAt !== null) return { ok: false, code: 'session_over', detail: {} }
        return { ok: true, value: startNextCall(parts, sessionId, masked(reference)) }
      }),

    endCall: ({ callId }) =>
      inTransaction(db, () => {
        endCall(db, callId, clock.now())
        return callOrNotFound(parts, callId)
      }),

    setReference: ({ callId, reference }) =>
      inTransaction(db, () => {
        setReference(db, callId, masked(reference))
        return callOrNotFound(parts, callId)
      }),

    openByReference: ({ reference }) =>
      inTransaction(db, () => {
        const session = openSession(db)
        if (session === null) return { ok: false, code: 'nobody_listening', detail: {} }
        const stored = maskReference(reference)
        const known = findCallByReference(db, session.id, stored)
        return { ok: true, value: known ?? startNextCall(parts, session.id, stored) }
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
    listenerId: personName(db, listenerId) === null ? null : listenerId,
    purpose: wish.purpose,
    startedAt: clock.now(),
  })
  const session = findSession(db, sessionId)
  if (saved === 'already_open' || session === null) throw new Error('two sessions were started at once')
  return { ok: true, value: session }
}

/** Inside a transaction. The call that is on ends in the same instant in which the next one starts. */
function startNextCall({ db, clock }: ServiceParts, sessionId: Id, reference: string | null): Call {
  const at = clock.now()
  endOpenCall(db, sessionId, at)
  const number = lastCallNumber(db, sessionId) + 1
  const call: Call = { id: clock.newId(), sessionId, number, reference, startedAt: at, endedAt: null }
  insertCall(db, call)
  return call
}

function callOrNotFound({ db }: ServiceParts, callId: Id): Outcome<typeof sessions.endCall> {
  const call = findCall(db, callId)
  return call === null ? { ok: false, code: 'not_found', detail: {} } : { ok: true, value: call }
}
