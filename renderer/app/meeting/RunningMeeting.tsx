import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { matchPath, useLocation, useNavigate } from 'react-router'
import { MeetingBar } from '../../features/meetings/MeetingBar.tsx'
import { watchOverLines } from '../../features/meetings/meetings.actions.ts'
import { meetingsOfSession } from '../../features/meetings/meetings.queries.ts'
import { currentSession } from '../../lib/common-queries.ts'
import { useKeys } from '../../lib/use-keys.tsx'

/** Says on every other page that a meeting of this session runs, with its clock. */
export function RunningMeeting() {
  useEffect(watchOverLines, [])
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const session = useQuery(currentSession).data ?? null
  const meetings = useQuery(meetingsOfSession(session?.id ?? null)).data ?? []
  const here = matchPath('/meetings/:callId', pathname)?.params.callId
  const running = meetings.findLast(({ closedAt, callId }) => closedAt === null && callId !== here)
  const open = () =>
    running === undefined
      ? false
      : void navigate(`/meetings/${running.callId}`, { state: { cameFrom: pathname + search } })
  // A page that has a call of its own for the key takes it first, once it is there.
  useKeys('global', { 'meetings.open': open })
  return running === undefined ? null : <MeetingBar meeting={running} onOpen={open} />
}
