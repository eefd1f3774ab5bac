import type { AgentOfCall } from '../../../shared/contract/agents/agents.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { mayTellOfAgents } from '../../../shared/domain/agents/least-agents.ts'
import { typedAgent } from '../../../shared/domain/agents/typed-agent.ts'
import { agentOfCall, nameAgent, namedInSession, namedInSessions, swapAgent } from '../../storage/agents/call-agents.ts'
import { type HalfDonePraise, praiseOfOthers } from '../../storage/agents/half-done-praise.ts'
import type { Query } from '../../storage/engine/query.ts'
import { everyRecordOf } from '../../storage/house/same-person.ts'
import { callToChange, findCall, type StoredCall } from '../../storage/listening/calls.ts'
import { isSealedCall } from '../../storage/listening/sealed-calls.ts'
import { findSession, type Hearing } from '../../storage/listening/sessions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { dayOf, hashOfAgent } from './agent-days.ts'

/** `makesKeys`: the secrets of days are made here, and not by a hub that this desk belongs to. */
export function agentsService(
  { engine, clock }: Pick<HouseParts, 'engine' | 'clock'>,
  { makesKeys }: { makesKeys: boolean },
): Service<'agents'> {
  function* told(call: StoredCall): Query<AgentOfCall> {
    const found = yield* agentOfCall(call.id)
    return {
      callId: call.id,
      day: found?.day ?? (yield* dayOf(call.startedAt)),
      place: found?.place ?? null,
      isNamed: found !== null && found.agentId !== null,
      canTakeBack: found !== null,
    }
  }
  return {
    ofCall: ({ callId }, asker) =>
      engine.read(function* () {
        const call = yield* findCall(callId)
        if (call === null || !(yield* heardBy(call.sessionId, asker)) || (yield* isSealedCall(callId)))
          return accept(null)
        return accept(yield* told(call))
      }),

    name: ({ callId, typed }, asker) => {
      const identity = typedAgent(typed)
      if (identity === '') return refuse('empty')
      return engine.transact(function* () {
        const call = yield* callToChange(callId)
        if (call === null) return refuse('call_not_found')
        if (!(yield* heardBy(call.sessionId, asker))) return refuse('not_yours')
        if (yield* isSealedCall(callId)) return refuse('sealed')
        const hashed = yield* hashOfAgent(identity, call.startedAt, clock.now(), makesKeys)
        if (typeof hashed === 'string') return refuse(hashed)
        if ((yield* agentOfCall(callId))?.agentId !== hashed.agentId)
          yield* nameAgent(callId, hashed.day, hashed.agentId)
        return accept(yield* told(call))
      })
    },

    takeBack: ({ callId }, asker) =>
      engine.transact(function* () {
        const call = yield* callToChange(callId)
        if (call === null) return refuse('call_not_found')
        if (!(yield* heardBy(call.sessionId, asker))) return refuse('not_yours')
        if (yield* isSealedCall(callId)) return refuse('sealed')
        if ((yield* swapAgent(callId)) === 0) return refuse('nothing_to_undo')
        return accept(yield* told(call))
      }),

    ofSession: ({ sessionId }, asker) =>
      engine.read(function* () {
        return accept({ isPraiseTold: yield* isPraiseTold(sessionId, asker) })
      }),
  }
}

/** Whether whoever asks heard this session: the one person who is told who its agents were, as they named them. */
function* heardBy(sessionId: Id, asker: Asker): Query<boolean> {
  const session = yield* findSession(sessionId)
  return session !== null && (yield* heardAmong([session], asker)).has(sessionId)
}

/** Those of these sessions that whoever asks heard, under whichever of their records. */
function* heardAmong(sessions: readonly Hearing[], { personId, role }: Asker): Query<ReadonlySet<Id>> {
  const isOfWhoeverSits = ({ endedAt, listenerId }: Hearing) =>
    role === 'trusted' && (endedAt === null || listenerId === null)
  const isPlain = (session: Hearing) => isOfWhoeverSits(session) || session.listenerId === personId
  const records = personId === null || sessions.every(isPlain) ? NO_RECORDS : yield* everyRecordOf(personId)
  const isOwn = ({ listenerId }: Hearing) =>
    personId !== null && listenerId !== null && (listenerId === personId || records.has(listenerId))
  return new Set(sessions.filter((session) => isOfWhoeverSits(session) || isOwn(session)).map(({ id }) => id))
}
const NO_RECORDS: ReadonlySet<Id> = new Set()

/** Those of these sessions of which praise is told (`isPraiseTold`), however many they are, asked once. */
export function* wherePraiseIsTold(sessions: readonly Hearing[], asker: Asker): Query<ReadonlySet<Id>> {
  const heard = yield* heardAmong(sessions, asker)
  const others = sessions.map(({ id }) => id).filter((id) => !heard.has(id))
  const named = others.length === 0 ? [] : yield* namedInSessions(others)
  const isTold = (id: Id) => heard.has(id) || mayTellOfAgents(named.filter((call) => call.sessionId === id))
  return new Set(sessions.map(({ id }) => id).filter(isTold))
}

/** To others a session is one seat at one hour: praise is told of it where five agents or more were heard. */
export function* isPraiseTold(sessionId: Id, asker: Asker): Query<boolean> {
  return (yield* heardBy(sessionId, asker)) || mayTellOfAgents(yield* namedInSession(sessionId))
}

/** What is half done of praise that is not told to whoever asks; what they began themselves always is. None at a hub, which holds nothing half done. */
export function* halfDoneUntold(asker: Asker): Query<HalfDonePraise[]> {
  const praise = yield* praiseOfOthers(asker.personId)
  if (praise.length === 0) return []
  const told = yield* wherePraiseIsTold(
    praise.map(({ sessionId: id, listenerId, endedAt }) => ({ id, listenerId, endedAt })),
    asker,
  )
  return praise.filter(({ sessionId }) => !told.has(sessionId))
}
