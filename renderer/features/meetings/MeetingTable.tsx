import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ListedMeeting } from '../../../shared/contract/meetings/meetings.ts'
import { dateTime } from '../../lib/formats.ts'
import { heardPlace } from '../../lib/heard-place.ts'
import { instantNow } from '../../lib/now.ts'
import { usePlace } from '../../lib/place-store.ts'
import { Badge } from '../../ui/Badge.tsx'
import { AttendeeNames } from './AttendeeNames.tsx'
import styles from './MeetingTable.module.css'

/** One meeting a line, all of it a link. */
export function MeetingTable({ meetings }: { meetings: readonly ListedMeeting[] }) {
  const { t } = useTranslation('meetings')
  return (
    <div>
      <div className={`column-heads ${styles.head}`} aria-hidden="true">
        <span>{t('column.when')}</span>
        <span>{t('column.call')}</span>
        <span>{t('column.attendees')}</span>
        <span className="counted">{t('column.lines')}</span>
        <span className="counted">{t('column.open')}</span>
        <span />
      </div>
      <ul className={styles.rows} aria-label={t('page.title')}>
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <Row meeting={meeting} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Row({ meeting }: { meeting: ListedMeeting }) {
  const { t } = useTranslation('meetings')
  const { there, clock } = heardPlace(usePlace(), meeting.startedAt, meeting.heardZone)
  return (
    <Link className={styles.row} to={`/meetings/${meeting.callId}`} data-meeting={meeting.id}>
      <span>{dateTime(meeting.startedAt, there, instantNow()) + clock}</span>
      <span className="ellipsis">
        {t('call', { number: meeting.callNumber })}
        {meeting.callReference === null ? '' : ` · ${meeting.callReference}`}
      </span>
      <span className="ellipsis">
        <AttendeeNames meeting={meeting} />
      </span>
      <span className="counted">{meeting.lineCount}</span>
      <span className="counted" data-none={meeting.openCount === 0 || undefined}>
        {meeting.openCount}
      </span>
      <span className={styles.state}>
        {meeting.closedAt === null ? <Badge tone="risk">{t('running')}</Badge> : null}
        {meeting.isSolvedOnTheSpot === true ? <Badge tone="accent">{t('solved.is')}</Badge> : null}
      </span>
    </Link>
  )
}
