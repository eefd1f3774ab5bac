import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type Ref, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoteKind } from '../../../shared/contract/notes.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { issueTypes } from '../../lib/common-queries.ts'
import { isComposing } from '../../lib/composition.ts'
import { useChord, useKeys } from '../../lib/use-keys.tsx'
import { Button } from '../../ui/Button.tsx'
import { Timecode } from '../../ui/Timecode.tsx'
import { unremembered } from '../../ui/unremembered.ts'
import { makeDraftKeeper } from './draft-keeper.ts'
import { IssueTypeRow } from './IssueTypeRow.tsx'
import { KindPicker } from './KindPicker.tsx'
import styles from './NoteComposer.module.css'
import {
  changeBox,
  digitPressed,
  emptyBox,
  restoreBox,
  stampAtFirstKeystroke,
  textChanged,
  useNoteBoxes,
} from './note-box.ts'
import { storeDraft } from './notes.actions.ts'
import { draftOfCall } from './notes.queries.ts'

export interface NoteComposerProps {
  callId: Id
  /** Milliseconds from the start of this call to now, less the reaction lag. Asked at each keystroke. */
  offsetNow: () => number
  boxRef: Ref<HTMLTextAreaElement>
  onSave: () => void
  onUndo: () => void
  onCancelEdit: () => void
  onEditLast: () => void
}

/** Writes one note. The stamp is the first keystroke; an input method's events never save, move or lose text. */
export function NoteComposer({
  callId,
  offsetNow,
  boxRef,
  onSave,
  onUndo,
  onCancelEdit,
  onEditLast,
}: NoteComposerProps) {
  const { t } = useTranslation('listen')
  const box = useNoteBoxes((state) => state.boxes[callId] ?? emptyBox)
  const types = useQuery(issueTypes).data ?? []
  const saveChord = useChord('listen.saveNote')
  const area = useRef<HTMLTextAreaElement>(null)
  const keeper = useMemo(() => makeDraftKeeper(() => void storeDraft(callId)), [callId])
  useRestoredDraft(callId, area)

  useEffect(() => {
    // The window may go without a warning; what waits for its pause is stored on the way out.
    window.addEventListener('pagehide', keeper.flush)
    return () => {
      window.removeEventListener('pagehide', keeper.flush)
      keeper.flush()
    }
  }, [keeper])

  const save = () => {
    keeper.drop()
    onSave()
  }

  useKeys('listen', {
    'listen.saveNote': save,
    'listen.kindVoice': () => pickKind('voice'),
    'listen.kindView': () => pickKind('view'),
    'listen.kindPraise': () => pickKind('praise'),
    'listen.kindRisk': () => pickKind('risk'),
    'listen.editLast': onEditLast,
    'listen.focusNote': () => area.current?.focus(),
    'listen.undo': () => (box.text === '' ? onUndo() : false),
    'listen.cancelEdit': () => (box.editingNoteId === null ? false : onCancelEdit()),
  })

  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const composing = isComposing(event)
    const isText = composing || (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)
    stampAtFirstKeystroke(callId, { key: event.key, isText }, offsetNow())
    if (composing || box.text !== '') return
    if (event.key === 'Backspace') changeBox(callId, { issueTypeId: null, digitPressed: null })
    if (!isText || !/^[1-9]$/.test(event.key)) return
    const digit = Number(event.key)
    const issueTypeId = types.find((type) => type.digit === digit)?.id
    if (digitPressed(callId, digit, issueTypeId, offsetNow()) === 'type_set') event.preventDefault()
  }

  const readCaret = () => {
    const caret = area.current?.selectionStart
    if (caret !== undefined && caret !== box.caret && box.text !== '') {
      changeBox(callId, { caret })
      keeper.touch()
    }
  }

  const pickKind = (kind: NoteKind) => {
    changeBox(callId, { kind })
    if (box.text !== '') keeper.touch()
    area.current?.focus()
  }

  return (
    <section
      className={styles.composer}
      data-kind={box.kind}
      data-editing={box.editingNoteId !== null || undefined}
      aria-label={t('box.region')}
    >
      <header className={styles.head}>
        <KindPicker kind={box.kind} onPick={pickKind} />
        <output className={styles.stamp} aria-label={t('box.stamp')} data-stamped={box.stampMs !== null || undefined}>
          {box.stampMs === null ? '--:--' : <Timecode offsetMs={box.stampMs} />}
        </output>
      </header>
      <textarea
        ref={(element) => {
          area.current = element
          if (typeof boxRef === 'function') boxRef(element)
          else if (boxRef !== null) boxRef.current = element
        }}
        className={styles.area}
        aria-label={t('box.label')}
        placeholder={t(`box.placeholder.${box.kind}`)}
        value={box.text}
        maxLength={4_000}
        onKeyDown={pressed}
        onCompositionStart={() => changeBox(callId, { isComposing: true })}
        onCompositionEnd={(event) => {
          changeBox(callId, { isComposing: false })
          const { value, selectionStart } = event.currentTarget
          textChanged(callId, value, selectionStart, offsetNow())
          keeper.touch()
        }}
        onChange={(event) => {
          textChanged(callId, event.currentTarget.value, event.currentTarget.selectionStart, offsetNow())
          keeper.touch()
        }}
        onSelect={readCaret}
        // biome-ignore lint/a11y/noAutofocus: the note box has the focus whenever a call is heard; that is what this screen is for
        autoFocus
        {...unremembered}
      />
      <footer className={styles.foot}>
        <IssueTypeRow
          types={types}
          chosen={box.issueTypeId}
          onPick={(issueTypeId) => {
            changeBox(callId, { issueTypeId, digitPressed: null })
            area.current?.focus()
          }}
        />
        <Button tone="primary" chord={saveChord} disabled={box.text.trim() === ''} onClick={save}>
          {box.editingNoteId === null ? t('box.save') : t('box.saveEdit')}
        </Button>
      </footer>
    </section>
  )
}

/** Lays the stored draft back, caret included, when the box of a call is first shown. */
function useRestoredDraft(callId: Id, area: { readonly current: HTMLTextAreaElement | null }): void {
  const draft = useQuery(draftOfCall(callId)).data
  useLayoutEffect(() => {
    if (draft === undefined || (draft !== null && draft.callId !== callId)) return
    restoreBox(callId, draft)
  }, [draft, callId])
  const restored = useNoteBoxes((state) => state.boxes[callId])
  const isRestored = useRef<Id | null>(null)
  useLayoutEffect(() => {
    // Once per call: after that the caret is the person's own.
    if (restored === undefined || restored.text === '' || isRestored.current === callId) return
    isRestored.current = callId
    // Typed just now, the caret stands there already; touching the selection would disturb an input method at work.
    if (area.current?.selectionStart !== restored.caret) area.current?.setSelectionRange(restored.caret, restored.caret)
  }, [restored, callId, area])
}
