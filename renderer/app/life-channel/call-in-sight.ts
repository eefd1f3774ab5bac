import { useEffect } from 'react'
import type { Call, Session } from '../../../shared/contract/listening/sessions.ts'
import type { CallerFacts } from '../../features/life-channel/card/card-store.ts'

/** The call that somebody reads now, or that is about to begin, whatever is heard at this desk meanwhile. */
let inSight: CallerFacts | null = null

export const callInSight = (): CallerFacts | null => inSight

export const factsOf = (call: Call, session: Pick<Session, 'seatNumber' | 'roomId'> | null): CallerFacts => ({
  callId: call.id,
  callNumber: call.number,
  callStartedAt: call.startedAt,
  reference: call.reference,
  seatNumber: session?.seatNumber ?? null,
  roomId: session?.roomId ?? null,
})

/** While this is drawn, the red key is about this call; undefined: about none that is read. */
export function useCallInSight(call: Call | undefined, session: Pick<Session, 'seatNumber' | 'roomId'>): void {
  useEffect(() => {
    inSight = call === undefined ? null : factsOf(call, session)
    return () => {
      inSight = null
    }
  }, [call, session])
}
