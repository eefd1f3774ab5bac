import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceFaultKind, WorkspaceStatus } from '../../../../shared/contract/house/workspace.ts'
import { failureOf } from '../../../lib/errors.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { backupList } from '../data/backups.queries.ts'
import { BackupChoice } from './BackupChoice.tsx'
import { chosenBackup } from './backup-choice.ts'
import { firstWayOf } from './first-way.ts'
import styles from './Recovery.module.css'
import { lookAgain, openAsItIs, repair, restore, startFresh } from './recovery.actions.ts'

export interface DamagedProps {
  status: WorkspaceStatus
  /** Words that stand in this window alone. */
  unsaved: ReactNode
  /** The database is sound again. */
  onSound: () => void
  onQuit: () => void
}

type Way = 'restore' | 'fresh' | 'repair' | 'asItIs' | 'lookAgain'

const works = { repair, asItIs: openAsItIs, lookAgain } as const

/** A database that is not open: what can be done about it first, then a copy, a fresh start, or leaving it all as it is. */
export function Damaged({ status, unsaved, onSound, onQuit }: DamagedProps) {
  const { t } = useTranslation('recovery')
  const [fileName, setFileName] = useState<string | null>(null)
  const [busy, setBusy] = useState<Way | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const kind: WorkspaceFaultKind = status.fault?.kind ?? 'broken'
  const first = firstWayOf(kind)
  // Another console has the folder: nothing here may change it.
  const isOurs = kind !== 'in_use'
  const backups = useQuery({ ...backupList, enabled: isOurs })
  const chosen = chosenBackup(backups.data ?? [], fileName)

  const run = async (way: Way, work: () => Promise<boolean>) => {
    if (busy !== null) return
    setBusy(way)
    const isSound = await work()
    setBusy(null)
    setIsAsking(false)
    if (isSound) onSound()
  }
  return (
    <>
      <h1 className={styles.title}>{t(`faults.${kind}.title`)}</h1>
      <p className={styles.what}>
        {t(`faults.${kind}.what`)}
        {status.fault?.code ? <code className={styles.code}>{status.fault.code}</code> : null}
      </p>
      {unsaved}
      {first === null ? null : (
        <section className={styles.way} aria-labelledby="recovery-first">
          <h2 id="recovery-first" className={styles.wayTitle}>
            {t(`first.${first}.title`)}
          </h2>
          <p className={styles.hint}>{t(`first.${first}.hint`)}</p>
          <div>
            <Button
              tone="primary"
              size="large"
              busy={busy === first}
              autoFocus
              onClick={() => void run(first, works[first])}
            >
              {t(`first.${first}.act`)}
            </Button>
          </div>
        </section>
      )}
      {isOurs ? (
        <section className={styles.way} aria-labelledby="recovery-restore">
          <h2 id="recovery-restore" className={styles.wayTitle}>
            {t('damaged.choose')}
          </h2>
          <p className={styles.hint}>{t(kind === 'adrift' ? 'damaged.chooseAdrift' : 'damaged.chooseHint')}</p>
          {backups.isError ? (
            <FailedState {...failureOf(backups.error)} onRetry={() => void backups.refetch()} />
          ) : null}
          {backups.isPending ? <LoadingState label={t('damaged.reading')} /> : null}
          {backups.data === undefined || backups.data.length === 0 ? null : (
            <BackupChoice backups={backups.data} chosen={chosen} onChoose={setFileName} />
          )}
          {backups.data !== undefined && chosen === null ? <p className={styles.none}>{t('damaged.none')}</p> : null}
          {/* There from the start, so that the focus need not move to it under somebody's hand. */}
          {chosen === null && !backups.isPending ? null : (
            <div>
              <Button
                tone={first === null ? 'primary' : 'default'}
                size={first === null ? 'large' : 'normal'}
                busy={busy === 'restore' || chosen === null}
                autoFocus={first === null}
                onClick={() => chosen && void run('restore', () => restore(chosen))}
              >
                {t('damaged.restore')}
              </Button>
            </div>
          )}
        </section>
      ) : null}
      {isOurs ? (
        <section className={styles.way} aria-labelledby="recovery-fresh">
          <h2 id="recovery-fresh" className={styles.wayTitle}>
            {t('fresh.title')}
          </h2>
          <p className={styles.hint}>{t('fresh.hint')}</p>
          <div>
            <Button
              tone={first === null && chosen === null && !backups.isPending ? 'primary' : 'default'}
              onClick={() => setIsAsking(true)}
            >
              {t('fresh.start')}
            </Button>
          </div>
        </section>
      ) : null}
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
