import { Timer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'
import { meetingTime } from '../../../shared/domain/meetings/meeting-clock.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './MeetingClockFace.module.css'
import { useMeetingClock } from './meeting-time.ts'

/** The time that is left of a meeting; a quiet sign with five minutes and with none, told once each to who cannot see it. */
export function MeetingClockFace({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const clock = useMeetingClock(meeting)
  const isOver = meeting.closedAt !== null
  return (
    <span className={styles.face} data-state={isOver ? undefined : clock.state}>
      <Timer aria-hidden="true" />
      <span className={styles.time} role="timer" aria-label={t(isOver ? 'clock.took' : 'clock.label')}>
        {isOver ? t('clock.ran', { minutes: Math.max(1, Math.round(meeting.elapsedMs / 60_000)) }) : meetingTime(clock)}
      </span>
      {isOver || clock.state === 'runs' ? null : <span>{t(`clock.${clock.state}`)}</span>}
      <VisuallyHidden>
        <span role="status">{isOver || clock.state === 'runs' ? '' : t(`clock.${clock.state}`)}</span>
      </VisuallyHidden>
    </span>
  )
}
