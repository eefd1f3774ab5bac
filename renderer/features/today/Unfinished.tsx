import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { HalfDone } from '../../../shared/contract/listening/notes.ts'
import type { Session } from '../../../shared/contract/listening/sessions.ts'
import { timecode } from '../../../shared/domain/listening/timecode.ts'
import { currentSession, halfDoneLines, halfDoneNotes } from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { dateIn, dayOf, type Place, timeOfDay } from '../../lib/formats.ts'
import { placeOfHalfDone } from '../../lib/half-done-place.ts'
import { heardPlace } from '../../lib/heard-place.ts'
import { instantNow, todayIn } from '../../lib/now.ts'
import { usePlace } from '../../lib/place-store.ts'
import { useSeatRooms } from '../../lib/seat-rooms.ts'
import { useChord } from '../../lib/use-keys.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { MaskedWords } from '../../ui/MaskedWords.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietLine } from '../../ui/QuietLine.tsx'
import { lastSessions } from './today.queries.ts'
import styles from './Unfinished.module.css'

/** Which session words are of: when it began, by the clock there, and who listened. */
type OfSession = Pick<HalfDone, 'sessionStartedAt' | 'heardZone' | 'listenerName'>

/** Beside the title: how many, and the key that opens the newest. */
function Waiting({ count }: { count: number }) {
  return (
    <>
      {count} <KeyCap chord={useChord('today.halfDone')} />
    </>
  )
}

/** What the last sessions left open: notes half done, and sessions, also those that go on, whose notes wait to become tickets. */
export function Unfinished() {
  const { t } = useTranslation('today')
  const place = usePlace()
  const roomOf = useSeatRooms()
  const thereOf = ({ roomId, startedAt }: Pick<Session, 'roomId' | 'startedAt'>) =>
    roomOf({ roomId, startsAt: startedAt }).place
  const drafts = useQuery(halfDoneNotes).data ?? []
  const lines = useQuery(halfDoneLines).data ?? []
  const running = useQuery(currentSession).data ?? null
  const newest = useQuery(lastSessions)
  const sessions = newest.data?.sessions ?? []
  // By the clock there: the house may have begun another day.
  const day = (at: string, there: Place) =>
    dateIn(at, there.timeZone) === todayIn(there) ? t('next.today') : dayOf(at, there, instantNow())
  const ofSession = ({ sessionStartedAt: at, heardZone, listenerName }: OfSession) => {
    const { there, clock } = heardPlace(place, at, heardZone)
    return `${day(at, there)} ${timeOfDay(at, there)}${clock} ${listenerName ?? ''}`.trimEnd()
  }
  return (
    <div className={styles.column}>
      <Panel
        title={t('halfDone.title')}
        aside={drafts.length + lines.length === 0 ? '' : <Waiting count={drafts.length + lines.length} />}
        flush
      >
        {drafts.length + lines.length === 0 && newest.isSuccess ? (
          <QuietLine>{newest.data.total === 0 ? t('halfDone.never') : t('halfDone.none')}</QuietLine>
        ) : null}
        <ul className={styles.list}>
          {drafts.map((draft) => (
            <ListRow key={draft.draftId} className={styles.row} to={placeOfHalfDone(draft, running?.id ?? null)}>
              <span className="ellipsis">{draft.text}</span>
              <span className={styles.detail}>
                {draft.sessionId === running?.id ? null : `${ofSession(draft)} · `}
                {t('halfDone.where', { number: draft.callNumber, time: timecode(draft.offsetMs) })}
              </span>
            </ListRow>
          ))}
          {lines.map((line) => (
            <ListRow key={line.draftId} className={styles.row} to={`/meetings/${line.callId}`}>
              <span className="ellipsis">{line.text}</span>
              <span className={styles.detail}>
                {line.sessionId === running?.id ? null : `${ofSession(line)} · `}
                {t('halfDone.meeting', { number: line.callNumber })}
              </span>
            </ListRow>
          ))}
        </ul>
      </Panel>
      <Panel title={t('sessions.title')} actions={<Link to="/sessions">{t('sessions.all')}</Link>} flush>
        {newest.isError ? <FailedState {...failureOf(newest.error)} onRetry={() => void newest.refetch()} /> : null}
        {newest.data?.total === 0 ? <QuietLine>{t('sessions.none')}</QuietLine> : null}
        <ul>
          {sessions.map((session) => (
            <ListRow
              key={session.id}
              className={styles.row}
              to={`/${session.id === running?.id ? 'listen' : 'sessions'}/${session.id}`}
            >
              <span className={styles.session}>
                <span className="ellipsis">
                  {day(session.startedAt, thereOf(session))}{' '}
                  <span className="figures">{timeOfDay(session.startedAt, thereOf(session))}</span>{' '}
                  {session.listenerName ?? ''}
                </span>
                <span className={styles.detail}>
                  {session.endedAt === null ? <Badge tone="risk">{t('sessions.running')}</Badge> : null}{' '}
                  {t('sessions.detail', { calls: session.callCount, notes: session.noteCount })}
                </span>
              </span>
              {session.firstVoice === null ? null : (
                <span className={`ellipsis ${styles.voice}`}>
                  <MaskedWords text={session.firstVoice} />
                </span>
              )}
            </ListRow>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
