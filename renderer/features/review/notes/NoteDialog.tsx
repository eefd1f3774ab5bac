import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { NoteKind } from '../../../../shared/contract/listening/notes.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { issueTypes } from '../../../lib/common-queries.ts'
import { isKeepable } from '../../../lib/text-fault.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { SearchSelect } from '../../../ui/SearchSelect.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import type { NoteChange } from '../review.actions.ts'
import styles from './NoteDialog.module.css'

export interface NoteDialogProps {
  title: string
  /** What stands in it at first. */
  from: NoteChange
  saveLabel: string
  onSave: (change: NoteChange) => Promise<boolean>
  onClose: () => void
}

const kinds: readonly NoteKind[] = ['voice', 'view', 'praise', 'risk']

/** Changes a note, or finishes one that was half done. Its second stays what it was. */
export function NoteDialog({ title, from, saveLabel, onSave, onClose }: NoteDialogProps) {
  return (
    <Dialog isOpen onClose={onClose} title={title} width={560}>
      <NoteFields from={from} saveLabel={saveLabel} onSave={onSave} onClose={onClose} />
    </Dialog>
  )
}

function NoteFields({ from, saveLabel, onSave, onClose }: Omit<NoteDialogProps, 'title'>) {
  const { t, i18n } = useTranslation('review')
  const types = useQuery(issueTypes).data ?? []
  const [change, setChange] = useState<NoteChange>(from)
  const [isSaving, setIsSaving] = useState(false)
  const isEmpty = isBlank(change.text)
  const isRefused = isEmpty || !isKeepable(change.text, LONGEST.note)
  const save = async () => {
    if (isRefused || isSaving) return
    setIsSaving(true)
    const isDone = await onSave(change)
    setIsSaving(false)
    if (isDone) onClose()
  }
  useKeys('dialog', { 'dialog.confirm': () => void save() })
  return (
    <div className={styles.fields}>
      <SegmentedControl<NoteKind>
        label={t('note.kind')}
        value={change.kind}
        onChange={(kind) => setChange({ ...change, kind })}
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
        onChange={(event) => setChange({ ...change, text: event.currentTarget.value })}
      />
      <SearchSelect
        label={t('form.issueType')}
        clearable
        value={change.issueTypeId}
        onChange={(issueTypeId) => setChange({ ...change, issueTypeId })}
        options={types.map((type) => ({ value: type.id, label: i18n.language === 'en' ? type.nameEn : type.nameZh }))}
      />
      <div className={styles.acts}>
        <Button
          tone="primary"
          busy={isSaving}
          disabled={isRefused}
          chord={useChord('dialog.confirm')}
          onClick={() => void save()}
        >
          {saveLabel}
        </Button>
      </div>
    </div>
  )
}
