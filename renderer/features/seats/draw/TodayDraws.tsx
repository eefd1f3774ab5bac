import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DrawWindow, DrawWish } from '../../../../shared/contract/seats/draws.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { failureOf } from '../../../lib/errors.ts'
import { dateIn, dayTime } from '../../../lib/formats.ts'
import { useNameApart } from '../../../lib/name-apart.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { useShown } from '../../../lib/use-shown.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Whole } from '../../../ui/Whole.tsx'
import { DrawStateBadge } from './DrawList.tsx'
import { daysOf, drawnName, useLeftOfDraw } from './draw-words.ts'
import { drawWindows, myDraws } from './draws.queries.ts'
import styles from './TodayDraws.module.css'

/** On Today: draws that take requests, and what came of mine, also that none is held, until its last day is over. Neither, no panel. */
export function TodayDraws({ me }: { me: Id | null }) {
  const { t } = useTranslation('draws')
  const place = usePlace()
  const roomOf = useSeatRooms()
  const nameApart = useNameApart()
  const now = useNow(60_000)
  const list = useQuery(drawWindows)
  const mine = useQuery(myDraws(me)).data ?? []
  useShown({ request: mine.map(({ id }) => id) })
  if (list.isError)
    return (
      <Panel title={t('today.title')}>
        <FailedState {...failureOf(list.error)} onRetry={() => void list.refetch()} />
      </Panel>
    )
  const { windows = [], skewMs = 0, isOfBefore = false } = list.data ?? {}
  const today = dateIn(now, place.timeZone)
  const rows = windows.flatMap((window) => {
    const requests = mine.filter(({ windowId }) => windowId === window.id)
    if (window.state === 'open') return [{ window, requests }]
    return window.to >= today && requests.length > 0 ? [{ window, requests }] : []
  })
  if (rows.length === 0) return null
  return (
    <Panel title={t('today.title')} aside={rows.length} actions={<Link to="/draws">{t('today.all')}</Link>} flush>
      <ul>
        {rows.map(({ window, requests }) => (
          <ListRow key={window.id} to={`/draws?window=${window.id}`} className={styles.row}>
            <span className={styles.days}>{daysOf(t, window, place)}</span>
            {window.state === 'drawn' ? (
              <Badge tone="accent">{t('today.result')}</Badge>
            ) : (
              <DrawStateBadge window={window} skewMs={skewMs} />
            )}
            {window.state === 'open' ? (
              <OpenWords {...{ window, requests, skewMs, isOfBefore, now }} />
            ) : window.state === 'cancelled' ? (
              <span className={styles.words}>{t('cancel.reasonWas', { reason: window.reason })}</span>
            ) : (
              requests.map(({ id, personId, personName, result }) => {
                const drawn = (result === null ? null : drawnName(t, result, roomOf)) ?? t('result.nothing')
                return (
                  <span key={id} className={styles.words}>
                    <Whole words={personId === me ? drawn : `${nameApart(personId, personName)} · ${drawn}`} />
                    {result === null ? null : <span className={styles.why}>{result.sentence[place.language]}</span>}
                  </span>
                )
              })
            )}
          </ListRow>
        ))}
      </ul>
    </Panel>
  )
}

interface OpenWordsProps {
  window: DrawWindow
  requests: readonly DrawWish[]
  skewMs: number
  isOfBefore: boolean
  now: Instant
}

/** Of one that takes requests: whether I asked, and until when it can be done. */
function OpenWords({ window, requests, skewMs, isOfBefore, now }: OpenWordsProps) {
  const { t } = useTranslation('draws')
  const place = usePlace()
  const isOver = useLeftOfDraw(window, skewMs) === null
  const until = dayTime(window.closesAt, place, now)
  const taken = requests.length === 0 ? 'today.open' : 'today.asked'
  const over = isOfBefore ? 'today.closedAway' : 'today.closed'
  return (
    <span className={styles.words}>
      <Whole words={t(isOver ? over : taken, { until })} />
    </span>
  )
}
