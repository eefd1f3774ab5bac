import { useTranslation } from 'react-i18next'
import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'
import { meetingTime } from '../../../shared/domain/meetings/meeting-clock.ts'
import { useChord } from '../../lib/use-keys.tsx'
import { KeyCap } from '../../ui/KeyCap.tsx'
import styles from './MeetingBar.module.css'
import { useMeetingClock } from './meeting-time.ts'

/** A meeting that was left open runs on: this line says so on every other page, and leads back. */
export function MeetingBar({ meeting, onOpen }: { meeting: Meeting; onOpen: () => void }) {
  const { t } = useTranslation('meetings')
  const clock = useMeetingClock(meeting)
  const chord = useChord('meetings.open')
  return (
    <section className={styles.bar} data-state={clock.state} aria-label={t('page.title')}>
      <span className="ellipsis">{t('bar.runs', { number: meeting.callNumber })}</span>
      <span className={styles.time} role="timer">
        {meetingTime(clock)}
      </span>
      <span role="status">{clock.state === 'runs' ? '' : t(`clock.${clock.state}`)}</span>
      <button type="button" className={styles.act} onClick={onOpen}>
        {t('bar.back')} <KeyCap chord={chord} quiet />
      </button>
    </section>
  )
}
