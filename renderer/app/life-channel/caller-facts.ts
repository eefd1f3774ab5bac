import type { Lens } from '../../../shared/contract/silver-hair/lens.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { CallerFacts } from '../../features/life-channel/card/card-store.ts'
import { lensesOfSession } from '../../features/silver-hair/silver-hair.queries.ts'
import { callsOfSession, currentSession } from '../../lib/common-queries.ts'
import { queryClient } from '../../lib/query-client.ts'
import { useWordsInHand } from '../../lib/words-in-hand.ts'
import { callInSight, factsOf } from './call-in-sight.ts'

/** Whether a call goes on at this seat, as far as the window knows: nobody is asked. */
export function isCallOn(): boolean {
  const session = queryClient.getQueryData(currentSession.queryKey) ?? null
  const calls = session === null ? [] : (queryClient.getQueryData(callsOfSession(session.id).queryKey) ?? [])
  return calls.some(({ endedAt }) => endedAt === null)
}

/** The call that is named, else the one that is read, else the one that is heard here, as far as the window knows it or whoever writes about it: nobody is asked. */
export function callerFacts(callId: Id | null = null): CallerFacts {
  const facts = factsInWindow(callId)
  return isMarkedSilver(facts.callId) ? { ...facts, isSilver: true } : facts
}

/** As it is before its call is sealed: from then on no answer tells of its lens. */
const isMarkedSilver = (callId: Id | null): boolean =>
  queryClient
    .getQueriesData<Lens[]>({ queryKey: lensesOfSession('').queryKey.slice(0, 2) })
    .some(([, lenses]) => lenses?.some((lens) => lens.callId === callId && lens.mark === 'marked'))

function factsInWindow(callId: Id | null): CallerFacts {
  const read = callInSight()
  if (read !== null && (callId === null || callId === read.callId)) return read
  const session = queryClient.getQueryData(currentSession.queryKey) ?? null
  const calls = session === null ? [] : (queryClient.getQueryData(callsOfSession(session.id).queryKey) ?? [])
  const named = calls.find(({ id }) => id === callId)
  const call = callId === null ? (calls.find(({ endedAt }) => endedAt === null) ?? calls.at(-1)) : named
  if (call !== undefined) return factsOf(call, session)
  const written = callId === null ? undefined : useWordsInHand.getState().calls[callId]
  if (written !== undefined) return written
  const unknown = { callId, callNumber: null, callStartedAt: null, reference: null }
  return { ...unknown, seatNumber: session?.seatNumber ?? null, roomId: session?.roomId ?? null }
}
