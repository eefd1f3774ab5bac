import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { client } from '../../../lib/client.ts'
import { isComposing } from '../../../lib/composition.ts'
import { ask } from '../../../ui/ask.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useKeptWhenLeft } from '../../../ui/use-kept-when-left.ts'
import styles from './FolderField.module.css'
import { useFolderState } from './use-folder-state.ts'

export interface FolderFieldProps {
  folder: string
  /** What goes there, where it is no export. */
  label?: string
  /** It is for the person here, and nobody else has to see it. */
  isOwn?: boolean
  /** How the folder stands that was settled on is said beside the field, and need not be said twice. */
  isToldElsewhere?: boolean
  onChange: (folder: string) => void
  /** Where the focus lands when the dialog opens. */
  isFocusedFirst?: boolean
  /** The field was left, or a folder was picked. */
  onSettled?: (folder: string) => void
}

/** A folder on a shared drive: typed, pasted or picked, and tried before anything is sent there. */
export function FolderField({
  folder,
  label,
  isOwn = false,
  isToldElsewhere = false,
  onChange,
  isFocusedFirst = false,
  onSettled,
}: FolderFieldProps) {
  const { t } = useTranslation('exports')
  const [hasNoPicker, setHasNoPicker] = useState(false)
  const [settled, setSettled] = useState(folder)
  const { words, isProblem } = useFolderState(folder, settled, isOwn, isToldElsewhere)
  const pick = async () => {
    const picked = await ask(client.settings.chooseFolder({}))
    if (picked === null) return
    if (!picked.ok) return setHasNoPicker(true)
    if (picked.value === null) return
    onChange(picked.value)
    settle(picked.value)
  }
  const settle = (wanted: string) => {
    setSettled(wanted)
    onSettled?.(wanted)
  }
  const left = useKeptWhenLeft(() => settle(folder))
  return (
    <div className={styles.field}>
      <div className={styles.row}>
        <TextField
          label={label ?? t('folder.label')}
          placeholder={t('folder.hint')}
          value={folder}
          longest={LONGEST.folder}
          data-autofocus={isFocusedFirst || undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
          {...left}
          onKeyDown={(event) => {
            if (isComposing(event)) return
            if (event.key === 'Enter') settle(folder)
          }}
        />
        {hasNoPicker ? null : (
          <Button icon={<FolderOpen aria-hidden="true" />} onClick={() => void pick()}>
            {t('folder.pick')}
          </Button>
        )}
      </div>
      <p className={styles.state} data-problem={isProblem || undefined} role="status">
        {words ?? (hasNoPicker ? t('folder.noPicker') : null)}
      </p>
    </div>
  )
}
