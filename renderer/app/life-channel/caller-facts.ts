import type { Id } from '../../../shared/contract/values.ts'
import type { CallerFacts } from '../../features/life-channel/card/card-store.ts'
import { callsOfSession, currentSession } from '../../lib/common-queries.ts'
import { queryClient } from '../../lib/query-client.ts'

/** The call that is heard here, or the one that is named, as far as the window knows it: nobody is asked. */
export function callerFacts(callId: Id | null = null): CallerFacts {
  const session = queryClient.getQueryData(currentSession.queryKey) ?? null
  const calls = session === null ? [] : (queryClient.getQueryData(callsOfSession(session.id).queryKey) ?? [])
  const named = calls.find(({ id }) => id === callId)
  const call = callId === null ? (calls.find(({ endedAt }) => endedAt === null) ?? calls.at(-1)) : named
  return {
    callId: call?.id ?? callId,
    callNumber: call?.number ?? null,
    callStartedAt: call?.startedAt ?? null,
    reference: call?.reference ?? null,
    seatNumber: session?.seatNumber ?? null,
  }
}
