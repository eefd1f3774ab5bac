import { useQuery } from '@tanstack/react-query'
import { Lock, MessageSquareQuote } from 'lucide-react'
import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { issueTypes } from '../../../lib/common-queries.ts'
import { isComposing } from '../../../lib/composition.ts'
import { failureOf } from '../../../lib/errors.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { masksOf, mayBeMistaken } from '../../../ui/masked-parts.ts'
import styles from './NoteList.module.css'
import { NoteRun } from './NoteRun.tsx'
import { emptyBox, useNoteBoxes } from './note-box.ts'
import { sendAgain } from './notes.actions.ts'
import { notesOfCall } from './notes.queries.ts'
import { type ShownNote, shownNotes } from './shown-notes.ts'
import { typedAs } from './typed-words.ts'

/** The same each time, or every note is drawn anew. */
export interface NoteListProps {
  callId: Id
  /** The call is over and sealed: that nothing is to be read here is no empty list. */
  isPutAway: boolean
  onEdit: (note: Note) => void
  onRemove: (note: Note) => void
  onRestamp: (note: Note, offsetMs: number) => Promise<void>
  /** Puts a note that was not stored back in the box. */
  onTakeUp: (noteId: Id) => void
  /** «Not personal»: takes the mask back that stands at this place of the stored words. */
  onUnmask: (note: Note, at: number) => void
}

/** The notes of one call by second, those on their way included. */
export const NoteList = memo(function NoteList({ callId, isPutAway, ...on }: NoteListProps) {
  const { onEdit, onRemove, onRestamp, onTakeUp, onUnmask } = on
  const { t } = useTranslation('listen')
  const notes = useQuery(notesOfCall(callId))
  const types = useQuery(issueTypes).data
  const sending = useNoteBoxes((state) => state.sending)
  const editingNoteId = useNoteBoxes((state) => (state.boxes[callId] ?? emptyBox).editingNoteId)
  const list = useRef<HTMLDivElement>(null)
  const shown = shownNotes(
    notes.data ?? [],
    sending.filter((note) => note.callId === callId),
  )
  const newest = shown.at(-1)?.id
  const typeById = useMemo(() => new Map(types?.map((type) => [type.id as string | null, type])), [types])
  const act = useMemo(() => {
    const withStored = (then: (note: Note) => void) => (note: ShownNote) => note.stored && then(note.stored)
    return {
      onEdit: withStored(onEdit),
      onRemove: withStored(onRemove),
      onRestamp: async ({ stored }: ShownNote, offsetMs: number) => {
        if (stored !== null) await onRestamp(stored, offsetMs)
      },
      onTakeUp: ({ id }: ShownNote) => onTakeUp(id),
      onSendAgain: sendAgain,
      onUnmask: ({ stored }: ShownNote, at: number) => stored && onUnmask(stored, at),
    }
  }, [onEdit, onRemove, onRestamp, onTakeUp, onUnmask])
  useKeys('listen', {
    // Of the note that has the focus, else of the one that was written last.
    'listen.notPersonal': () => {
      const focused = document.activeElement?.closest<HTMLElement>('[data-note-id]')?.dataset.noteId
      const known = (notes.data ?? []).filter((note) => typedAs(note) !== null && note.id !== editingNoteId)
      const last = known.reduce<Note | undefined>(
        (late, note) => (late && late.createdAt > note.createdAt ? late : note),
        undefined,
      )
      const note = known.find(({ id }) => id === focused) ?? last
      const at = note && masksOf(note.text).findLast(({ kind }) => mayBeMistaken(kind))?.at
      if (note === undefined || at === undefined) return false
      onUnmask(note, at)
    },
  })

  useEffect(() => {
    if (newest === undefined || list.current === null) return
    // The note just taken is what the eye looks for. Within the list alone: the page would go along, and its clock out of sight.
    const toItsEnd = () => {
      if (list.current !== null) list.current.scrollTop = list.current.scrollHeight
    }
    toItsEnd()
    // Notes that come into sight above it are laid out only then, and are as tall as they are and not as they were taken for.
    let frame = requestAnimationFrame(() => {
      toItsEnd()
      frame = requestAnimationFrame(toItsEnd)
    })
    return () => cancelAnimationFrame(frame)
  }, [newest])

  if (notes.isError) return <FailedState {...failureOf(notes.error)} onRetry={() => void notes.refetch()} />
  if (shown.length === 0 && notes.isPending) return <LoadingState />
  if (shown.length === 0 && isPutAway)
    return <EmptyState icon={<Lock />} title={t('notes.sealed')} hint={t('notes.sealedHint')} />
  if (shown.length === 0)
    return <EmptyState icon={<MessageSquareQuote />} title={t('notes.none')} hint={t('notes.noneHint')} />

  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event) || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-note-id]')]
    const at = items.findIndex((item) => item.contains(document.activeElement))
    items[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a list of runs of items, which ul and li cannot be
    <div ref={list} role="list" className={styles.list} aria-label={t('notes.region')} onKeyDown={walk}>
      {runsOf(shown).map((run) => (
        <NoteRun
          key={run.number}
          notes={run.notes}
          types={typeById}
          editingNoteId={run.notes.some(({ id }) => id === editingNoteId) ? editingNoteId : null}
          {...act}
        />
      ))}
    </div>
  )
})

/** A few more than are in sight at once. */
const RUN = 20

const runsOf = (notes: readonly ShownNote[]) =>
  Array.from({ length: Math.ceil(notes.length / RUN) }, (_, number) => ({
    number,
    notes: notes.slice(number * RUN, (number + 1) * RUN),
  }))
