import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from 'react-router'
import { callsOfSession, runsHere, sittingById } from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { useMember } from '../../lib/team.ts'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { LiveListening } from '../LiveListening.tsx'

/** A session that runs; one that is over goes on in its review, and what another desk hears is read. */
export function LiveListeningPage() {
  const { sessionId = '' } = useParams()
  const session = useQuery(sittingById(sessionId))
  const calls = useQuery(callsOfSession(sessionId))
  const isMember = useMember() !== null
  const isHere = useQuery({ ...runsHere(sessionId), enabled: isMember }).data ?? true
  const problem = session.error ?? calls.error
  if (problem !== null)
    return (
      <FailedState
        isPage
        {...failureOf(problem)}
        onRetry={() => void Promise.all([session.refetch(), calls.refetch()])}
      />
    )
  if (session.data === undefined || calls.data === undefined) return <LoadingState />
  if (session.data.endedAt !== null) return <Navigate to={`/review/${sessionId}`} replace />
  if (isMember && !isHere) return <Navigate to={`/sessions/${sessionId}`} replace />
  return <LiveListening session={session.data} calls={calls.data} />
}
