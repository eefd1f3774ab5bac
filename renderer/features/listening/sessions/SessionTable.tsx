import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ListedSession } from '../../../../shared/contract/listening/sessions.ts'
import { dayOf, timeOfDay, timeRange } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { useWindowFirst } from '../../../lib/rows-in-window.ts'
import { useRowsStay } from '../../../lib/rows-stay.ts'
import { useHasRooms, useSeatRooms } from '../../../lib/seat-rooms.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { MaskedWords } from '../../../ui/MaskedWords.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './SessionTable.module.css'
import { useSessionsDesk } from './sessions-desk.ts'

const ROW_HEIGHT = 40
/** Heading and the names of the columns. */
const ABOVE = 100

/** One session a line, all of it a link. `data-session` is what the walking keys go by. */
export function SessionTable({ sessions }: { sessions: readonly ListedSession[] }) {
  const { t } = useTranslation('sessions')
  const hasRooms = useHasRooms()
  // The focus goes to the one that was left for reading.
  const [leftId] = useState(() => useSessionsDesk.getState().left.sessionId)
  const leftAt = sessions.findIndex(({ id }) => id === leftId)
  const drawn = useWindowFirst(sessions, ROW_HEIGHT, ABOVE, leftAt)
  const list = useRef<HTMLUListElement>(null)
  const ids = useMemo(() => sessions.map(({ id }) => id), [sessions])
  useRowsStay(list, ids, 'data-session')
  return (
    <div className={styles.table} data-rooms={hasRooms || undefined}>
      <div className={`column-heads ${styles.head}`} aria-hidden="true">
        <span>{t('column.date')}</span>
        <span>{t('column.time')}</span>
        <span>{t('column.listener')}</span>
        <span className={styles.voice}>{t('column.firstVoice')}</span>
        <span>{t('column.seat')}</span>
        <span className="counted">{t('column.calls')}</span>
        <span className="counted">{t('column.notes')}</span>
        <span className="counted">{t('column.tickets')}</span>
        <span />
      </div>
      <ul ref={list} aria-label={t('list')}>
        {drawn.map((session) => (
          <li key={session.id}>
            <SessionLine session={session} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function SessionLine({ session }: { session: ListedSession }) {
  const { t } = useTranslation('sessions')
  const now = useNow(60_000)
  const { id, startedAt, endedAt, seatNumber, roomId, callCount, noteCount, ticketCount, halfDoneCount } = session
  const { place: there, named } = useSeatRooms()({ roomId, startsAt: startedAt })
  return (
    <Link className={styles.row} to={endedAt === null ? `/listen/${id}` : `/sessions/${id}`} data-session={id}>
      <span>{dayOf(startedAt, there, now)}</span>
      <span className="figures">
        {endedAt === null ? timeOfDay(startedAt, there) : timeRange(startedAt, endedAt, there)}
      </span>
      <span className={styles.listener}>
        {session.listenerName ?? t('nobody')}
        {session.purpose === 'answer' ? <Badge>{t('answer')}</Badge> : null}
        <span className={`ellipsis ${styles.department}`}>{session.listenerDepartment}</span>
      </span>
      <span className={`ellipsis ${styles.voice}`}>
        {session.firstVoice === null ? null : <MaskedWords text={session.firstVoice} />}
      </span>
      <span className="ellipsis">{seatNumber === null ? t('walkUp') : named(t('seat', { number: seatNumber }))}</span>
      <Count value={callCount} label={t('column.calls')} />
      <Count value={noteCount} label={t('column.notes')} />
      <Count value={ticketCount} label={t('column.tickets')} />
      <span className={styles.state}>
        {endedAt === null ? <Badge tone="risk">{t('running')}</Badge> : null}
        {halfDoneCount === 0 ? null : <Badge tone="soon">{t('halfDone', { number: halfDoneCount })}</Badge>}
      </span>
    </Link>
  )
}

/** Nought is quiet: what there is stands out. */
function Count({ value, label }: { value: number; label: string }) {
  return (
    <span className="counted" data-none={value === 0 || undefined}>
      <VisuallyHidden>{label} </VisuallyHidden>
      {value}
    </span>
  )
}
