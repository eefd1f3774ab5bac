import type { Purpose } from '../../../shared/contract/bookings.ts'
import type { Call } from '../../../shared/contract/sessions.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { client } from '../../lib/client.ts'
import { callsOfSession } from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { queryClient } from '../../lib/query-client.ts'
import { notifyFailure } from '../../ui/notices.ts'

export interface StartWish {
  bookingId: Id | null
  listenerId: Id | null
  purpose: Purpose
}

export const startSession = (wish: StartWish) => client.sessions.start(wish)

/** Ends the call that is on and starts the next; the list knows it before the refresh comes round. */
export async function nextCall(sessionId: Id): Promise<Call | null> {
  try {
    const answer = await client.sessions.nextCall({ sessionId, reference: null })
    if (!answer.ok) {
      notifyFailure(failureOf(answer))
      return null
    }
    const call = answer.value
    queryClient.setQueryData(callsOfSession(sessionId).queryKey, (known: Call[] | undefined) => [
      ...(known ?? [])
        .filter((other) => other.id !== call.id)
        .map((other) => (other.endedAt === null ? { ...other, endedAt: call.startedAt } : other)),
      call,
    ])
    return call
  } catch (problem) {
    notifyFailure(failureOf(problem))
    return null
  }
}

export const endCall = (callId: Id) => told(client.sessions.endCall({ callId }))

export const endSession = (sessionId: Id) => told(client.sessions.end({ sessionId }))

/** Opens the call with this reference in the session that runs, a new one when there is none. */
export const openByReference = (reference: string) => told(client.sessions.openByReference({ reference }))

export const setReference = (callId: Id, text: string) =>
  told(client.sessions.setReference({ callId, reference: text.trim() === '' ? null : text.trim() }))

/** Shows what went wrong and says whether it was done. */
async function told(asked: Promise<{ ok: boolean }>): Promise<boolean> {
  try {
    const answer = await asked
    if (!answer.ok) notifyFailure(failureOf(answer))
    return answer.ok
  } catch (problem) {
    notifyFailure(failureOf(problem))
    return false
  }
}
