import { useTranslation } from 'react-i18next'
import type { Note } from '../../../shared/contract/notes.ts'
import type { Call } from '../../../shared/contract/sessions.ts'
import { timecode } from '../../lib/formats.ts'
import { useNow } from '../../lib/now.ts'
import styles from './CallTimeline.module.css'
import { elapsedMs } from './call-clock.ts'

/** A short call would put its first notes far apart; the line is at least this long. */
const SHORTEST_LINE_MS = 120_000

/** The call as a line with its notes on it, each where it was heard. */
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
  const lengthMs = elapsedMs(call, Date.parse(useNow(1_000)))
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
