import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useSearchParams } from 'react-router'
import { StartListening } from '../../features/listening/call/StartListening.tsx'
import { FreeToday } from '../../features/seats/find/FreeToday.tsx'
import { Unfinished } from '../../features/today/Unfinished.tsx'
import { currentSession } from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { useSettings } from '../../lib/settings.ts'
import { useKeys } from '../../lib/use-keys.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { walkRows } from '../../ui/walk-list.ts'
import { useHalfDone } from '../use-half-done.ts'
import styles from './ListenPage.module.css'

/** What all desks share of it. */
const SHOWN = [['sessions', 'list'], ['bookings']]

/** Where listening begins, with what was left open the last times and today's free hours beside; a session that runs is shown at once. `?ref=` is the call of a link followed while nobody listened. */
export function ListenPage() {
  const { t } = useTranslation('listen')
  const session = useQuery(currentSession)
  const reference = useSearchParams()[0].get('ref')
  const me = useSettings()?.me ?? null
  const parts = useRef<HTMLDivElement>(null)
  const openHalfDone = useHalfDone('/listen')
  useKeys('today', {
    'today.halfDone': openHalfDone,
    'today.down': () => walkRows(parts.current, 'li', 1),
    'today.up': () => walkRows(parts.current, 'li', -1),
  })
  if (session.isError)
    return <FailedState isPage {...failureOf(session.error)} onRetry={() => void session.refetch()} />
  if (session.isPending) return <LoadingState />
  if (session.data !== null) return <Navigate to={`/listen/${session.data.id}`} replace />
  return (
    <>
      <PageHeader shows={SHOWN} title={t('page.title')} sub={t('page.startSub')} />
      <div ref={parts} className={styles.columns}>
        <div className={styles.main}>
          <StartListening me={me} reference={reference} />
          {me === null ? null : <FreeToday me={me} />}
        </div>
        <Unfinished />
      </div>
    </>
  )
}
