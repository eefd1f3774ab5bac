import { useQuery } from '@tanstack/react-query'
import { Headphones } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { praiseTold } from '../../features/agents/agents.queries.ts'
import { sealedCalls } from '../../features/life-channel/life-channel.queries.ts'
import { SessionCalls } from '../../features/listening/sessions/SessionCalls.tsx'
import { readSession, useSessionsDesk } from '../../features/listening/sessions/sessions-desk.ts'
import { notesOfSession } from '../../features/review/review.queries.ts'
import { TicketsMade } from '../../features/review/tickets/TicketsMade.tsx'
import { lensesOfSession, markedIn } from '../../features/silver-hair/silver-hair.queries.ts'
import {
  callsOfSession,
  currentSession,
  goneOfCalls,
  halfDoneNotes,
  issueTypes,
  sessionById,
} from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { dateIn, fullDayName, timeOfDay, timeRange } from '../../lib/formats.ts'
import { usePlace } from '../../lib/place-store.ts'
import { useSeatRooms } from '../../lib/seat-rooms.ts'
import { useAllHere } from '../../lib/use-all-here.ts'
import { useChord, useKeys } from '../../lib/use-keys.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { GoneWords } from '../../ui/GoneWords.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietLine } from '../../ui/QuietLine.tsx'
import styles from './SessionPage.module.css'

/** One session as it was, to read. `?note=` and `?call=` show one of its notes or calls. */
export function SessionPage() {
  const { t } = useTranslation('sessions')
  const { t: tAgents } = useTranslation('agents')
  const { sessionId = '' } = useParams()
  const [search] = useSearchParams()
  const place = usePlace()
  const roomOf = useSeatRooms()
  const navigate = useNavigate()
  const session = useQuery(sessionById(sessionId))
  const calls = useQuery(callsOfSession(sessionId))
  const notes = useQuery(notesOfSession(sessionId))
  const types = useQuery(issueTypes).data ?? []
  const gone = useQuery(goneOfCalls((calls.data ?? []).map(({ id }) => id))).data ?? []
  const rows = {
    sealed: useQuery(sealedCalls(sessionId)),
    silver: useQuery(lensesOfSession(sessionId)),
    drafts: useQuery(halfDoneNotes),
    praise: useQuery(praiseTold(sessionId)),
  }
  const areRowsKnown = useAllHere(...Object.values(rows))
  const sealed = new Set((rows.sealed.data ?? []).map(({ callId }) => callId))
  const silver = markedIn(rows.silver.data ?? [])
  const drafts = (rows.drafts.data ?? []).filter((draft) => draft.sessionId === sessionId)
  const isPraiseTold = rows.praise.data?.isPraiseTold ?? true
  const here = useQuery(currentSession).data
  const isRunning = session.data?.endedAt === null
  /** At another desk of the hub, once it is known what runs at this one. */
  const isElsewhere = isRunning && here !== undefined && here?.id !== sessionId
  const goOn = () => void navigate(isRunning ? `/listen/${sessionId}` : `/review/${sessionId}`)
  const chord = useChord('sessions.review')
  // From the call that is being heard: there it goes on.
  const { cameFrom } = (useLocation().state ?? {}) as { cameFrom?: string }
  const back = () => void navigate(cameFrom ?? `/sessions${useSessionsDesk.getState().left.search}`)
  useKeys('sessions', { 'sessions.review': () => (isElsewhere ? false : goOn()), 'sessions.back': back })
  useEffect(() => readSession(sessionId), [sessionId])

  const problem = session.error ?? calls.error ?? notes.error
  const retry = () => void Promise.all([session.refetch(), calls.refetch(), notes.refetch()])
  if (problem !== null) return <FailedState isPage {...failureOf(problem)} onRetry={retry} />
  if (session.data === undefined || calls.data === undefined || notes.data === undefined || !areRowsKnown)
    return <LoadingState />

  const { startedAt, endedAt, listenerName, seatNumber, roomId, noteCount } = session.data
  const { place: there, named } = roomOf({ roomId, startsAt: startedAt })
  const date = dateIn(startedAt, there.timeZone)
  const times = endedAt === null ? timeOfDay(startedAt, there) : timeRange(startedAt, endedAt, there)
  const facts = [
    `${fullDayName(date, place.language)} ${times}`,
    listenerName ?? t('nobody'),
    seatNumber === null ? t('walkUp') : named(t('seat', { number: seatNumber })),
    t('heard', { calls: calls.data.length, notes: gone.length > 0 ? noteCount : notes.data.length }),
  ]
  return (
    <div className="fill">
      <PageHeader
        title={t('one')}
        sub={facts.join(' · ')}
        actions={
          isElsewhere ? (
            <Badge tone="risk">{t('runningElsewhere')}</Badge>
          ) : (
            <Button tone="primary" chord={chord} onClick={goOn}>
              {isRunning ? t('backToListening') : t('review')}
            </Button>
          )
        }
      />
      <div className={styles.columns}>
        <Panel title={t('calls')} aside={t('readOnly')} fill flush>
          {calls.data.length === 0 ? (
            <EmptyState icon={<Headphones />} title={t('call.noneEver')} />
          ) : (
            <>
              <GoneWords gone={gone} />
              {isPraiseTold ? null : <QuietLine>{tAgents('session.withheld')}</QuietLine>}
              <SessionCalls
                place={there}
                calls={calls.data}
                notes={notes.data}
                drafts={drafts}
                types={types}
                sealed={sealed}
                silver={silver}
                gone={new Set(gone.flatMap(({ callId, kind }) => (kind === 'notes' ? [callId] : [])))}
                shown={{ noteId: search.get('note'), callId: search.get('call') }}
              />
            </>
          )}
        </Panel>
        <div className={styles.side}>
          <TicketsMade notes={notes.data} />
        </div>
      </div>
    </div>
  )
}
