import { useLocation, useNavigate } from 'react-router'
import type { Id } from '../../../shared/contract/values.ts'
import { startMeeting } from '../../features/meetings/start-meeting.ts'

/** Begins the meeting about a call, or goes on with it; from there the same key leads back here. */
export function useOpenMeeting(): (callId: Id) => Promise<void> {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  return async (callId) => {
    if (await startMeeting(callId)) await navigate(`/meetings/${callId}`, { state: { cameFrom: pathname + search } })
  }
}
