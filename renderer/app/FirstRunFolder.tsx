import { useTranslation } from 'react-i18next'
import { FolderField } from '../features/exports/folder/FolderField.tsx'
import styles from './FirstRun.module.css'

export interface FirstRunFolderProps {
  folder: string
  onChange: (folder: string) => void
  /** It was tried and takes no file; going on once more keeps it all the same. */
  isAskedAgain: boolean
  refused: string | null
}

export function FirstRunFolder({ folder, onChange, isAskedAgain, refused }: FirstRunFolderProps) {
  const { t } = useTranslation('first-run')
  return (
    <>
      <FolderField folder={folder} onChange={onChange} />
      {refused === null && !isAskedAgain ? null : (
        <p className={refused === null ? styles.wait : styles.refused} role="alert">
          {refused ?? t('folder.again')}
        </p>
      )}
    </>
  )
}
