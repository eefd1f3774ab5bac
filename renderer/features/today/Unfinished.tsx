import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { currentSession, halfDoneNotes } from '../../lib/common-queries.ts'
import { dateIn, dayName, timecode, timeOfDay } from '../../lib/formats.ts'
import { instantNow } from '../../lib/now.ts'
import { usePlace } from '../../lib/place-store.ts'
import { Panel } from '../../ui/Panel.tsx'
import { lastSessions } from './today.queries.ts'
import styles from './Unfinished.module.css'

/** What the last sessions left open: notes half done, and sessions whose notes wait to become tickets. */
export function Unfinished() {
  const { t } = useTranslation('today')
  const place = usePlace()
  const drafts = useQuery(halfDoneNotes).data ?? []
  const running = useQuery(currentSession).data ?? null
  const sessions = (useQuery(lastSessions).data?.sessions ?? []).filter((session) => session.endedAt !== null)
  const today = dateIn(instantNow(), place.timeZone)
  const day = (at: string) =>
    dateIn(at, place.timeZone) === today ? t('next.today') : dayName(dateIn(at, place.timeZone), place.language)
  return (
    <div className={styles.column}>
      <Panel title={t('halfDone.title')} aside={drafts.length === 0 ? '' : drafts.length} flush>
        {drafts.length === 0 ? <p className={styles.none}>{t('halfDone.none')}</p> : null}
        <ul>
          {drafts.slice(0, 4).map((draft) => (
            <li key={draft.draftId}>
              <Link
                className={styles.row}
                to={
                  draft.sessionId === running?.id
                    ? `/listen/${draft.sessionId}?call=${draft.callId}`
                    : `/review/${draft.sessionId}`
                }
              >
                <span className={styles.draft}>{draft.text}</span>
                <span className={styles.detail}>
                  {t('halfDone.where', { number: draft.callNumber, time: timecode(draft.offsetMs) })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('sessions.title')} flush>
        {sessions.length === 0 ? <p className={styles.none}>{t('sessions.none')}</p> : null}
        <ul>
          {sessions.slice(0, 4).map((session) => (
            <li key={session.id}>
              <Link className={styles.row} to={`/review/${session.id}`}>
                <span>
                  {day(session.startedAt)} <span className="figures">{timeOfDay(session.startedAt, place)}</span>{' '}
                  {session.listenerName ?? ''}
                </span>
                <span className={styles.detail}>
                  {t('sessions.detail', { calls: session.callCount, notes: session.noteCount })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
