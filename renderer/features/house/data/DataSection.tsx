import { useQuery } from '@tanstack/react-query'
import { Copy, DatabaseBackup } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup, WorkspaceStatus } from '../../../../shared/contract/house/workspace.ts'
import { workspaceStatus } from '../../../lib/common-queries.ts'
import { failureOf } from '../../../lib/errors.ts'
import { sizeText } from '../../../lib/formats.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useMember } from '../../../lib/team.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { copyText } from '../../../ui/copy-text.ts'
import { FailedState } from '../../../ui/FailedState.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useTableKeys } from '../../../ui/use-table-keys.ts'
import { SavedMark } from '../settings/SavedMark.tsx'
import { SettingRow } from '../settings/SettingRow.tsx'
import { useSaving } from '../settings/use-saving.ts'
import { BackupTable } from './BackupTable.tsx'
import { backUpNow } from './backups.actions.ts'
import { backupList } from './backups.queries.ts'
import styles from './DataSection.module.css'
import { GoBackDialog } from './GoBackDialog.tsx'

export function DataSection() {
  const { t } = useTranslation('settings')
  const status = useQuery(workspaceStatus)
  const { state, save } = useSaving()
  const page = useRef<HTMLDivElement>(null)
  useTableKeys(page)
  const [wanted, setWanted] = useState<Backup | null>(null)
  if (status.isError) return <FailedState {...failureOf(status.error)} onRetry={() => void status.refetch()} />
  if (status.data === undefined) return null
  return (
    <div ref={page} className={styles.data}>
      <Panel title={t('data.title')}>
        <Where status={status.data} />
      </Panel>
      <Panel
        title={t('data.backups')}
        aside={<SavedMark state={state} words={t('data.backedUp')} />}
        flush
        actions={
          <Button
            icon={<DatabaseBackup aria-hidden="true" />}
            busy={state.kind === 'saving'}
            onClick={() => void save(backUpNow)}
          >
            {t('data.backUpNow')}
          </Button>
        }
      >
        <p className={styles.hint}>{t('data.backupsHint')}</p>
        <Copies onGoBack={setWanted} />
      </Panel>
      {wanted === null ? null : <GoBackDialog backup={wanted} onClose={() => setWanted(null)} />}
    </div>
  )
}

function Copies({ onGoBack }: { onGoBack: (backup: Backup) => void }) {
  const { t } = useTranslation('settings')
  const backups = useQuery(backupList)
  if (backups.data !== undefined) return <BackupTable backups={backups.data} onGoBack={onGoBack} />
  if (backups.isError) return <FailedState {...failureOf(backups.error)} onRetry={() => void backups.refetch()} />
  return <LoadingState label={t('data.reading')} />
}

function Where({ status }: { status: WorkspaceStatus }) {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation('common')
  const { language } = usePlace()
  const member = useMember()
  const copy = () => copyText(status.dataFolder, () => textsOf('settings')('data.copied'))
  return (
    <>
      {status.isDemo ? (
        <p className={styles.demo}>
          <Badge tone="soon">{t('data.demo')}</Badge>
          {t(status.isThrowAway ? 'data.demoGoes' : 'data.demoStays')}
        </p>
      ) : null}
      <SettingRow
        label={t('data.folder')}
        hint={member === null ? t('data.folderHint') : t('data.folderHintMember', { hub: member.hub.name })}
      >
        <span className={styles.path}>
          <code>{status.dataFolder}</code>
          <IconButton size="small" icon={<Copy />} label={common('action.copy')} onClick={() => void copy()} />
        </span>
      </SettingRow>
      <SettingRow label={t('data.size')}>
        <span className="figures">{sizeText(status.databaseSizeBytes, language)}</span>
      </SettingRow>
      <SettingRow label={t('data.version')}>
        <span className="figures">
          {t('data.versionText', { app: status.appVersion, schema: status.schemaVersion })}
        </span>
      </SettingRow>
    </>
  )
}
