import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type Ref, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { NoteKind } from '../../../../shared/contract/listening/notes.ts'
import type { IssueType } from '../../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { issueTypes } from '../../../lib/common-queries.ts'
import { isComposing } from '../../../lib/composition.ts'
import { makeDraftKeeper } from '../../../lib/draft-keeper.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { useStable } from '../../../lib/use-stable.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../../ui/ChangedMeanwhile.tsx'
import { Timecode } from '../../../ui/Timecode.tsx'
import { TooLong } from '../../../ui/TooLong.tsx'
import { UnfinishedNumber } from '../../../ui/UnfinishedNumber.tsx'
import { unremembered } from '../../../ui/unremembered.ts'
import { IssueTypePicker } from './IssueTypePicker.tsx'
import { KindPicker } from './KindPicker.tsx'
import { LagSwitch } from './LagSwitch.tsx'
import styles from './NoteComposer.module.css'
import { boxOf, changeBox, emptyBox, isSavable, stampAtFirstKeystroke, textChanged, useNoteBoxes } from './note-box.ts'
import { storeDraft, tellHalfDone } from './notes.actions.ts'
import { TypeSuggestion } from './TypeSuggestion.tsx'
import { useRestoredDrafts } from './use-restored-drafts.ts'
import { useTypeChoice } from './use-type-choice.ts'

export interface NoteComposerProps {
  callId: Id
  /** Milliseconds from the start of this call to now, less the reaction lag. Asked at each keystroke. */
  offsetNow: () => number
  boxRef: Ref<HTMLTextAreaElement>
  onSave: () => void
  onUndo: () => void
  onRedo: () => void
  onCancelEdit: () => void
  onEditLast: () => void
}

const NO_TYPES: readonly IssueType[] = []

/** Writes one note. The stamp is the first keystroke; an input method's events never save, move or lose text. */
export function NoteComposer({ callId, offsetNow, boxRef, ...act }: NoteComposerProps) {
  const { t } = useTranslation('listen')
  const box = useNoteBoxes((state) => state.boxes[callId] ?? emptyBox)
  const types = useQuery(issueTypes).data ?? NO_TYPES
  const saveChord = useChord('listen.saveNote')
  const area = useRef<HTMLTextAreaElement>(null)
  const keeper = useMemo(() => makeDraftKeeper(() => storeDraft(callId)), [callId])
  useRestoredDrafts(callId, box, area)

  useEffect(() => {
    // The window may go without a warning; what waits for the next paint is stored on the way out.
    const flush = () => void keeper.flush()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      void keeper.flush().then(tellHalfDone)
    }
  }, [keeper])

  const pick = (change: { kind: NoteKind } | { issueTypeId: string | null }) => {
    changeBox(callId, change)
    if (boxOf(callId).text !== '') keeper.touch()
    area.current?.focus()
  }
  const pickKind = useStable((kind: NoteKind) => pick({ kind }))
  const pickType = useStable((issueTypeId: string | null) => pick({ issueTypeId }))
  const chooseByDigit = (digit: number): boolean => {
    const type = types.find((each) => each.digit === digit)
    if (type !== undefined) pick({ issueTypeId: type.id === boxOf(callId).issueTypeId ? null : type.id })
    return type !== undefined
  }
  const choice = useTypeChoice(chooseByDigit)

  useKeys('listen', {
    'listen.saveNote': act.onSave,
    'listen.kindVoice': () => pick({ kind: 'voice' }),
    'listen.kindView': () => pick({ kind: 'view' }),
    'listen.kindPraise': () => pick({ kind: 'praise' }),
    'listen.kindRisk': () => pick({ kind: 'risk' }),
    'listen.issueType': choice.begin,
    'listen.editLast': act.onEditLast,
    'listen.focusNote': () => area.current?.focus(),
    'listen.undo': act.onUndo,
    'listen.redo': act.onRedo,
    'listen.cancelEdit': () => (box.editingNoteId === null ? false : act.onCancelEdit()),
  })

  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const isCharacter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
    const isText = isComposing(event) || isCharacter
    stampAtFirstKeystroke(callId, { isText, isComposing: event.nativeEvent.isComposing }, offsetNow())
  }

  const changed = (field: HTMLTextAreaElement, event: Event) => {
    const { isComposing = false, inputType = '' } = event as Partial<InputEvent>
    const change = {
      text: field.value,
      caret: field.selectionStart,
      isComposing,
      isHistory: /^history/.test(inputType),
    }
    textChanged(callId, change, offsetNow())
    keeper.touch()
  }

  const readCaret = () => {
    const caret = area.current?.selectionStart
    if (caret !== undefined && caret !== box.caret && box.text !== '') {
      changeBox(callId, { caret })
      keeper.touch()
    }
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
        <LagSwitch />
        <output className={styles.stamp} aria-label={t('box.stamp')} data-stamped={box.stampMs !== null || undefined}>
          {box.stampMs === null ? '--:--' : <Timecode offsetMs={box.stampMs} />}
        </output>
      </header>
      <textarea
        // Other words, another field: what the browser can undo in this one was typed in it since.
        key={box.fieldNumber}
        ref={(element) => {
          area.current = element
          if (typeof boxRef === 'function') boxRef(element)
          else if (boxRef !== null) boxRef.current = element
        }}
        className={styles.area}
        data-box-of={callId}
        aria-label={t('box.label')}
        placeholder={t(`box.placeholder.${box.kind}`)}
        value={box.text}
        onKeyDown={pressed}
        onCompositionEnd={(event) => changed(event.currentTarget, new Event('compositionend'))}
        onChange={(event) => changed(event.currentTarget, event.nativeEvent)}
        onSelect={readCaret}
        // biome-ignore lint/a11y/noAutofocus: the note box has the focus whenever a call is heard; that is what this screen is for
        autoFocus
        {...unremembered}
      />
      <div className={styles.under}>
        <TooLong text={box.text} longest={LONGEST.note} />
        {box.isFromDisk ? <UnfinishedNumber text={box.text} /> : null}
        {box.text.length > LONGEST.draft ? <output>{t('box.draftTooLong')}</output> : null}
        <output className={styles.choose}>{choice.isChoosing ? t('issueType.choose') : null}</output>
        {box.issueTypeId === null ? <TypeSuggestion text={box.text} types={types} onAccept={pickType} /> : null}
      </div>
      {box.stale === null ? null : (
        <div className={styles.meanwhile}>
          <ChangedMeanwhile stale={box.stale} isLooking={false} onLook={act.onCancelEdit} />
        </div>
      )}
      <footer className={styles.foot}>
        <IssueTypePicker types={types} chosen={box.issueTypeId} isChoosing={choice.isChoosing} onPick={pickType} />
        <Button tone="primary" chord={saveChord} disabled={!isSavable(box)} onClick={act.onSave}>
          {box.editingNoteId === null ? (
            t('box.save')
          ) : (
            <SaveWords stale={box.stale} isLooking={false}>
              {t('box.saveEdit')}
            </SaveWords>
          )}
        </Button>
      </footer>
    </section>
  )
}
