import { HandHeart, HeartPulse, Lock, PhoneForwarded, PhoneOff, Square } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Call } from '../../../../shared/contract/listening/sessions.ts'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import { roughly } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import styles from './CallHeader.module.css'
import { ReferenceField } from './ReferenceField.tsx'
import { useElapsedMs } from './use-call-clock.ts'

export interface CallHeaderProps {
  /** The call whose notes are shown; null before the first call. */
  call: Call | null
  /** The next call, which main has not begun yet. */
  coming: Call | null
  /** Main was asked for it and has not answered; else it could not be begun. */
  isBeginning: boolean
  isLive: boolean
  /** Of the call that began elsewhere while a sentence about this one was being written; null: none did. */
  liveNumber: number | null
  onNextCall: () => void
  onEndCall: () => void
  onEndSession: () => void
  onReferenceDone: () => void
  /** The life channel sealed it: nothing tells of it but this seat, as long as it is heard. */
  isSealed: boolean
  /** Marked as one of silver-hair service. */
  isSilver: boolean
  /** Who the agent was, where somebody says so. */
  agent?: ReactNode
  /** Somebody cries for help. */
  onRed: () => void
}

/** The clock that is read from a metre away, and the three things done between calls. */
export function CallHeader({
  call,
  coming,
  isBeginning,
  isLive,
  liveNumber,
  onNextCall,
  onEndCall,
  onEndSession,
  onReferenceDone,
  isSealed,
  isSilver,
  agent,
  onRed,
}: CallHeaderProps) {
  const { t } = useTranslation('listen')
  return (
    <header className={styles.header}>
      <CallTimer call={call} />
      <div className={styles.about}>
        <p className={styles.state} data-live={isLive || undefined}>
          {call === null
            ? coming === null
              ? t('call.none')
              : t(isBeginning ? 'call.coming' : 'call.notBegun', { number: coming.number })
            : isLive
              ? t('call.live', { number: call.number })
              : t('call.over', { number: call.number })}
          {isSealed ? (
            <Badge tone="risk" icon={<Lock aria-hidden="true" />}>
              {t('call.sealed')}
            </Badge>
          ) : null}
          {isSilver ? (
            <Badge tone="accent" icon={<HandHeart aria-hidden="true" />}>
              {t('call.silver')}
            </Badge>
          ) : null}
          {call === null ? null : <Unheard call={call} />}
          {liveNumber === null ? null : (
            <output className={styles.hint}>{t('call.waitsForSentence', { number: liveNumber })}</output>
          )}
        </p>
        {call === null ? (
          <p className={styles.hint}>
            {coming === null ? t('call.noneHint') : t(isBeginning ? 'call.comingHint' : 'call.notBegunHint')}
          </p>
        ) : (
          <div className={styles.fields}>
            <ReferenceField key={call.id} call={call} onDone={onReferenceDone} />
            {agent}
          </div>
        )}
      </div>
      <div className={styles.acts}>
        <Button
          tone="primary"
          size="large"
          icon={<PhoneForwarded aria-hidden="true" />}
          chord={useChord('listen.nextCall')}
          onClick={onNextCall}
        >
          {call === null && coming === null ? t('call.first') : t('call.next')}
        </Button>
        <Button tone="danger" icon={<HeartPulse aria-hidden="true" />} chord={useChord('life.raise')} onClick={onRed}>
          {t('call.red')}
        </Button>
        <div className={styles.lesser}>
          <Button
            size="small"
            tone="quiet"
            icon={<PhoneOff aria-hidden="true" />}
            chord={useChord('listen.endCall')}
            onClick={onEndCall}
            disabled={!isLive}
          >
            {t('call.end')}
          </Button>
          <Button
            size="small"
            tone="quiet"
            icon={<Square aria-hidden="true" />}
            chord={useChord('listen.endSession')}
            onClick={onEndSession}
          >
            {t('session.end')}
          </Button>
        </div>
      </div>
    </header>
  )
}

/** Its own component, so that the beat of the clock repaints nothing else on the live screen. */
function CallTimer({ call }: { call: Call | null }) {
  const { t } = useTranslation('listen')
  return (
    <div
      className={styles.timer}
      role="timer"
      aria-label={t('call.timer')}
      data-idle={call === null || call.endedAt !== null || undefined}
    >
      {call === null ? '00:00' : <RunningTime call={call} />}
    </div>
  )
}

const RunningTime = ({ call }: { call: Call }) => timecode(useElapsedMs(call))

/** The clock goes on while nobody can hear: it says how much of it that was. */
function Unheard({ call }: { call: Call }) {
  const { t } = useTranslation('listen')
  const { language } = usePlace()
  const unheardMs = call.gaps.reduce((sum, gap) => sum + gap.toMs - gap.fromMs, 0)
  if (unheardMs < 60_000) return null
  return <span className={styles.hint}>{t('call.unheard', { length: roughly(unheardMs, language) })}</span>
}
