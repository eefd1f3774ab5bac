import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Navigate, useSearchParams } from 'react-router'
import { StartListening } from '../../features/listening/call/StartListening.tsx'
import { currentSession } from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { useSettings } from '../../lib/settings.ts'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

/** Where listening begins; a session that runs is shown at once. `?ref=` is the call of a link followed while nobody listened. */
export function ListenPage() {
  const { t } = useTranslation('listen')
  const session = useQuery(currentSession)
  const reference = useSearchParams()[0].get('ref')
  const me = useSettings()?.me ?? null
  if (session.isError)
    return <FailedState isPage {...failureOf(session.error)} onRetry={() => void session.refetch()} />
  if (session.isPending) return <LoadingState />
  if (session.data !== null) return <Navigate to={`/listen/${session.data.id}`} replace />
  return (
    <>
      <PageHeader title={t('page.title')} sub={t('page.startSub')} />
      <StartListening me={me} reference={reference} />
    </>
  )
}
