import { useTranslation } from 'react-i18next'
import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'
import { meetingTime } from '../../../shared/domain/meetings/meeting-clock.ts'
import { useChord } from '../../lib/use-keys.tsx'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { PageBar, PageBarAct, PageBarLine } from '../../ui/PageBar.tsx'
import styles from './MeetingBar.module.css'
import { useMeetingClock } from './meeting-time.ts'

/** A meeting that was left open runs on: this line says so on every other page, and leads back. */
export function MeetingBar({ meeting, onOpen }: { meeting: Meeting; onOpen: () => void }) {
  const { t } = useTranslation('meetings')
  const clock = useMeetingClock(meeting)
  const chord = useChord('meetings.open')
  return (
    <PageBar runsOn label={t('page.title')}>
      <PageBarLine tone={TONES[clock.state]} words={t('bar.runs', { number: meeting.callNumber })}>
        <span className={styles.time} role="timer">
          {meetingTime(clock)}
        </span>
        <span role="status">{clock.state === 'runs' ? '' : t(`clock.${clock.state}`)}</span>
        <PageBarAct isLast onPress={onOpen}>
          {t('bar.back')} <KeyCap chord={chord} quiet />
        </PageBarAct>
      </PageBarLine>
    </PageBar>
  )
}

const TONES = { runs: 'accent', soon: 'soon', over: 'risk' } as const
