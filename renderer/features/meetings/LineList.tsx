import { Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Meeting, MeetingLine } from '../../../shared/contract/meetings/meetings.ts'
import { ticketName } from '../../../shared/domain/tickets/ticket-name.ts'
import { dateTime, fullDateName } from '../../lib/formats.ts'
import { instantNow } from '../../lib/now.ts'
import { usePlace } from '../../lib/place-store.ts'
import { Badge } from '../../ui/Badge.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { MaskedWords } from '../../ui/MaskedWords.tsx'
import styles from './LineList.module.css'
import { beginLineEdit, useLineBoxes } from './line-box.ts'
import { removeLine } from './meetings.actions.ts'
import { UnsavedActs } from './UnsavedActs.tsx'

/** All lines as they are on the disk, and those that are on their way or were refused. */
export function LineList({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const sending = useLineBoxes((state) => state.sending).filter(
    ({ meetingId, lineId }) => meetingId === meeting.id && !meeting.lines.some(({ id }) => id === lineId),
  )
  if (meeting.lines.length + sending.length === 0)
    return <EmptyState title={t('lines.none')} hint={t('lines.noneHint')} />
  return (
    <ol className={styles.lines} aria-label={t('lines.title')}>
      {meeting.lines.map((line) => (
        <Row key={line.id} meeting={meeting} line={line} />
      ))}
      {sending.map((line) => (
        <li key={line.lineId} className={styles.line} data-failed={line.hasFailed || undefined}>
          <Words line={line} />
          <UnsavedActs line={line} canPutBack />
        </li>
      ))}
    </ol>
  )
}

function Row({ meeting, line }: { meeting: Meeting; line: MeetingLine }) {
  const { t } = useTranslation('meetings')
  const place = usePlace()
  const { outcome } = line
  return (
    <li className={styles.line}>
      <Words line={line} />
      {outcome === null ? (
        <span className={styles.acts}>
          <IconButton
            size="small"
            icon={<Pencil />}
            label={t('lines.edit')}
            onClick={() => beginLineEdit(meeting.id, line)}
          />
          <IconButton
            size="small"
            icon={<Trash2 />}
            label={t('lines.remove')}
            onClick={() => void removeLine({ meetingId: meeting.id, callId: meeting.callId }, line)}
          />
        </span>
      ) : outcome.ticket === null ? (
        <Badge tone="view">{t(outcome.what === 'decision' ? 'lines.decision' : 'lines.ticketGone')}</Badge>
      ) : (
        <Link className={styles.ticket} to={`/tickets/${outcome.ticket.id}`}>
          {ticketName(outcome.ticket.number)} · {dateTime(outcome.ticket.dueAt, place, instantNow())}
        </Link>
      )}
    </li>
  )
}

function Words({ line }: { line: Pick<MeetingLine, 'ownerName' | 'text' | 'dueOn'> }) {
  const { t } = useTranslation('meetings')
  const place = usePlace()
  return (
    <span className={styles.words}>
      <span className={styles.what}>
        <MaskedWords text={line.text} />
      </span>
      <span className={styles.who}>
        {line.ownerName ?? t('line.nobody')}
        {line.dueOn === null ? '' : ` · ${t('line.by', { day: fullDateName(line.dueOn, place.language) })}`}
      </span>
    </span>
  )
}
