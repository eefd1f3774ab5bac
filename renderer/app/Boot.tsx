import { useQuery } from '@tanstack/react-query'
import { Unplug } from 'lucide-react'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation } from 'react-router'
import { theRooms, workspaceStatus } from '../lib/common-queries.ts'
import { useConnection } from '../lib/connection-store.ts'
import { failureOf } from '../lib/errors.ts'
import { settingsQuery, wearSettings } from '../lib/settings.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailedState } from '../ui/FailedState.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import { noticesOf } from '../ui/notices.ts'
import styles from './Boot.module.css'
import { tellMendings } from './mending-notices.ts'
import { AppRoutes, FIRST_RUN_PATH, RecoveryPage } from './routes.tsx'

/** What must be known before any page: is the console there, is its database sound, who sits here. */
export function Boot() {
  const { t } = useTranslation('common')
  const { state, failedTries } = useConnection()
  const location = useLocation()
  const settings = useQuery(settingsQuery)
  const workspace = useQuery(workspaceStatus)
  const isReady = workspace.data?.state === 'ready'
  useQuery({ ...theRooms, enabled: isReady })

  useEffect(() => {
    if (settings.data === undefined) return
    wearSettings(settings.data)
    noticesOf(settings.data.me)
  }, [settings.data])
  useEffect(() => {
    if (workspace.data !== undefined) tellMendings(workspace.data.mendings)
  }, [workspace.data])

  if (state === 'no_token') {
    return (
      <div className={styles.alone}>
        <EmptyState icon={<Unplug />} title={t('connection.noToken.title')} hint={t('connection.noToken.hint')} />
      </div>
    )
  }
  if (state === 'connecting' && failedTries >= 3) {
    return (
      <div className={styles.alone}>
        <EmptyState
          isPage
          icon={<Unplug />}
          title={t('connection.unreachable.title')}
          hint={t('connection.unreachable.hint')}
        />
      </div>
    )
  }
  const problem = settings.error ?? workspace.error
  if (problem !== null && (settings.data === undefined || workspace.data === undefined)) {
    const retry = () => void Promise.all([settings.refetch(), workspace.refetch()])
    return (
      <div className={styles.alone}>
        <FailedState isPage {...failureOf(problem)} onRetry={retry} />
      </div>
    )
  }
  if (settings.data === undefined || workspace.data === undefined) return <Waiting />
  if (!isReady) {
    return (
      <Suspense fallback={<Waiting />}>
        <RecoveryPage />
      </Suspense>
    )
  }
  if (!settings.data.isFirstRunDone && location.pathname !== FIRST_RUN_PATH) {
    return <Navigate to={FIRST_RUN_PATH} replace />
  }
  return <AppRoutes />
}

function Waiting() {
  return (
    <div className={styles.alone}>
      <LoadingState />
    </div>
  )
}
