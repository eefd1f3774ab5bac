import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FolderField } from '../features/exports/folder/FolderField.tsx'
import { SavedMark } from '../features/house/settings/SavedMark.tsx'
import { saveSettings } from '../features/house/settings/settings.actions.ts'
import { useSaving } from '../features/house/settings/use-saving.ts'
import { useSettings } from '../lib/settings.ts'
import { useSentOnce } from '../lib/use-sent-once.ts'
import { Panel } from '../ui/Panel.tsx'
import styles from './ExportFolderSection.module.css'

/** Where exports go unless told otherwise: kept when the folder is picked, or the field is left. */
export function ExportFolderSection() {
  const { t } = useTranslation('settings')
  const kept = useSettings()?.exportFolder ?? ''
  const { state, save } = useSaving()
  // Only what is being typed is the field's own: an export elsewhere may change what is kept.
  const [draft, setDraft] = useState<string | null>(null)
  const once = useSentOnce(kept)
  const keep = (wanted: string) => {
    const send = async () => {
      const isTaken = await save(() => saveSettings({ exportFolder: wanted.trim() || null }))
      if (isTaken) setDraft((now) => (now === wanted ? null : now))
      return isTaken
    }
    once(wanted.trim(), send, () => setDraft(null))
  }
  return (
    <Panel title={t('export.title')} aside={<SavedMark state={state} />}>
      <div className={styles.folder}>
        <p className={styles.hint}>{t('export.hint')}</p>
        <FolderField folder={draft ?? kept} onChange={setDraft} onSettled={keep} />
      </div>
    </Panel>
  )
}
