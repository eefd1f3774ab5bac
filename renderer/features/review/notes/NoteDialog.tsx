import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Note, NoteKind } from '../../../../shared/contract/listening/notes.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { issueTypes } from '../../../lib/common-queries.ts'
import { isKeepable } from '../../../lib/text-fault.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { type Seen, useSeen } from '../../../lib/use-seen.ts'
import { type AboutCall, useHeardField } from '../../../lib/words-in-hand.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../../ui/ChangedMeanwhile.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { SearchSelect } from '../../../ui/SearchSelect.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { UnfinishedNumber } from '../../../ui/UnfinishedNumber.tsx'
import type { DraftPlace, NoteChange } from '../review.actions.ts'
import styles from './NoteDialog.module.css'
import { useNoteDraft } from './use-note-draft.ts'

export interface NoteDialogProps {
  title: string
  /** What stands in it at first. */
  from: NoteChange
  /** The note to be changed as it is now; undefined while it is none yet. */
  note: Note | undefined
  /** It lay on the disk, half done. */
  isFromDisk: boolean
  /** Where it is kept while it is written. */
  place: DraftPlace
  /** The call it is about. */
  about: AboutCall | null
  saveLabel: string
  onSave: (change: NoteChange, seen: Seen) => Promise<boolean>
  onClose: () => void
}

const changeIn = ({ kind, text, issueTypeId }: NoteChange): NoteChange => ({ kind, text, issueTypeId })

const kinds: readonly NoteKind[] = ['voice', 'view', 'praise', 'risk']

/** Changes a note, or finishes one that was half done. Its second stays what it was. */
export function NoteDialog({ title, ...fields }: NoteDialogProps) {
  return (
    <Dialog isOpen onClose={fields.onClose} title={title} width={560}>
      <NoteFields {...fields} />
    </Dialog>
  )
}

function NoteFields({
  from,
  note,
  isFromDisk,
  place,
  about,
  saveLabel,
  onSave,
  onClose,
}: Omit<NoteDialogProps, 'title'>) {
  const { t, i18n } = useTranslation('review')
  const types = useQuery(issueTypes).data ?? []
  const begun = isFromDisk ? { fields: changeIn(from), version: place.seenVersion } : undefined
  const form = useSeen<NoteChange>(note?.version ?? 0, changeIn(note ?? from), begun)
  const change = form.fields
  const [isSaving, setIsSaving] = useState(false)
  const caret = useRef(from.text.length)
  const draft = useNoteDraft(place)
  const write = (part: Partial<NoteChange>) => {
    form.change(part)
    draft.changed({ ...change, ...part }, caret.current, form.seen)
  }
  useHeardField(about, change.text, place.saved?.text)
  const isEmpty = isBlank(change.text)
  const isRefused = isEmpty || !isKeepable(change.text, LONGEST.note)
  const save = async () => {
    if (isRefused || isSaving || form.isCatchingUp) return
    setIsSaving(true)
    // A draft still on its way would come behind the note and be half done for ever.
    await draft.settled()
    const isDone = await onSave(change, form.seen)
    setIsSaving(false)
    if (!isDone) return
    draft.taken()
    onClose()
  }
  useKeys('dialog', { 'dialog.confirm': () => void save() })
  return (
    <div className="stack">
      {isFromDisk && place.saved !== null ? <p className={styles.begun}>{t('note.begun')}</p> : null}
      <SegmentedControl<NoteKind>
        label={t('note.kind')}
        value={change.kind}
        onChange={(kind) => write({ kind })}
        options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <TextArea
        label={t('note.text')}
        autosize
        minRows={4}
        maxRows={12}
        longest={LONGEST.note}
        data-autofocus
        value={change.text}
        error={isEmpty ? t('note.empty') : null}
        onChange={(event) => {
          caret.current = event.currentTarget.selectionStart
          write({ text: event.currentTarget.value })
        }}
      />
      {isFromDisk ? <UnfinishedNumber text={change.text} /> : null}
      <SearchSelect
        label={t('form.issueType')}
        clearable
        value={change.issueTypeId}
        onChange={(issueTypeId) => write({ issueTypeId })}
        options={types.map((type) => ({ value: type.id, label: i18n.language === 'en' ? type.nameEn : type.nameZh }))}
      />
      <ChangedMeanwhile {...form} onLook={form.look} />
      <DialogFoot>
        <Button
          tone="primary"
          busy={isSaving || form.isCatchingUp}
          disabled={isRefused}
          chord={useChord('dialog.confirm')}
          onClick={() => void save()}
        >
          <SaveWords {...form}>{saveLabel}</SaveWords>
        </Button>
      </DialogFoot>
    </div>
  )
}
