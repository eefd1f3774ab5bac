import { memo, type RefObject, startTransition, useEffect, useRef, useState } from 'react'
import type { IssueType } from '../../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { NoteItem, type NoteItemProps } from './NoteItem.tsx'
import styles from './NoteList.module.css'
import type { ShownNote } from './shown-notes.ts'

export interface NoteRunProps
  extends Pick<NoteItemProps, 'onEdit' | 'onRemove' | 'onRestamp' | 'onSendAgain' | 'onTakeUp' | 'onUnmask'> {
  notes: readonly ShownNote[]
  types: ReadonlyMap<string | null, IssueType>
  /** Of this run; null when none of its notes is in the box. */
  editingNoteId: Id | null
}

const isSame = (before: NoteRunProps, now: NoteRunProps): boolean =>
  before.notes.length === now.notes.length &&
  before.notes.every((note, index) => note === now.notes[index]) &&
  before.types === now.types &&
  before.editingNoteId === now.editingNoteId &&
  before.onEdit === now.onEdit

/**
 * A stretch of a long list, drawn anew only when a note of its own changed. Out of sight the browser neither lays it out nor paints
 * it; its words stay in the page all the same, to be walked by keys, read out and found. Its buttons do not: every element of the page
 * costs each key a little.
 */
export const NoteRun = memo(function NoteRun({ notes, types, editingNoteId, ...act }: NoteRunProps) {
  const run = useRef<HTMLDivElement>(null)
  const isNear = useNearness(run)
  return (
    <div ref={run} className={styles.run} role="none">
      {notes.map((note) => (
        <NoteItem
          key={note.id}
          note={note}
          type={types.get(note.issueTypeId)}
          isBeingEdited={note.id === editingNoteId}
          isNear={isNear}
          {...act}
        />
      ))}
    </div>
  )
}, isSame)

/** Whether the browser draws it: in sight or about to be, in focus, found. A browser that does not say so draws everything. */
function useNearness(element: RefObject<HTMLElement | null>): boolean {
  const [isNear, setIsNear] = useState(true)
  useEffect(() => {
    const { current } = element
    const changed = (event: Event) => {
      const { skipped } = event as ContentVisibilityAutoStateChangeEvent
      if (skipped) startTransition(() => setIsNear(false))
      else setIsNear(true)
    }
    current?.addEventListener('contentvisibilityautostatechange', changed)
    return () => current?.removeEventListener('contentvisibilityautostatechange', changed)
  }, [element])
  return isNear
}
