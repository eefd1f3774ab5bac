import { memo, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Call } from '../../shared/contract/listening/sessions.ts'
import { lagInUse } from '../../shared/domain/listening/reaction-lag.ts'
import { CallTimeline } from '../features/listening/call/CallTimeline.tsx'
import { markMs } from '../features/listening/call/call-clock.ts'
import { NoteComposer } from '../features/listening/notes/NoteComposer.tsx'
import { NoteList } from '../features/listening/notes/NoteList.tsx'
import { useSettings } from '../lib/settings.ts'
import styles from './CallNotes.module.css'
import { useNoteActs } from './use-note-acts.ts'

/**
 * One call's notes: box, timeline, list. Says what came of each act; the words themselves stay where they were typed. Each part
 * watches what it shows: a key draws the box alone, a saved note its own line.
 */
export const CallNotes = memo(function CallNotes({
  call,
  isPutAway = false,
  boxRef,
}: {
  call: Call
  /** What was written of it lies under the seal. */
  isPutAway?: boolean
  boxRef: RefObject<HTMLTextAreaElement | null>
}) {
  const { t } = useTranslation('listen')
  const settings = useSettings()
  const lagMs = settings === undefined ? 0 : lagInUse(settings)
  const act = useNoteActs(call.id, boxRef)

  return (
    <div className={styles.notes}>
      <NoteComposer
        callId={call.id}
        offsetNow={() => markMs(call, lagMs)}
        boxRef={boxRef}
        onSave={act.save}
        onUndo={act.undo}
        onRedo={act.redo}
        onCancelEdit={act.cancelEdit}
        onEditLast={act.editLast}
      />
      <section className={`pane ${styles.list}`} aria-label={t('notes.title')}>
        <CallTimeline call={call} onPick={act.edit} onRestamp={act.restamp} />
        <div className={styles.scroll}>
          <NoteList
            callId={call.id}
            isPutAway={isPutAway}
            onEdit={act.edit}
            onRemove={act.remove}
            onRestamp={act.restamp}
            onTakeUp={act.takeUp}
            onUnmask={act.unmask}
          />
        </div>
      </section>
    </div>
  )
})
