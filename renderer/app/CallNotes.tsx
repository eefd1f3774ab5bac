import { useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Call } from '../../shared/contract/listening/sessions.ts'
import { CallTimeline } from '../features/listening/call/CallTimeline.tsx'
import { markMs } from '../features/listening/call/call-clock.ts'
import { NoteComposer } from '../features/listening/notes/NoteComposer.tsx'
import { NoteList } from '../features/listening/notes/NoteList.tsx'
import { notesOfCall } from '../features/listening/notes/notes.queries.ts'
import { useSettings } from '../lib/settings.ts'
import styles from './CallNotes.module.css'
import { useNoteActs } from './use-note-acts.ts'

/** One call's notes: box, timeline, list. Says what came of each act; the words themselves stay where they were typed. */
export function CallNotes({ call, boxRef }: { call: Call; boxRef: RefObject<HTMLTextAreaElement | null> }) {
  const { t } = useTranslation('listen')
  const notes = useQuery(notesOfCall(call.id)).data ?? []
  const reactionLagMs = useSettings()?.reactionLagMs ?? 0
  const act = useNoteActs(call.id, notes, boxRef)

  return (
    <div className={styles.notes}>
      <NoteComposer
        callId={call.id}
        offsetNow={() => markMs(call, reactionLagMs)}
        boxRef={boxRef}
        onSave={() => void act.save()}
        onUndo={() => void act.undo()}
        onRedo={() => void act.redo()}
        onCancelEdit={act.cancelEdit}
        onEditLast={() => {
          const last = notes.at(-1)
          if (last !== undefined) void act.edit(last)
        }}
      />
      <section className={styles.list} aria-label={t('notes.title')}>
        <CallTimeline call={call} notes={notes} onPick={(note) => void act.edit(note)} />
        <div className={styles.scroll}>
          <NoteList
            callId={call.id}
            onEdit={(note) => void act.edit(note)}
            onRemove={(note) => void act.remove(note)}
            onTakeUp={act.takeUp}
          />
        </div>
      </section>
    </div>
  )
}
