import { notifyManager, type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../shared/contract/values.ts'
import { answerTimeOf } from '../lib/answer-times.ts'
import { dateIn, timeOn } from '../lib/formats.ts'
import { instantNow } from '../lib/now.ts'
import { usePlace } from '../lib/place-store.ts'
import { useMember } from '../lib/team.ts'
import { Badge } from './Badge.tsx'

/**
 * Beside the title of what all desks share: while the hub is away, of when it is. `shows`: how the keys of the queries begin that stand on the screen;
 * the oldest of their answers counts. What says nothing of its time is a copy that follows the hub, and as of when it was last here.
 */
export function AsOfMark({ shows }: { shows: readonly QueryKey[] }) {
  const lastHere = useMember()?.asOf ?? null
  return lastHere === null ? null : <Mark shows={shows} lastHere={lastHere} />
}

function Mark({ shows, lastHere }: { shows: readonly QueryKey[]; lastHere: Instant }) {
  const { t } = useTranslation('team')
  const place = usePlace()
  const shown = useOldest(shows) ?? lastHere
  const time = timeOn(dateIn(instantNow(), place.timeZone), shown, place)
  return (
    <Badge tone="soon" title={t('asOfTitle', { time })}>
      {t('asOf', { time })}
    </Badge>
  )
}

function useOldest(shows: readonly QueryKey[]): Instant | undefined {
  const client = useQueryClient()
  return useSyncExternalStore(
    useCallback((changed) => client.getQueryCache().subscribe(notifyManager.batchCalls(changed)), [client]),
    () => oldest(client, shows),
  )
}

const oldest = (client: QueryClient, shows: readonly QueryKey[]): Instant | undefined =>
  shows
    .flatMap((queryKey) => client.getQueryCache().findAll({ queryKey, type: 'active' }))
    .flatMap((query) => answerTimeOf(query) ?? [])
    .sort()[0]
