import { useQuery } from '@tanstack/react-query'
import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { client } from '../../../lib/client.ts'
import { isComposing } from '../../../lib/composition.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { folderCheck } from '../exports.queries.ts'
import styles from './FolderField.module.css'

export interface FolderFieldProps {
  folder: string
  onChange: (folder: string) => void
  /** Where the focus lands when the dialog opens. */
  isFocusedFirst?: boolean
  /** The field was left, or a folder was picked. */
  onSettled?: (folder: string) => void
}

/** A folder on a shared drive: typed, pasted or picked, and tried before anything is sent there. */
export function FolderField({ folder, onChange, isFocusedFirst = false, onSettled }: FolderFieldProps) {
  const { t } = useTranslation('exports')
  const [hasNoPicker, setHasNoPicker] = useState(false)
  const [checked, setChecked] = useState(folder)
  const check = useQuery(folderCheck(checked))
  const answer = check.data
  const problem =
    answer === undefined || checked !== folder
      ? null
      : answer.ok
        ? answer.value.isReady
          ? null
          : t(`reason.${answer.value.reason ?? 'unknown'}`)
        : answer.code === 'folder_not_absolute'
          ? t('refused.folder_not_absolute')
          : t('reason.unknown')
  const pick = async () => {
    const picked = await client.settings.chooseFolder({})
    if (!picked.ok) return setHasNoPicker(true)
    if (picked.value === null) return
    onChange(picked.value)
    settle(picked.value)
  }
  const settle = (settled: string) => {
    setChecked(settled)
    onSettled?.(settled)
  }
  const state = isBlank(folder)
    ? null
    : check.isFetching
      ? t('folder.checking')
      : problem === null && checked === folder
        ? t('folder.ready')
        : null
  return (
    <div className={styles.field}>
      <div className={styles.row}>
        <TextField
          label={t('folder.label')}
          placeholder={t('folder.hint')}
          value={folder}
          longest={LONGEST.folder}
          data-autofocus={isFocusedFirst || undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={() => settle(folder)}
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
      <p className={styles.state} data-problem={problem !== null || undefined} role="status">
        {problem === null ? (hasNoPicker ? t('folder.noPicker') : state) : `${problem} ${t('folder.waits')}`}
      </p>
    </div>
  )
}
