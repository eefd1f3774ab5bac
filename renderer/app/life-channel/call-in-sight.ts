import { useEffect } from 'react'
import type { Call, Session } from '../../../shared/contract/listening/sessions.ts'
import type { CallerFacts } from '../../features/life-channel/card/card-store.ts'
import type { AboutCall } from '../../lib/words-in-hand.ts'

/** The call that somebody reads now, or that is about to begin, whatever is heard at this desk meanwhile. */
let inSight: CallerFacts | null = null

export const callInSight = (): CallerFacts | null => inSight

type Seat = Pick<Session, 'seatNumber' | 'roomId'> | null

export const factsOf = (call: Call, session: Seat): AboutCall => ({
  callId: call.id,
  callNumber: call.number,
  callStartedAt: call.startedAt,
  reference: call.reference,
  seatNumber: session?.seatNumber ?? null,
  roomId: session?.roomId ?? null,
})

/** While this is drawn, the red key is about this call; undefined: about none that is read. */
export function useCallInSight(call: Call | undefined, session: Seat): void {
  useEffect(() => {
    inSight = call === undefined ? null : factsOf(call, session)
    return () => {
      inSight = null
    }
  }, [call, session])
}
