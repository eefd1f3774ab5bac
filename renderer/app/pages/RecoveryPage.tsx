import { useQuery } from '@tanstack/react-query'
import { Power } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Damaged } from '../../features/house/recovery/Damaged.tsx'
import { Newer } from '../../features/house/recovery/Newer.tsx'
import { RecoveryFrame } from '../../features/house/recovery/RecoveryFrame.tsx'
import { quit } from '../../features/house/recovery/recovery.actions.ts'
import { Upgrading } from '../../features/house/recovery/Upgrading.tsx'
import { sendAgain } from '../../features/listening/notes/notes.actions.ts'
import { workspaceStatus } from '../../lib/common-queries.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from '../Boot.module.css'
import { Guide } from '../guide/Guide.tsx'
import { LookSwitches } from '../LookSwitches.tsx'
import { UnsavedWords } from '../UnsavedWords.tsx'
import { useLookKeys } from '../use-look-keys.ts'

/** Shown by Boot in place of everything while the database is damaged, brought up to date, or newer than this Earshot. */
export function RecoveryPage() {
  const { t } = useTranslation('recovery')
  const navigate = useNavigate()
  const status = useQuery(workspaceStatus).data
  const [hasQuit, setHasQuit] = useState(false)
  useLookKeys()
  if (hasQuit)
    return (
      <div className={styles.alone}>
        <EmptyState icon={<Power />} title={t('quit.done')} hint={t('quit.doneHint')} />
      </div>
    )
  if (status === undefined) return null
  const leave = () => {
    setHasQuit(true)
    void quit()
  }
  return (
    <RecoveryFrame look={<LookSwitches />} folder={status.dataFolder}>
      <Guide page="recovery" />
      {status.state === 'upgrading' ? (
        <Upgrading status={status} />
      ) : status.state === 'newer' ? (
        <Newer status={status} onQuit={leave} />
      ) : (
        <Damaged
          status={status}
          unsaved={<UnsavedWords />}
          onSound={() => {
            sendAgain()
            void navigate('/today', { replace: true })
          }}
          onQuit={leave}
        />
      )}
    </RecoveryFrame>
  )
}
