import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode } from 'react'
import type { Id } from '../../shared/contract/values.ts'
import { conversationOfCall } from '../features/listening/conversation/conversations.queries.ts'

/**
 * A conversation that is being played stands above what the call comes to, so that its lines are in sight however long the rest is;
 * the place to drop one stands below. Neither is drawn anew when they change places.
 */
export function SaidFirst({ callId, said, children }: { callId: Id; said: ReactNode; children: ReactNode }) {
  const isThere = useQuery({ ...conversationOfCall(callId), select: (conversation) => conversation !== null }).data
  const [lines, rest] = [<Fragment key="said">{said}</Fragment>, <Fragment key="rest">{children}</Fragment>]
  return isThere ? [lines, rest] : [rest, lines]
}
