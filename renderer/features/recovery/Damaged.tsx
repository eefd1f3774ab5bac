import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceStatus } from '../../../shared/contract/workspace.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { BackupChoice } from './BackupChoice.tsx'
import { chosenBackup } from './backup-choice.ts'
import styles from './Recovery.module.css'
import { restore, startFresh } from './recovery.actions.ts'

export interface DamagedProps {
  status: WorkspaceStatus
  /** The database is sound again. */
  onSound: () => void
  onQuit: () => void
}

/** A database that cannot be opened: restore a copy, start fresh, or leave it all as it is. */
export function Damaged({ status, onSound, onQuit }: DamagedProps) {
  const { t } = useTranslation('recovery')
  const [fileName, setFileName] = useState<string | null>(null)
  const [busy, setBusy] = useState<'restore' | 'fresh' | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const chosen = chosenBackup(status.backups, fileName)

  const run = async (what: 'restore' | 'fresh', work: () => Promise<boolean>) => {
    if (busy !== null) return
    setBusy(what)
    const isSound = await work()
    setBusy(null)
    setIsAsking(false)
    if (isSound) onSound()
  }
  return (
    <>
      <h1 className={styles.title}>{t('damaged.title')}</h1>
      <p className={styles.what}>{t('damaged.what')}</p>
      <section className={styles.way} aria-labelledby="recovery-restore">
        <h2 id="recovery-restore" className={styles.wayTitle}>
          {t('damaged.choose')}
        </h2>
        <p className={styles.hint}>{t('damaged.chooseHint')}</p>
        {status.backups.length === 0 ? null : (
          <BackupChoice backups={status.backups} chosen={chosen} onChoose={setFileName} />
        )}
        {chosen === null ? (
          <p className={styles.none}>{t('damaged.none')}</p>
        ) : (
          <div>
            <Button
              tone="primary"
              size="large"
              busy={busy === 'restore'}
              autoFocus
              onClick={() => void run('restore', () => restore(chosen))}
            >
              {t('damaged.restore')}
            </Button>
          </div>
        )}
      </section>
      <section className={styles.way} aria-labelledby="recovery-fresh">
        <h2 id="recovery-fresh" className={styles.wayTitle}>
          {t('fresh.title')}
        </h2>
        <p className={styles.hint}>{t('fresh.hint')}</p>
        <div>
          <Button tone={chosen === null ? 'primary' : 'default'} onClick={() => setIsAsking(true)}>
            {t('fresh.start')}
          </Button>
        </div>
      </section>
      <div className={styles.leave}>
        <Button tone="quiet" onClick={onQuit}>
          {t('quit.act')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('fresh.confirm')}
        confirmLabel={t('fresh.start')}
        tone="danger"
        busy={busy === 'fresh'}
        onConfirm={() => void run('fresh', startFresh)}
        onClose={() => setIsAsking(false)}
      >
        {t('fresh.confirmWords')}
      </ConfirmDialog>
    </>
  )
}
