import { useQuery } from '@tanstack/react-query'
import { MessageSquareQuote } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { issueTypes } from '../../../lib/common-queries.ts'
import { isComposing } from '../../../lib/composition.ts'
import { failureOf } from '../../../lib/errors.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { NoteItem, type ShownNote } from './NoteItem.tsx'
import styles from './NoteList.module.css'
import { emptyBox, type SendingNote, useNoteBoxes } from './note-box.ts'
import { sendAgain } from './notes.actions.ts'
import { notesOfCall } from './notes.queries.ts'

export interface NoteListProps {
  callId: Id
  onEdit: (note: Note) => void
  onRemove: (note: Note) => void
  /** Puts a note that was not stored back in the box. */
  onTakeUp: (noteId: Id) => void
}

/** The notes of one call by second, those on their way included. */
export function NoteList({ callId, onEdit, onRemove, onTakeUp }: NoteListProps) {
  const { t } = useTranslation('listen')
  const notes = useQuery(notesOfCall(callId))
  const types = useQuery(issueTypes).data ?? []
  const sending = useNoteBoxes((state) => state.sending)
  const editingNoteId = useNoteBoxes((state) => (state.boxes[callId] ?? emptyBox).editingNoteId)
  const list = useRef<HTMLUListElement>(null)
  const shown = shownNotes(
    notes.data ?? [],
    sending.filter((note) => note.callId === callId),
  )
  const newest = shown.at(-1)?.id

  useEffect(() => {
    // The note just taken is what the eye looks for.
    if (newest !== undefined) list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' })
  }, [newest])

  if (notes.isError) return <FailedState {...failureOf(notes.error)} onRetry={() => void notes.refetch()} />
  if (notes.isPending) return <LoadingState />
  if (shown.length === 0)
    return <EmptyState icon={<MessageSquareQuote />} title={t('notes.none')} hint={t('notes.noneHint')} />

  const walk = (event: KeyboardEvent<HTMLUListElement>) => {
    if (isComposing(event) || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    const items = [...event.currentTarget.children].filter((child) => child instanceof HTMLElement)
    const at = items.findIndex((item) => item.contains(document.activeElement))
    items[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
    event.preventDefault()
  }

  const stored = new Map((notes.data ?? []).map((note) => [note.id, note]))
  const withStored = (id: Id, act: (note: Note) => void) => {
    const note = stored.get(id)
    if (note !== undefined) act(note)
  }
  return (
    <ul ref={list} className={styles.list} aria-label={t('notes.region')} onKeyDown={walk}>
      {shown.map((note) => (
        <NoteItem
          key={note.id}
          note={note}
          types={types}
          isBeingEdited={note.id === editingNoteId}
          onEdit={() => withStored(note.id, onEdit)}
          onRemove={() => withStored(note.id, onRemove)}
          onSendAgain={sendAgain}
          onTakeUp={() => onTakeUp(note.id)}
        />
      ))}
    </ul>
  )
}

function shownNotes(stored: readonly Note[], sending: readonly SendingNote[]): ShownNote[] {
  const known = new Set(stored.map((note) => note.id))
  const asShown: ShownNote[] = stored.map((note) => ({
    ...note,
    state: 'stored',
    isEdited: note.editedAt !== null,
    isQuoted: note.ticketId !== null,
  }))
  for (const note of sending) {
    if (known.has(note.noteId)) continue
    const state = note.hasFailed ? 'failed' : 'sending'
    asShown.push({ ...note, id: note.noteId, state, isEdited: false, isQuoted: false })
  }
  return asShown.sort((a, b) => a.offsetMs - b.offsetMs)
}
