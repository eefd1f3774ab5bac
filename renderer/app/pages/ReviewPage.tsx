import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { sealedCalls } from '../../features/life-channel/life-channel.queries.ts'
import { notesOfSession } from '../../features/review/review.queries.ts'
import { lensesOfSession } from '../../features/silver-hair/silver-hair.queries.ts'
import { callsOfSession, halfDoneNotes, sessionById } from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { teamStatus } from '../../lib/team.ts'
import { useAllHere } from '../../lib/use-all-here.ts'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { ReviewDesk } from '../ReviewDesk.tsx'

export function ReviewPage() {
  const { sessionId = '' } = useParams()
  const session = useQuery(sessionById(sessionId))
  const calls = useQuery(callsOfSession(sessionId))
  const notes = useQuery(notesOfSession(sessionId))
  const areRowsKnown = useAllHere(
    useQuery(halfDoneNotes),
    useQuery(sealedCalls(sessionId)),
    useQuery(lensesOfSession(sessionId)),
    useQuery(teamStatus),
  )
  const problem = session.error ?? calls.error ?? notes.error
  const retry = () => void Promise.all([session.refetch(), calls.refetch(), notes.refetch()])
  if (problem !== null) return <FailedState isPage {...failureOf(problem)} onRetry={retry} />
  if (session.data === undefined || calls.data === undefined || notes.data === undefined || !areRowsKnown)
    return <LoadingState />
  return <ReviewDesk key={sessionId} session={session.data} calls={calls.data} notes={notes.data} />
}
