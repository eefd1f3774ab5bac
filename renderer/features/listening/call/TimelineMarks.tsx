import { useQuery } from '@tanstack/react-query'
import { memo, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import { Popover } from '../../../ui/Popover.tsx'
import { Timecode } from '../../../ui/Timecode.tsx'
import { notesOfCall } from '../notes/notes.queries.ts'
import { Mark } from './Mark.tsx'
import styles from './TimelineMarks.module.css'
import { groupsOf } from './timeline-scale.ts'

export interface TimelineMarksProps {
  callId: Id
  /** What the whole line stands for. */
  lineMs: number
  onPick: (note: Note) => void
  onRestamp: (note: Note, offsetMs: number) => void
}

/** The notes of a call on its line. The beat of the clock does not draw them anew. */
export const TimelineMarks = memo(function TimelineMarks({ callId, lineMs, onPick, onRestamp }: TimelineMarksProps) {
  const notes = useQuery(notesOfCall(callId)).data
  const groups = useMemo(() => groupsOf(notes ?? [], lineMs), [notes, lineMs])
  return groups.map((group) => {
    const [first] = group
    if (first === undefined) return null
    const left = `${Math.min(100, (first.offsetMs / lineMs) * 100)}%`
    return group.length === 1 ? (
      <Mark key={first.id} note={first} lineMs={lineMs} onPick={onPick} onRestamp={onRestamp} />
    ) : (
      <Crowd key={first.id} notes={group} left={left} onPick={onPick} />
    )
  })
})

/** Notes too near to be pressed one by one: how many, and on a press which. */
const Crowd = memo(
  function Crowd({ notes, left, onPick }: { notes: readonly Note[]; left: string; onPick: (note: Note) => void }) {
    const { t } = useTranslation('listen')
    const [isOpen, setIsOpen] = useState(false)
    const kinds = new Set(notes.map(({ kind }) => kind))
    const [from, to] = [timecode(notes[0]?.offsetMs ?? 0), timecode(notes.at(-1)?.offsetMs ?? 0)]
    const label = t('timeline.crowd', { from, to, count: notes.length })
    return (
      <Popover
        isOpen={isOpen}
        onChange={setIsOpen}
        label={label}
        width={320}
        target={
          <button
            type="button"
            tabIndex={-1}
            className={styles.mark}
            data-crowd
            data-kind={kinds.size === 1 ? notes[0]?.kind : undefined}
            style={{ left }}
            title={label}
            aria-label={label}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {notes.length}
          </button>
        }
      >
        <ul className={styles.crowd}>
          {notes.map((note) => (
            <li key={note.id}>
              <button
                type="button"
                className={styles.one}
                data-kind={note.kind}
                onClick={() => {
                  setIsOpen(false)
                  onPick(note)
                }}
              >
                <Timecode offsetMs={note.offsetMs} />
                <span className="ellipsis">{note.text}</span>
              </button>
            </li>
          ))}
        </ul>
      </Popover>
    )
  },
  (before, now) =>
    before.left === now.left &&
    before.onPick === now.onPick &&
    before.notes.length === now.notes.length &&
    before.notes.every((note, index) => note === now.notes[index]),
)
