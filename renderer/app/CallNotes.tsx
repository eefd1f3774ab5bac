import { useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../shared/contract/notes.ts'
import type { Call } from '../../shared/contract/sessions.ts'
import { ticketName } from '../../shared/domain/ticket-name.ts'
import { CallTimeline } from '../features/listening/CallTimeline.tsx'
import { markMs } from '../features/listening/call-clock.ts'
import { NoteComposer } from '../features/notes/NoteComposer.tsx'
import { NoteList } from '../features/notes/NoteList.tsx'
import { beginEdit, boxOf } from '../features/notes/note-box.ts'
import { dropDraft, removeNote, saveEdit, saveNote, undoNote } from '../features/notes/notes.actions.ts'
import { notesOfCall } from '../features/notes/notes.queries.ts'
import { failureOf } from '../lib/errors.ts'
import { useSettings } from '../lib/settings.ts'
import { ask } from '../ui/ask.ts'
import { notify, notifyFailure, notifySuccess } from '../ui/notices.ts'
import styles from './CallNotes.module.css'

/** One call's notes: box, timeline, list. Says what came of each act; the words themselves stay where they were typed. */
export function CallNotes({ call, boxRef }: { call: Call; boxRef: RefObject<HTMLTextAreaElement | null> }) {
  const { t } = useTranslation('listen')
  const notes = useQuery(notesOfCall(call.id)).data ?? []
  const reactionLagMs = useSettings()?.reactionLagMs ?? 0
  const focusBox = () => boxRef.current?.focus()

  const save = async () => {
    focusBox()
    if (boxOf(call.id).editingNoteId === null) return void saveNote(call.id)
    const answer = await ask(saveEdit(call.id))
    if (answer === null || answer.ok) return
    if (answer.code === 'empty') notify({ tone: 'info', title: t('note.cannotBeEmpty') })
    else if (answer.code === 'last_voice') tellQuoted(answer.detail.ticketNumber)
    else notifyFailure(failureOf(answer))
  }
  const undo = async () => {
    const answer = await ask(undoNote(call.id))
    if (answer === null) return
    if (answer.ok) notifySuccess(t(`note.undone.${answer.value.undone}`))
    else if (answer.code === 'quoted') tellQuoted(answer.detail.ticketNumber)
    else notify({ tone: 'info', title: t('note.nothingToUndo') })
  }
  const remove = async (note: Note) => {
    const answer = await ask(removeNote(note.id))
    focusBox()
    if (answer === null) return
    if (answer.ok) notifySuccess(t('note.removed'), { undo: () => void undo() })
    else if (answer.code === 'quoted') tellQuoted(answer.detail.ticketNumber)
    else notifyFailure(failureOf(answer))
  }
  const tellQuoted = (ticketNumber: number) =>
    notify({ tone: 'info', title: t('note.inTicket', { number: ticketName(ticketNumber) }) })
  const edit = (note: Note) => {
    // Words not yet saved would be overwritten: they are saved as their own note first.
    if (boxOf(call.id).editingNoteId === null) saveNote(call.id)
    beginEdit(note)
    focusBox()
  }
  const cancelEdit = () => {
    void dropDraft(call.id)
    focusBox()
  }

  return (
    <div className={styles.notes}>
      <NoteComposer
        callId={call.id}
        offsetNow={() => markMs(call, reactionLagMs)}
        boxRef={boxRef}
        onSave={() => void save()}
        onUndo={() => void undo()}
        onCancelEdit={cancelEdit}
        onEditLast={() => {
          const last = notes.at(-1)
          if (last !== undefined) edit(last)
        }}
      />
      <section className={styles.list} aria-label={t('notes.title')}>
        <CallTimeline call={call} notes={notes} onPick={edit} />
        <div className={styles.scroll}>
          <NoteList callId={call.id} onEdit={edit} onRemove={(note) => void remove(note)} />
        </div>
      </section>
    </div>
  )
}
