import { memo, type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../../../shared/contract/listening/notes.ts'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import styles from './TimelineMarks.module.css'

export interface MarkProps {
  note: Note
  /** What the whole line stands for. */
  lineMs: number
  onPick: (note: Note) => void
  onRestamp: (note: Note, offsetMs: number) => void
}

/** Less is the tremble of a press. */
const SHORTEST_DRAG_PX = 4

/** One note on the line: pressed it goes into the box, drawn along the line it gets another second. */
export const Mark = memo(function Mark({ note, lineMs, onPick, onRestamp }: MarkProps) {
  const { t } = useTranslation('listen')
  const [drawnMs, setDrawnMs] = useState<number | null>(null)
  const from = useRef<number | null>(null)
  const wasDrawn = useRef(false)
  const atMs = drawnMs ?? note.offsetMs
  const [time, kind] = [timecode(atMs), t(`kind.${note.kind}`)]

  const moved = (event: PointerEvent<HTMLButtonElement>) => {
    if (from.current === null) return
    if (drawnMs === null && Math.abs(event.clientX - from.current) < SHORTEST_DRAG_PX) return
    wasDrawn.current = true
    const line = event.currentTarget.parentElement?.getBoundingClientRect()
    if (line === undefined || line.width === 0) return
    setDrawnMs(Math.round(Math.min(1, Math.max(0, (event.clientX - line.left) / line.width)) * lineMs))
  }
  const letGo = () => {
    from.current = null
    setDrawnMs(null)
  }
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.mark}
      data-kind={note.kind}
      data-drawn={drawnMs === null ? undefined : ''}
      style={{ left: `${Math.min(100, (atMs / lineMs) * 100)}%` }}
      title={t('timeline.markHint', { time, kind })}
      aria-label={t('timeline.mark', { time, kind })}
      // The focus stays with the words that are being written; a mark that joins a crowd would lose it to nobody.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = event.clientX
        wasDrawn.current = false
      }}
      onPointerMove={moved}
      onPointerUp={() => {
        if (drawnMs !== null && drawnMs !== note.offsetMs) onRestamp(note, drawnMs)
        letGo()
      }}
      onPointerCancel={letGo}
      onClick={() => {
        if (!wasDrawn.current) onPick(note)
      }}
    >
      {drawnMs === null ? null : <output className={styles.drawn}>{time}</output>}
    </button>
  )
})
