import { useTranslation } from 'react-i18next'
import type { Note } from '../../../../shared/contract/listening/notes.ts'
import type { Call, CallGap } from '../../../../shared/contract/listening/sessions.ts'
import { roughly, timecode } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import styles from './CallTimeline.module.css'
import { useElapsedMs } from './use-call-clock.ts'

/** A short call would put its first notes far apart; the line is at least this long. */
const SHORTEST_LINE_MS = 120_000

/** The call as a line with its notes on it, each where it was heard, and the stretches in which nothing could be. */
export function CallTimeline({
  call,
  notes,
  onPick,
}: {
  call: Call
  notes: readonly Note[]
  onPick: (note: Note) => void
}) {
  const { t } = useTranslation('listen')
  const lengthMs = useElapsedMs(call)
  const scaleMs = Math.max(SHORTEST_LINE_MS, lengthMs)
  const share = (ms: number) => `${Math.min(100, (ms / scaleMs) * 100)}%`
  return (
    <section className={styles.timeline} aria-label={t('timeline.region')}>
      <div className={styles.line}>
        <div
          className={styles.heard}
          style={{ width: share(lengthMs) }}
          data-live={call.endedAt === null || undefined}
        />
        {call.gaps.map((gap) => (
          <Gap key={gap.fromMs} gap={gap} left={share(gap.fromMs)} width={share(gap.toMs - gap.fromMs)} />
        ))}
        {notes.map((note) => (
          <button
            key={note.id}
            type="button"
            tabIndex={-1}
            className={styles.mark}
            data-kind={note.kind}
            style={{ left: share(note.offsetMs) }}
            title={`${timecode(note.offsetMs)} ${t(`kind.${note.kind}`)}`}
            aria-label={t('timeline.mark', { time: timecode(note.offsetMs), kind: t(`kind.${note.kind}`) })}
            onClick={() => onPick(note)}
          />
        ))}
      </div>
      <div className={styles.scale} aria-hidden="true">
        {[0, 0.25, 0.5, 0.75, 1].map((part) => (
          <span key={part}>{timecode(scaleMs * part)}</span>
        ))}
      </div>
    </section>
  )
}

function Gap({ gap, left, width }: { gap: CallGap; left: string; width: string }) {
  const { t } = useTranslation('listen')
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
      <span className={styles.gapWords} aria-hidden="true">
        {words}
      </span>
    </span>
  )
}
