import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { DrawEvent } from '../../../../shared/contract/seats/draws.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { failureOf } from '../../../lib/errors.ts'
import { dateTime, dayTime } from '../../../lib/formats.ts'
import { useNameApart } from '../../../lib/name-apart.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { FailedState } from '../../../ui/FailedState.tsx'
import { HistoryItem, HistoryList } from '../../../ui/HistoryList.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { Whole } from '../../../ui/Whole.tsx'
import styles from './DrawHistory.module.css'
import { drawHistory } from './draws.queries.ts'

const TONES: Partial<Record<DrawEvent['what'], 'accent' | 'risk'>> = {
  opened: 'accent',
  drawn: 'accent',
  cancelled: 'risk',
  withdrawn: 'risk',
}

/** What happened in a window, the newest on top. */
export function DrawHistory({ windowId }: { windowId: Id }) {
  const { t } = useTranslation('draws')
  const place = usePlace()
  const now = useNow()
  const nameApart = useNameApart()
  const query = useQuery(drawHistory(windowId))
  if (query.isError) return <FailedState {...failureOf(query.error)} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <LoadingState />
  return (
    <div className={styles.events}>
      <HistoryList>
        {query.data.map(
          ({
            id,
            at,
            actorName,
            actorId,
            what,
            personName,
            personId,
            closesAt,
            reason,
            isOwn = personName === actorName,
          }) => (
            <HistoryItem
              key={id}
              tone={TONES[what] ?? 'neutral'}
              who={actorName === null ? t('history.itself') : nameApart(actorId ?? null, actorName)}
              what={
                <span>
                  {whatWords(t, what, isOwn || personName === null ? null : nameApart(personId ?? null, personName))}
                </span>
              }
              at={at}
              when={dateTime(at, place, now)}
            >
              {closesAt === null ? null : (
                <p className={styles.more}>
                  <Whole words={t('history.until', { until: dayTime(closesAt, place, now) })} />
                </p>
              )}
              {reason === null ? null : <p className={styles.more}>{reason}</p>}
            </HistoryItem>
          ),
        )}
      </HistoryList>
    </div>
  )
}

/** «递交了申请»; of somebody else «递交了 王敏 的申请». */
function whatWords(t: TFunction<'draws'>, what: DrawEvent['what'], ofName: string | null): string {
  const isOfRequest = what === 'handed_in' || what === 'changed' || what === 'withdrawn'
  return isOfRequest && ofName !== null ? t(`history.of.${what}`, { name: ofName }) : t(`history.${what}`)
}
