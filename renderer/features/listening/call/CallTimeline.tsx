import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../../../shared/contract/listening/notes.ts'
import type { Call, CallGap } from '../../../../shared/contract/listening/sessions.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import { roughly } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { notesOfCall } from '../notes/notes.queries.ts'
import styles from './CallTimeline.module.css'
import { TimelineMarks } from './TimelineMarks.tsx'
import { scaleFor } from './timeline-scale.ts'
import { useElapsedMs } from './use-call-clock.ts'

/** The call as a line with its notes on it, each where it was heard, and the stretches in which nothing could be. */
export function CallTimeline({
  call,
  onPick,
  onRestamp,
}: {
  call: Call
  onPick: (note: Note) => void
  onRestamp: (note: Note, offsetMs: number) => void
}) {
  const { t } = useTranslation('listen')
  const elapsedMs = useElapsedMs(call)
  const { lengthMs, ticksMs } = scaleFor(elapsedMs)
  const share = (ms: number) => `${Math.min(100, (ms / lengthMs) * 100)}%`
  return (
    <section className={styles.timeline} aria-label={t('timeline.region')}>
      <div className={styles.line}>
        <div
          className={styles.heard}
          style={{ width: share(elapsedMs) }}
          data-live={call.endedAt === null || undefined}
        />
        {call.gaps.map((gap) => (
          <Gap
            key={gap.fromMs}
            callId={call.id}
            gap={gap}
            left={share(gap.fromMs)}
            width={share(gap.toMs - gap.fromMs)}
          />
        ))}
        <TimelineMarks callId={call.id} lineMs={lengthMs} onPick={onPick} onRestamp={onRestamp} />
      </div>
      <div className={styles.scale} aria-hidden="true">
        {ticksMs.map((tickMs) => (
          <span key={tickMs}>{timecode(tickMs)}</span>
        ))}
      </div>
    </section>
  )
}

function Gap({ callId, gap, left, width }: { callId: Id; gap: CallGap; left: string; width: string }) {
  const { t } = useTranslation('listen')
  // Words under marks can be read by nobody; the stretch itself stays to be seen, and says it to the pointer.
  const hasMarks = useQuery({
    ...notesOfCall(callId),
    select: (notes) => notes.some(({ offsetMs }) => offsetMs >= gap.fromMs && offsetMs <= gap.toMs),
  }).data
  const { language } = usePlace()
  const lengthMs = gap.toMs - gap.fromMs
  const length = lengthMs < 60_000 ? timecode(lengthMs) : roughly(lengthMs, language)
  const words = t(`timeline.gap.${gap.reason}`, { length })
  return (
    <span
      role="img"
      className={styles.gap}
      style={{ left, width }}
      title={t('timeline.gapAt', { gap: words, from: timecode(gap.fromMs), to: timecode(gap.toMs) })}
      aria-label={words}
    >
      {hasMarks === true ? null : (
        <span className={styles.gapWords} aria-hidden="true">
          {words}
        </span>
      )}
    </span>
  )
}
